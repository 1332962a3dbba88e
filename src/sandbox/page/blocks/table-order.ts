import { cellText } from './cell.tsx';
import type { Cell } from './shapes.ts';

export type Order = { readonly column: number; readonly down: boolean } | null;
type Row = readonly Cell[];

/** Rows that hold the words, in the wanted order: numbers by value, all else as a person would sort it. */
export function arrange(rows: readonly Row[], words: string, order: Order): readonly Row[] {
  const wanted = words.trim().toLowerCase();
  const found =
    wanted === '' ? rows : rows.filter((row) => row.some((cell) => cellText(cell).toLowerCase().includes(wanted)));
  if (!order) return found;
  const { column, down } = order;
  return found.toSorted((a, b) => (down ? -1 : 1) * compare(a[column], b[column]));
}

/** A column of numbers only stands right-aligned and sorts by value. */
export function isNumeric(rows: readonly Row[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => row[column]?.type === 'raw_number');
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  if (a?.type === 'raw_number' && b?.type === 'raw_number') return a.value - b.value;
  return cellText(a).localeCompare(cellText(b), 'en', { numeric: true });
}
