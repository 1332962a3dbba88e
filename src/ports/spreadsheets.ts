import type { Mapping } from '../domain/import/columns.ts';
import type { LeftOut } from '../domain/import/left-out.ts';
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
};

/** How many rows of data were written, and how many rows of the file were none. */
export type Prepared = { readonly rows: number; readonly left: Readonly<Record<LeftOut, number>> };

/** Tables of invoices in files. Throws `Fault('invalid')` for what cannot be opened or asks too much. */
export interface Spreadsheets {
  preview(file: StoredFile, known: Mapping | null, signal: AbortSignal): Promise<Preview>;
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
