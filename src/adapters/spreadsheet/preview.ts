import type { TableType } from '../../domain/file.ts';
import type { Mapping, TableRow } from '../../domain/import/columns.ts';
import { leftOut } from '../../domain/import/left-out.ts';
import { layoutKey, recognise } from '../../domain/import/recognise.ts';
import type { Preview } from '../../ports/spreadsheets.ts';
import { openBatches } from './open-table.ts';

/** Rows by which a table is recognised, and rows of data that are shown. */
const looked = 500;
const shown = 3;

/** Looks at the first rows of a table. `known` is how a person had a table of this layout read: it is kept, wherever the header stands now. */
export async function preview({
  path,
  type,
  known,
}: {
  readonly path: string;
  readonly type: TableType;
  readonly known: Mapping | null;
}): Promise<Preview> {
  const { sheet, batches } = await openBatches(path, type);
  const rows = await firstOf(batches);
  const recognised = recognise(rows);
  const mapping = known ? { ...known, header: recognised?.header ?? known.header } : recognised;
  const data = mapping ? rows.filter((row) => leftOut(row, mapping) === null) : rows;
  return {
    header: headerOf(rows, mapping),
    mapping,
    layout: layoutKey(recognised, rows),
    samples: data.slice(0, shown).map(({ cells }) => cells),
    sheet,
  };
}

async function firstOf(batches: AsyncIterable<readonly TableRow[]>): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.slice(0, looked - rows.length));
    if (rows.length >= looked) break;
  }
  return rows;
}

/** The columns by name; by letter where they have none. */
function headerOf(rows: readonly TableRow[], mapping: Mapping | null): readonly string[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const names = rows.find(({ line }) => line === mapping?.header)?.cells ?? [];
  return Array.from({ length: width }, (_, column) => names[column]?.trim() || `Column ${letters(column)}`);
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
