import { z } from 'zod';

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

export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

/**
 * How a table is to be read: for each column (from 0) its role or null; the row of the header, as a person counts rows, null when there is none; how its
 * numbers and dates are written; the currency of rows that name none.
 */
export type Mapping = {
  readonly columns: readonly (ColumnRole | null)[];
  readonly header: number | null;
  readonly dates: DateOrder;
  readonly decimal: '.' | ',';
  readonly currency: string | null;
};

/** What a button under an import carries: which one. Ids are bigint, so they travel as digits. */
export const ImportRef = z.strictObject({ import: z.string().regex(/^\d{1,18}$/) });
