import type { TableType } from '../../domain/file.ts';
import { type Mapping, missingIn, type TableRow, withCurrency } from '../../domain/import/columns.ts';
import { leftOut } from '../../domain/import/left-out.ts';
import { type PreparedRow, rowPreparer } from '../../domain/import/prepared-row.ts';
import { layoutKey, recognise } from '../../domain/import/recognise.ts';
import type { Looking, Preview, Trial } from '../../ports/spreadsheets.ts';
import { openBatches } from './open-table.ts';

/** Rows by which a table is recognised, and rows of data that are shown; as many that cannot be read. */
const looked = 500;
const shown = 3;

/** Looks at the first rows of a table, and tries to read them. */
export async function preview({
  path,
  type,
  known,
  usual,
}: Looking & { readonly path: string; readonly type: TableType }): Promise<Preview> {
  const { sheet, batches } = await openBatches(path, type);
  const { rows, isWhole } = await firstOf(batches);
  const recognised = recognise(rows);
  const read = known ? { ...known, header: recognised?.header ?? known.header } : recognised;
  const mapping = read && withCurrency(read, usual);
  const data = mapping ? rows.filter((row) => leftOut(row, mapping) === null) : rows;
  return {
    header: headerOf(rows, mapping),
    mapping,
    layout: layoutKey(recognised, rows),
    samples: data.slice(0, shown).map(({ cells }) => cells),
    sheet,
    trial: mapping && missingIn(mapping).length === 0 ? trialOf(data, mapping, isWhole) : null,
  };
}

async function firstOf(batches: AsyncIterable<readonly TableRow[]>) {
  const rows: TableRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.slice(0, looked + 1 - rows.length));
    if (rows.length > looked) return { rows: rows.slice(0, looked), isWhole: false };
  }
  return { rows, isWhole: true };
}

function trialOf(data: readonly TableRow[], mapping: Mapping, isWhole: boolean): Trial {
  const prepareRow = rowPreparer(mapping);
  const rows = data.map(prepareRow).filter((row): row is PreparedRow => typeof row !== 'string');
  const rejected = rows.flatMap(({ line, problem }) => (problem === null ? [] : [{ line, why: problem }]));
  return { rows: rows.length, isWhole, rejected: rejected.length, examples: rejected.slice(0, shown) };
}

/** The columns by name; by letter where they have none. */
function headerOf(rows: readonly TableRow[], mapping: Mapping | null): readonly string[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const names = rows.find(({ line }) => line === mapping?.header)?.cells ?? [];
  return Array.from({ length: width }, (_, column) => names[column]?.trim() || `Column ${letters(column)}`);
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
