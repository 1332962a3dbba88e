import { Readable } from 'node:stream';
import { Fault } from '../../domain/fault.ts';
import type { FileType } from '../../domain/file.ts';
import { isSpreadsheet, type TableType } from '../../domain/file.ts';
import type { Apart, ApartStream } from '../../ports/apart.ts';
import type { Spreadsheets } from '../../ports/spreadsheets.ts';
import type { prepare, prepareWhole } from './prepare.ts';
import type { preview } from './preview.ts';

const previewing = new URL('./preview.ts', import.meta.url);
const preparing = new URL('./prepare.ts', import.meta.url);

/** Seconds. A workbook is unfolded once before it is looked at; a table of millions waits for the database. */
const longest = { preview: 60, prepare: 3600 };
const instead = 'Cut the table into smaller files, save them as CSV and share those.';

/** Bytes. A file up to this size, some thousands of rows, is prepared by a child that is there already: starting one takes longer. */
const small = 524_288;

/** Reads tables in child processes: what strangers sent is never parsed in here. */
export const spreadsheets = (run: Apart, stream: ApartStream): Spreadsheets => ({
  preview: ({ path, type }, looking, signal) =>
    run<typeof preview>(
      previewing,
      'preview',
      { path, type: asTable(type), ...looking },
      { seconds: longest.preview, signal, instead },
    ),
  prepare({ path, type, size }, mapping, signal) {
    const input = { path, type: asTable(type), mapping };
    const limit = { seconds: longest.prepare, signal, instead };
    if (size > small) {
      const { output, result } = stream<typeof prepare>(preparing, 'prepare', input, limit);
      return { copyText: output, done: result };
    }
    const done = run<typeof prepareWhole>(preparing, 'prepareWhole', input, limit);
    const copyText = Readable.from(textOf(done), { objectMode: false });
    return { copyText, done: done.then(({ rows, left }) => ({ rows, left })) };
  },
});

async function* textOf(whole: Promise<{ readonly text: string }>): AsyncGenerator<string> {
  yield (await whole).text;
}

function asTable(type: FileType): TableType {
  if (isSpreadsheet(type)) return type;
  throw new Fault('invalid', 'This file is no table. Save the invoices as CSV or XLSX and share that.');
}
