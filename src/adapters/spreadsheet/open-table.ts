import type { TableType } from '../../domain/file.ts';
import type { TableRow } from '../../domain/import/columns.ts';
import { csvRows } from './csv-rows.ts';
import { type TableLimits, tableLimits } from './limits.ts';
import { openWorkbook } from './workbook.ts';

/** A table that can be read once. `sheet` names the sheet of several that was chosen. */
export type Table = { readonly sheet: string | null; readonly batches: AsyncIterable<readonly TableRow[]> };

/** Opens a table whose rows come in batches: a promise for each of a million rows costs more than the row. Throws `Fault('invalid')` for what is no table. */
export async function openBatches(path: string, type: TableType, limits: TableLimits = tableLimits): Promise<Table> {
  if (type === 'text/csv') return { sheet: null, batches: csvRows(path, limits) };
  const { sheet, rows } = await openWorkbook(path, limits);
  return { sheet, batches: rows };
}

/** The rows of a table one by one, streamed: memory stays flat for any length. */
export async function* openTable(
  path: string,
  type: TableType,
  limits: TableLimits = tableLimits,
): AsyncGenerator<TableRow> {
  const { batches } = await openBatches(path, type, limits);
  for await (const rows of batches) yield* rows;
}
