import type { TableType } from '../../domain/file.ts';
import type { Mapping } from '../../domain/import/columns.ts';
import { rowPreparer } from '../../domain/import/prepared-row.ts';
import type { Prepared } from '../../ports/spreadsheets.ts';
import { copyLine } from './copy-text.ts';
import { openBatches } from './open-table.ts';

/** Characters written at once. */
const piece = 131_072;

/** Writes every row of data as a line of COPY text, and tells how many there were and what was left out. Waits whenever the writer does. */
export async function prepare(
  { path, type, mapping }: { readonly path: string; readonly type: TableType; readonly mapping: Mapping },
  write: (chunk: string) => Promise<void>,
): Promise<Prepared> {
  const prepareRow = rowPreparer(mapping);
  const left = { blank: 0, heading: 0, totals: 0 };
  let rows = 0;
  let pending = '';
  const { batches } = await openBatches(path, type);
  for await (const batch of batches) {
    for (const row of batch) {
      const prepared = prepareRow(row);
      if (typeof prepared === 'string') {
        left[prepared] += 1;
        continue;
      }
      rows += 1;
      pending += copyLine(prepared);
    }
    if (pending.length < piece) continue;
    await write(pending);
    pending = '';
  }
  if (pending !== '') await write(pending);
  return { rows, left };
}

/** The same for a table that is small enough to be handed over whole. */
export async function prepareWhole(
  input: Parameters<typeof prepare>[0],
): Promise<Prepared & { readonly text: string }> {
  const pieces: string[] = [];
  const prepared = await prepare(input, async (piece) => void pieces.push(piece));
  return { ...prepared, text: pieces.join('') };
}
