import { amountCell, currencyNamed } from './amount-cell.ts';
import type { TableRow } from './columns.ts';
import { dateCell } from './date-cell.ts';

/** What the cells of a column are, as shares of those that hold anything. */
export type Content = {
  readonly filled: number;
  readonly amounts: number;
  /** Amounts with a decimal sign or a mark, which counts and numbers of things have not. */
  readonly money: number;
  readonly dates: number;
  readonly currencies: number;
  /** Cells with at least two letters in a row. */
  readonly texts: number;
  /** Numbers of papers: digits, few letters, no sentence. */
  readonly codes: number;
  /** How many of the cells differ. */
  readonly distinct: number;
};

/** The content of every column of these rows. */
export function contentOf(rows: readonly TableRow[]): readonly Content[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => columnContent(cellsOf(rows, column)));
}

/** What a column holds, without the empty cells. */
export const cellsOf = (rows: readonly TableRow[], column: number): readonly string[] =>
  rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((cell) => cell !== '');

function columnContent(cells: readonly string[]): Content {
  const share = (is: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length);
  return {
    filled: cells.length,
    amounts: share(isAmount),
    money: share((cell) => isAmount(cell) && /[.,]\d{1,2}\D*$|[$€£]/u.test(cell)),
    dates: share(isFullDate),
    currencies: share((cell) => /^[A-Za-z]{3}$|^[€£$]$/.test(cell) && currencyNamed(cell) !== null),
    texts: share((cell) => /\p{L}{2}/u.test(cell) && !isFullDate(cell)),
    codes: share((cell) => /\d/.test(cell) && cell.length <= 40 && !/\p{L}{3,} \p{L}{3,}/u.test(cell)),
    distinct: cells.length === 0 ? 0 : new Set(cells).size / cells.length,
  };
}

/** Digits may be parted by either sign here: whether the column agrees with itself is asked later. */
export const isAmount = (cell: string): boolean => amountCell(cell, '.') !== null;

/** A date that is written as one; a bare number may be one as well, and proves nothing. */
const isFullDate = (cell: string): boolean =>
  /\D/.test(cell) && !/^\d+[.,]\d+$/.test(cell) && ['dmy', 'mdy', 'ydm'].some((order) => isDay(cell, order as 'dmy'));

const isDay = (cell: string, order: 'dmy' | 'mdy' | 'ydm'): boolean => typeof dateCell(cell, order) === 'object';
