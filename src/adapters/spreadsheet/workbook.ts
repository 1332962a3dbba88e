import { readFile } from 'node:fs/promises';
import { streamXlsxRows } from 'hucre/xlsx';
import { Fault } from '../../domain/fault.ts';
import type { TableRow } from '../../domain/import/columns.ts';
import { recognise } from '../../domain/import/recognise.ts';
import { damaged, inspectArchive, locked } from './archive.ts';
import type { TableLimits } from './limits.ts';

/** Rows of each sheet by which the one with the invoices is chosen; and how many sheets are looked at. */
const glance = { rows: 200, sheets: 30 };

/** Rows handed on at once. */
const batch = 500;

/** The rows of an XLSX's sheet, the one that looks most like a table of invoices, in batches. `sheet` is its name, `null` when it is the only one. */
export async function openWorkbook(
  path: string,
  limits: TableLimits,
): Promise<{ readonly sheet: string | null; readonly rows: AsyncIterable<readonly TableRow[]> }> {
  const sheets = await inspectArchive(path, limits);
  const bytes = await readFile(path);
  const seen = sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  const only = seen.length < 2;
  const sheet = (only ? seen[0] : await mostLike(bytes, seen, limits)) ?? 0;
  return { sheet: only || sheet === 0 ? null : sheet, rows: sheetRows(bytes, sheet, limits) };
}

/** Of several sheets the one that names the most roles, then the one with more rows. */
async function mostLike(bytes: Uint8Array, names: readonly string[], limits: TableLimits): Promise<string | undefined> {
  let best: { readonly name: string; readonly score: number } | undefined;
  for (const name of names.slice(0, glance.sheets)) {
    const rows = await firstRows(bytes, name, limits).catch(() => []); // a sheet of charts has none
    const roles = recognise(rows)?.columns.filter((role) => role !== null).length ?? 0;
    const score = roles * 1000 + rows.length;
    if (score > (best?.score ?? 0)) best = { name, score };
  }
  return best?.name ?? names[0];
}

async function firstRows(bytes: Uint8Array, sheet: string, limits: TableLimits): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const more of sheetRows(bytes, sheet, limits, glance.rows)) rows.push(...more);
  return rows;
}

async function* sheetRows(
  bytes: Uint8Array,
  sheet: string | number,
  { columns }: TableLimits,
  maxRows?: number,
): AsyncGenerator<readonly TableRow[]> {
  let rows: TableRow[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(
      bytes,
      maxRows === undefined ? { sheet } : { sheet, maxRows },
    )) {
      rows.push({ line: index + 1, cells: values.slice(0, columns).map(cellOf) });
      if (rows.length < batch) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    throw asFault(error);
  }
  if (rows.length > 0) yield rows;
}

function asFault(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  return new Fault('invalid', error.name === 'EncryptedFileError' ? locked : damaged, { cause: error });
}

/** A cell as a person reads it. Dates become ISO days, and lose their hour. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/**
 * Spreadsheets count in floats and show 15 digits of them: 0.1 + 0.2 is 0.3 there too. Three digits behind the point would pass for thousands
 * where the texts of the table have commas, so a zero follows them.
 */
function numberText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
}
