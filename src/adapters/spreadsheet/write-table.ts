import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx';
import Papa from 'papaparse';
import { harmlessCell } from '../../domain/cell.ts';
import { Fault } from '../../domain/fault.ts';
import type { Cell, WriteTable } from '../../ports/table-files.ts';

export const writeTable: WriteTable = (format, columns, rows) =>
  format === 'csv' ? csv(columns, rows) : workbook(columns, rows);

/** Rows that are written at a time. */
const batch = 500;

async function* csv(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  const lines = (some: readonly (readonly string[])[]) =>
    bytes.encode(`${Papa.unparse(some as string[][], { newline: '\r\n' })}\r\n`); // it does not write to them
  yield bytes.encode('\uFEFF'); // Excel takes a file without it for Windows' own letters
  yield lines([columns.map(harmlessCell)]);
  let waiting: (readonly string[])[] = [];
  for await (const row of rows) {
    waiting.push(row.map(csvCell));
    if (waiting.length < batch) continue;
    yield lines(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield lines(waiting);
}

const csvCell = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' ? harmlessCell(cell) : cell.number;

function workbook(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncIterable<Uint8Array> {
  return writeXlsxStream(bounded(columns, rows), { name: 'Invoices', freezePane: { rows: 1 } });
}

async function* bounded(columns: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  yield [...columns];
  let count = 1;
  for await (const row of rows) {
    count += 1;
    if (count > XLSX_MAX_ROWS_PER_SHEET)
      throw new Fault('invalid', 'A workbook holds 1,048,575 invoices at most. Ask for a shorter period, or for CSV.');
    yield row.map(workbookCell);
  }
}

/** A workbook keeps 15 digits of a number: what has more is written as words, so that none is lost. */
const workbookCell = (cell: Cell): string | number | null => {
  if (cell === null || typeof cell === 'string') return cell;
  return cell.number.replace(/\D/g, '').length <= 15 ? Number(cell.number) : cell.number;
};
