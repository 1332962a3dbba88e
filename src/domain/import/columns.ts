import { z } from 'zod';
import type { IsoDate } from '../calendar.ts';
import type { DecimalSign } from '../interpret/amounts.ts';

/** What a column of a table of invoices can hold. */
export const columnRoles = [
  'vendor',
  'tax_id',
  'iban',
  'number',
  'date',
  'due_date',
  'currency',
  'net',
  'tax',
  'total',
  'category',
  'description',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Roles whose cells are amounts. */
export const amountRoles = ['net', 'tax', 'total'] as const satisfies readonly ColumnRole[];

/** In which order the numbers of a date stand. `ymd` and `ydm` say how those with the year first are written, `dmy` and `mdy` those with the year last. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

/**
 * How a table is to be read. A row's total is its `total`, else its `net` with its `tax`, else its `net`.
 */
export type Mapping = {
  /** For each column, from 0, its role. */
  readonly columns: readonly (ColumnRole | null)[];
  /** The row of the header, from 1, as the file's lines or rows count; `null` when there is none. */
  readonly header: number | null;
  readonly dates: DateOrder;
  readonly decimal: DecimalSign;
  /** The currency of rows that name none. */
  readonly currency: string | null;
  /** The date of rows that give none, as a person said; it is of one file and not remembered for its layout. */
  readonly date: IsoDate | null;
};

/** A row of a file. `line` counts from 1 as a person counts lines (CSV, where the row begins) or rows (XLSX). */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** The same, with the usual currency where no column and nothing else in the file names one; a person sees that before anything is loaded. */
export const withCurrency = (mapping: Mapping, usual: string): Mapping =>
  mapping.currency === null && !mapping.columns.includes('currency') ? { ...mapping, currency: usual } : mapping;

/** What of a row is told neither by a column nor for all rows: until somebody says it, the table cannot be loaded. */
export function missingIn({ columns, currency, date }: Mapping): readonly ('vendor' | 'total' | 'date' | 'currency')[] {
  const told = (role: ColumnRole) => columns.includes(role);
  return [
    ...(told('vendor') ? [] : ['vendor' as const]),
    ...(told('total') || told('net') ? [] : ['total' as const]),
    ...(told('date') || date !== null ? [] : ['date' as const]),
    ...(told('currency') || currency !== null ? [] : ['currency' as const]),
  ];
}

/** What a button under an import carries: which one. Ids are bigint, so they travel as digits. */
export const ImportRef = z.strictObject({ import: z.string().regex(/^\d{1,18}$/) });
