import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startChildren } from '../../src/adapters/children/children.ts';
import { einvoiceParsers, einvoiceReader } from '../../src/adapters/einvoice/reader.ts';
import { embeddedParsers, embeddedReader } from '../../src/adapters/embedded/reader.ts';
import { interpretApart, interpreterModule } from '../../src/adapters/interpreter/interpreter.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import type { InvoiceReading, Reading } from '../../src/domain/reading.ts';
import { readWith } from '../../src/workflows/read-document.ts';
import type { Bench } from './harness.ts';

/** Penny's readers with their child processes, as `wire` makes them. */
export type Readers = (path: string) => Promise<Reading>;

export const openReaders = (bench: Bench): Readers => openReading(bench).read;

/** The same, and what understands their readings. */
export function openReading(bench: Bench) {
  const children = startChildren({ load: [embeddedParsers, einvoiceParsers, interpreterModule] });
  bench.later(() => children.stop());
  const readers = [einvoiceReader(children.run), embeddedReader(children.run)];
  const interpret = interpretApart(children.run);
  const read: Readers = async (path) => readWith(readers, await stored(path), signal);
  return {
    read,
    understand: async (path: string): Promise<readonly InvoiceReading[]> =>
      interpret(await read(path), { today: '2026-11-25', home: 'EUR' }, signal),
  };
}

const { signal } = new AbortController();

/** A file as Penny knows it once it is stored. */
async function stored(path: string) {
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, name: basename(path), size: bytes.length, sha256, type: await sniffFile(path) };
}

/** One of the sample bills. */
export const sample = (name: string): string => join(import.meta.dirname, '../../test/bills', name);
