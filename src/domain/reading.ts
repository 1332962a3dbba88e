import type { IsoDate } from './calendar.ts';
import type { Currency } from './money.ts';
import type { Box, Page } from './page.ts';

/** A value and how far to trust it: `confidence` is 0–1; 1 means stated exactly, nothing was guessed. `found` is where it stands. */
export type Field<T> = {
  readonly value: T;
  readonly confidence: number;
  readonly found?: { readonly text: string; readonly page: number; readonly box?: Box };
};

/** Amounts are minor units of the document's currency (2 digits when the currency is not known). A field that was not found is absent. */
export type Fields = {
  readonly vendor?: Field<string>;
  readonly vendor_tax_id?: Field<string>;
  readonly iban?: Field<string>;
  readonly invoice_number?: Field<string>;
  readonly date?: Field<IsoDate>;
  readonly due_date?: Field<IsoDate>;
  readonly currency?: Field<Currency>;
  readonly net?: Field<bigint>;
  readonly tax?: Field<bigint>;
  readonly total?: Field<bigint>;
};
export type FieldName = keyof Fields;

/** Quantity and unit price are plain decimals as strings, since they may have more digits than the currency. */
export type ReadLine = {
  readonly description: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly total: bigint | null;
};

/** `says` is a sentence for the person, whether it holds or not. */
export type Check = {
  readonly name: 'sums' | 'lines' | 'date' | 'currency' | 'print' | 'choice' | 'pages' | 'paper' | 'account';
  readonly ok: boolean;
  readonly says: string;
};

export const documentKinds = ['invoice', 'credit_note', 'receipt'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One invoice as understood. Pages count from 1. A credit note's amounts are negative. */
export type InvoiceReading = {
  readonly kind: DocumentKind;
  readonly pageFrom: number;
  readonly pageTo: number;
  readonly fields: Fields;
  readonly lines: readonly ReadLine[];
  readonly checks: readonly Check[];
  /** The credit note itself states its amounts negative; most state them positive. Only `asStated` asks. */
  readonly statedNegative?: boolean;
  /** By field, the layout hint of the vendor by which it was found. */
  readonly hinted?: Readonly<Partial<Record<FieldName, bigint>>>;
};

/** A text as a reader saw it; `confidence` is 0–1. */
export type Seen = { readonly text: string; readonly confidence: number; readonly page: number; readonly box?: Box };

/** What a reader takes for a field: its kind in the reader's own words and how sure it is of that, label and value as printed, and whose it is (`VENDOR`, `RECEIVER_SHIP_TO`…). */
export type Candidate = {
  readonly type: string;
  readonly typeConfidence: number;
  readonly label: Seen | null;
  readonly value: Seen;
  readonly currency: { readonly code: string; readonly confidence: number } | null;
  readonly groups: readonly string[];
};

/** One paper in a reader's answer. A field may have several candidates; `rows` are its line items. */
export type Expense = { readonly fields: readonly Candidate[]; readonly rows: readonly (readonly Candidate[])[] };

/**
 * What a reader makes of a file. `pages` is what is written on it and nothing more, meaning is given by `interpret`; `fields` is written text that the reader
 * has named already, with the words of its pages where it tells them and the numbers of pages it could not read;
 * `exact` comes from structured data in which nothing is guessed.
 */
export type Reading =
  | { readonly kind: 'pages'; readonly reader: string; readonly pages: readonly Page[] }
  | {
      readonly kind: 'fields';
      readonly reader: string;
      readonly documents: readonly Expense[];
      readonly pages: readonly Page[];
      readonly unread: readonly number[];
    }
  | { readonly kind: 'exact'; readonly reader: string; readonly invoices: readonly InvoiceReading[] };
export type FieldsReading = Extract<Reading, { readonly kind: 'fields' }>;
