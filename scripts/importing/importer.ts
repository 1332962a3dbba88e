import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { streamChildren } from '../../src/adapters/children/stream-child.ts';
import { fileName } from '../../src/adapters/sniff/file-name.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { spreadsheets } from '../../src/adapters/spreadsheet/spreadsheets.ts';
import { writeTable } from '../../src/adapters/spreadsheet/write-table.ts';
import { authorize } from '../../src/domain/access.ts';
import { Fault } from '../../src/domain/fault.ts';
import { isSpreadsheet } from '../../src/domain/file.ts';
import { missingIn } from '../../src/domain/import/columns.ts';
import { isCurrency, toDecimal } from '../../src/domain/money.ts';
import type { Apart } from '../../src/ports/apart.ts';
import type { StoredFile } from '../../src/ports/document-reader.ts';
import type { Import } from '../../src/ports/imports.ts';
import type { Preview } from '../../src/ports/spreadsheets.ts';
import { leftOutCsv } from '../../src/workflows/left-out-rows.ts';
import { lookAtTable } from '../../src/workflows/look-at-table.ts';
import { sentence } from '../sentence.ts';
import { startBar } from './bar.ts';
import { type Ledger, openLedgerAndFiles } from './ledger.ts';

/** What became of a file, as `npm run import` prints it. */
export type Printed =
  | {
      readonly file: string;
      readonly rows: number | null;
      readonly accepted: number | null;
      readonly rejected: number | null;
      readonly duplicates: number | null;
      readonly total_by_currency: Readonly<Record<string, string>>;
      readonly mapping: Readonly<Record<string, unknown>> | null;
      readonly ms: number;
    }
  | { readonly file: string; readonly error: string };

export type Importer = { run(file: string, rejects: string | null): Promise<Printed>; stop(): Promise<void> };

const { signal } = new AbortController();

/** Loads files one after the other as Penny would, without Slack. A dry run opens no ledger. */
export async function openImporter(env: NodeJS.ProcessEnv, currency: string, isDry: boolean): Promise<Importer> {
  if (!isCurrency(currency))
    throw new Fault('invalid', `${currency} is no currency; use a code of three letters, like EUR.`);
  const streams = streamChildren();
  const run: Apart = (...job) => streams.stream(...job).result; // in a child that ends with it: here none is worth keeping
  const ledger = isDry ? null : await openLedgerAndFiles(env);
  const sheets = spreadsheets(run, streams.stream);
  return {
    async run(path, rejects) {
      const started = performance.now();
      try {
        const file = await factsOf(path);
        const seen = await (ledger === null
          ? sheets.preview(file, { known: null, usual: currency }, signal)
          : lookAtTable(file, currency, { spreadsheets: sheets, imports: ledger.store.imports }, signal));
        const done = ledger === null ? null : await load(file, seen, ledger, sheets);
        if (done !== null && rejects !== null && ledger !== null)
          await pipeline(Readable.from(leftOutCsv(done, { ...ledger, writeTable })), createWriteStream(rejects));
        return printed(path, seen, done, Math.round(performance.now() - started));
      } catch (error) {
        return { file: path, error: sentence(error) };
      }
    },
    async stop() {
      await ledger?.stop();
      streams.stop();
    },
  };
}

async function factsOf(path: string): Promise<StoredFile> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const type = await sniffFile(path);
  if (!isSpreadsheet(type))
    throw new Fault('invalid', 'This is no table. Share it with Penny in Slack, or read it by npm run read.');
  return { path, size, sha256: hash.digest('hex'), type, name: fileName(basename(path)) };
}

async function load(
  file: StoredFile,
  { layout, mapping, ...preview }: Preview,
  { store, objects, loadImport }: Ledger,
  sheets: ReturnType<typeof spreadsheets>,
): Promise<Import> {
  const grant = authorize(await store.directory.penny(), 'import.load');
  if (mapping === null || missingIn(mapping).length > 0)
    throw new Fault(
      'invalid',
      'Penny does not see which columns hold the vendor, the date and the amount. Share the file in Slack and press “Change columns”; she remembers it.',
    );
  await objects.put(file.sha256, file.path);
  const { document } = await store.documents.document(file);
  const { import: offered } = await store.imports.offer(
    { documentId: document.id, shareId: null, layout, mapping, preview },
    grant,
  );
  const { id } = await store.imports.begin(offered.id, grant);
  const { copyText, done } = sheets.prepare(file, mapping, signal);
  const shown = await startBar(file.path, file.type === 'text/csv');
  try {
    const [loaded] = await Promise.all([
      loadImport(id, copyText, { signal, progress: shown.rows, rows: done.then(({ rows }) => rows) }),
      done,
    ]);
    const final = loaded ?? (await store.imports.any(id));
    if (final === null) throw new Error(`import ${id} is gone`);
    return final;
  } catch (error) {
    await store.imports.fail(id, error instanceof Fault ? error.message : 'It broke off at the terminal.');
    throw error;
  } finally {
    shown.end();
  }
}

function printed(file: string, { header, mapping: recognised }: Preview, done: Import | null, ms: number): Printed {
  const mapping = done?.mapping ?? recognised;
  const { rows, accepted, rejected, duplicates } = done?.counts ?? {
    rows: null,
    accepted: null,
    rejected: null,
    duplicates: null,
  };
  return {
    file,
    rows,
    accepted,
    rejected,
    duplicates,
    total_by_currency: Object.fromEntries(
      (done?.totals ?? []).map(({ currency, minor }) => [currency, toDecimal(minor, currency)]),
    ),
    mapping:
      mapping === null
        ? null
        : {
            columns: Object.fromEntries(
              mapping.columns.flatMap((role, at) =>
                role === null ? [] : [[role, header[at]?.trim() || `column ${at + 1}`]],
              ),
            ),
            header_row: mapping.header,
            dates: mapping.dates,
            decimal: mapping.decimal,
            currency: mapping.currency,
          },
    ms,
  };
}
