/** What a table may ask of us. Bytes and characters; everything past it is refused or cut, never read. */
export type TableLimits = {
  /** Files inside an XLSX. */
  readonly entries: number;
  /** Bytes to which one packed byte of them may unfold. */
  readonly ratio: number;
  /** Bytes of all of them together, unfolded. */
  readonly unfolded: number;
  /** Bytes of the texts that an XLSX keeps once for all its cells, which are held in memory. */
  readonly texts: number;
  /** Characters of one line of a CSV. */
  readonly line: number;
  /** Columns; those behind are not looked at. */
  readonly columns: number;
};

export const tableLimits: TableLimits = {
  entries: 2000,
  ratio: 100,
  unfolded: 1_073_741_824,
  texts: 67_108_864,
  line: 1_000_000,
  columns: 500,
};
