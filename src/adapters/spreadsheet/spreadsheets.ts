import { Fault } from '../../domain/fault.ts';
import type { FileType } from '../../domain/file.ts';
import { isSpreadsheet, type TableType } from '../../domain/file.ts';
import type { Apart, ApartStream } from '../../ports/apart.ts';
import type { Spreadsheets } from '../../ports/spreadsheets.ts';
import type { prepare } from './prepare.ts';
import type { preview } from './preview.ts';

const previewModule = new URL('./preview.ts', import.meta.url);
/** What runs in a streaming child: to be loaded there early. */
export const tableParsers = new URL('./prepare.ts', import.meta.url);

/** Seconds. A workbook is unfolded once before it is looked at; a table of millions waits for the database. */
const longest = { preview: 60, prepare: 3600 };
const instead = 'Cut the table into smaller files, save them as CSV and share those.';

type Streaming = { readonly stream: ApartStream; ready(): void };

/** Reads tables in child processes: what strangers sent is never parsed in here. */
export const spreadsheets = (run: Apart, { stream, ready }: Streaming): Spreadsheets => ({
  preview({ path, type }, known, signal) {
    ready(); // who looks at a table loads it some seconds later
    return run<typeof preview>(
      previewModule,
      'preview',
      { path, type: asTable(type), known },
      { seconds: longest.preview, signal, instead },
    );
  },
  prepare({ path, type }, mapping, signal) {
    const limit = { seconds: longest.prepare, signal, instead };
    const { output, result } = stream<typeof prepare>(
      tableParsers,
      'prepare',
      { path, type: asTable(type), mapping },
      limit,
    );
    return { copyText: output, done: result };
  },
});

function asTable(type: FileType): TableType {
  if (isSpreadsheet(type)) return type;
  throw new Fault('invalid', 'This file is no table. Save the invoices as CSV or XLSX and share that.');
}
