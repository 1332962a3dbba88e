/** One value of a table for people: words, a number as a plain decimal, or nothing. */
export type Cell = string | { readonly number: string } | null;

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A table as the bytes of a file, written as its rows come. Nothing in it runs when a spreadsheet program opens it. */
export type WriteTable = (
  format: TableFormat,
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
) => AsyncIterable<Uint8Array>;
