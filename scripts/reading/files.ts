import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { recordedReading } from '../../src/adapters/aws/textract-answer.ts';
import { startChildren } from '../../src/adapters/children/children.ts';
import { einvoiceParsers, einvoiceReader } from '../../src/adapters/einvoice/reader.ts';
import { embeddedParsers, embeddedReader } from '../../src/adapters/embedded/reader.ts';
import { interpretApart, interpreterModule } from '../../src/adapters/interpreter/interpreter.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import { type Printed, printed, printedError } from '../../src/domain/interpret/printed.ts';
import { readWith } from '../../src/workflows/read-document.ts';
import { sentence } from '../sentence.ts';

/** Reads files one after the other, as Penny would, without ledger or Slack. A file nobody can read gives a line that says why. */
export type Files = { read(path: string): Promise<readonly Printed[]>; stop(): Promise<void> };

export function openFiles(): Files {
  const children = startChildren({ load: [embeddedParsers, einvoiceParsers, interpreterModule] });
  const readers = [einvoiceReader(children.run), embeddedReader(children.run)];
  const interpret = interpretApart(children.run);
  const understand = async (file: string, started: number): Promise<readonly Printed[]> => {
    const bytes = await readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { signal } = new AbortController();
    const facts = { path: file, name: basename(file), size: bytes.length, sha256 };
    const reading = isJson(bytes)
      ? recordedReading(bytes.toString())
      : await readWith(readers, { ...facts, type: await sniffFile(file) }, signal);
    const found = await interpret(reading, { today: dayOf(new Date()) }, signal);
    const source = { file, reader: reading.reader, ms: Math.round(performance.now() - started) };
    if (found.length === 0) return [printedError('I found no invoice in this file; add it by hand.', source)];
    return found.map((invoice) => printed(invoice, source));
  };
  return {
    async read(file) {
      const started = performance.now();
      try {
        return await understand(file, started);
      } catch (error) {
        const ms = Math.round(performance.now() - started);
        return [printedError(sentence(error), { file, reader: null, ms })];
      }
    },
    stop: () => children.stop(),
  };
}

/** Of all that is read, a recorded answer of Textract alone begins with a brace. */
const isJson = (bytes: Buffer): boolean => /^\uFEFF?\s*[{[]/.test(bytes.toString('utf8', 0, 200));
