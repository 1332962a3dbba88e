import type { Readable } from 'node:stream';
import type { Mapping } from '../domain/import/columns.ts';
import type { StoredFile } from './document-reader.ts';
import type { Preview } from './imports.ts';

/** A table before it is loaded. `layout` is the key by which its like are remembered; no mapping where it is not recognised. */
export type TablePreview = Preview & { readonly layout: string; readonly mapping: Mapping | null };

/** How many rows were handed over, and how many were left because they are no invoices: blank ones, repeated headings, totals. */
export type Prepared = {
  readonly rows: number;
  readonly left: { readonly blank: number; readonly heading: number; readonly totals: number };
};

/** Reads CSV files and workbooks. What is hostile or no table is refused with Fault('invalid'). */
export interface Spreadsheets {
  preview(file: StoredFile, known: Mapping | null, signal: AbortSignal): Promise<TablePreview>;
  /** The rows as COPY text, in the order of `stagedColumns`, streamed; `done` tells the count once all is read. */
  prepare(
    file: StoredFile,
    mapping: Mapping,
    signal: AbortSignal,
  ): { readonly copyText: Readable; readonly done: Promise<Prepared> };
}
