import type { Mapping } from '../domain/import/columns.ts';
import type { LeftOut } from '../domain/import/left-out.ts';
import type { Currency } from '../domain/money.ts';
import type { Bytes } from './apart.ts';
import type { StoredFile } from './document-reader.ts';

/** The columns of what `prepare` gives, in order: the fields of a `PreparedRow`. */
export const stagedColumns = [
  'line',
  'vendor',
  'vendor_key',
  'tax_id',
  'iban',
  'number',
  'number_key',
  'date',
  'due_date',
  'currency',
  'net_minor',
  'tax_minor',
  'total_minor',
  'category',
  'description',
  'raw',
  'problem',
] as const;

/** What became of the first rows when they were read as the mapping says. */
export type Trial = {
  /** Rows of data that were tried. */
  readonly rows: number;
  /** Whether those are all. */
  readonly isWhole: boolean;
  /** Of them, those that cannot be booked so; the first three with the reason. */
  readonly rejected: number;
  readonly examples: readonly { readonly line: number; readonly why: string }[];
};

/** What the first rows of a table tell. `mapping` is `null` when no table of invoices was recognised; `layout` is the key by which a mapping is remembered. */
export type Preview = {
  /** The columns by name, by letter where they have none. */
  readonly header: readonly string[];
  readonly mapping: Mapping | null;
  readonly layout: string;
  /** The first three rows of data. */
  readonly samples: readonly (readonly string[])[];
  /** The sheet of several that was chosen. */
  readonly sheet: string | null;
  /** `null` where the mapping lacks something that every row needs. */
  readonly trial: Trial | null;
};

/** How a table is to be looked at: `known` is how people had its layout read (kept, wherever the header stands now), `usual` the currency where nothing names one. */
export type Looking = { readonly known: Mapping | null; readonly usual: Currency };

/** How many rows of data were written, and how many rows of the file were none. */
export type Prepared = { readonly rows: number; readonly left: Readonly<Record<LeftOut, number>> };

/** Tables of invoices in files. Throws `Fault('invalid')` for what cannot be opened or asks too much. */
export interface Spreadsheets {
  preview(file: StoredFile, looking: Looking, signal: AbortSignal): Promise<Preview>;
  /**
   * The rows as COPY text, in the order of `stagedColumns`; `done` tells the count once all is read.
   * `copyText` ends without an error only when all rows were in it; whoever stops reading it (`destroy`) ends the work.
   */
  prepare(
    file: StoredFile,
    mapping: Mapping,
    signal: AbortSignal,
  ): { readonly copyText: Bytes; readonly done: Promise<Prepared> };
}
