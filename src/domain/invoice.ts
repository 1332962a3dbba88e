import { z } from 'zod';
import { type IsoDate, isDate } from './calendar.ts';
import { type Currency, isCurrency } from './money.ts';
import type { Spot } from './page.ts';
import type { Check, DocumentKind, FieldName } from './reading.ts';

/**
 * - `review`: booked, but a person should look: a field is unsure or a check failed.
 * - `booked`: booked, nothing in doubt.
 * - `confirmed`: a person said it is right.
 * - `held`: looks like one that is there already; counts nowhere until somebody decides.
 * - `deleted`: taken out; kept for the record.
 */
export const invoiceStates = ['review', 'booked', 'confirmed', 'held', 'deleted'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** Which verbs an invoice allows in which state. */
const allowed = {
  confirm: ['review', 'booked'],
  correct: ['review', 'booked'],
  discard: ['review', 'booked'],
  reread: ['review'],
  delete: ['review', 'booked', 'confirmed', 'held'],
  restore: ['deleted'],
  decide: ['held'],
  undecide: ['review', 'booked'],
  lookAfter: ['review', 'held'],
  letGo: ['review', 'held'],
  reopen: ['confirmed'],
} as const satisfies Record<string, readonly InvoiceState[]>;
export type InvoiceVerb = keyof typeof allowed;

/** States from which the verb may start; the ledger repeats them in its `where`, so that the slower of two people gets a conflict. */
export const statesFor = (verb: InvoiceVerb): readonly InvoiceState[] => allowed[verb];
export const invoiceCan = (verb: InvoiceVerb, invoice: { readonly state: InvoiceState }): boolean =>
  (allowed[verb] as readonly InvoiceState[]).includes(invoice.state);

/** Why an invoice was taken out. `replaced`: a later one stands in its place. */
export const removals = ['deleted', 'not_an_invoice', 'same', 'replaced', 'import_undone'] as const;
export type Removal = (typeof removals)[number];

/** What a suspected duplicate was found to be. `replaces`: it counts, and the first one is taken out. `credit_note`: it counts against the first one. */
export const verdicts = ['same', 'different', 'replaces', 'credit_note'] as const;
export type Verdict = (typeof verdicts)[number];

/** States whose amounts count as spend. */
export const countedStates = ['review', 'booked', 'confirmed'] as const satisfies readonly InvoiceState[];

/** How an invoice came in. */
export const sources = ['slack_file', 'e_invoice', 'bulk', 'manual', 'drop', 'api'] as const;
export type Source = (typeof sources)[number];

export type InvoiceLine = {
  readonly description: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly totalMinor: bigint | null;
};

/** What an invoice says, however it came in. Amounts are minor units of `currency`; `null` is not known. */
export type InvoiceFacts = {
  readonly kind: DocumentKind;
  readonly vendor: string | null;
  readonly vendorTaxId: string | null;
  /** The account to be paid to, as the paper says. */
  readonly iban: string | null;
  readonly number: string | null;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly currency: Currency | null;
  readonly netMinor: bigint | null;
  readonly taxMinor: bigint | null;
  readonly totalMinor: bigint | null;
  readonly category: string | null;
  readonly lines: readonly InvoiceLine[];
};

/** What a person may correct. */
export type Correctable = Omit<InvoiceFacts, 'vendorTaxId' | 'iban' | 'lines'>;

/** Where on the paper each field was found, as far as its reader says. */
export type Found = Readonly<Partial<Record<FieldName, Spot>>>;

/** An invoice in the ledger. `version` is another one after every change. `confidence` tells, by field, how sure the reader was (0–1); empty when a person typed it. */
export type Invoice = InvoiceFacts & {
  readonly id: bigint;
  readonly version: string;
  readonly state: InvoiceState;
  readonly source: Source;
  readonly documentId: bigint | null;
  readonly pageFrom: number | null;
  readonly pageTo: number | null;
  readonly confidence: Readonly<Partial<Record<FieldName, number>>>;
  readonly found: Found;
  readonly checks: readonly Check[];
  /** The first of its kind, when this one is or was suspected to be the same. */
  readonly duplicateOf: bigint | null;
  /** What somebody found it to be; null while nobody has. */
  readonly verdict: Verdict | null;
  /** Why it is deleted; null when it is not, or nobody said. */
  readonly removedWhy: Removal | null;
  /** It is confirmed because its vendor has earned that; no person looked at it. */
  readonly selfConfirmed: boolean;
  readonly addedBy: { readonly id: bigint; readonly name: string; readonly slackUser: string | null };
  readonly addedAt: Date;
  /** Who looks after it while it waits for a person, and since when; null when nobody said so. */
  readonly takenBy: {
    readonly id: bigint;
    readonly name: string;
    readonly slackUser: string | null;
    readonly at: Date;
  } | null;
};

/** From this confidence on a field is right in at least 98 of 100 papers, so no person is asked. Measured by `npm run accuracy`. */
export const sureFrom = 0.9;

/** What people type into a form. */
export const Day = z.string('Give a date.').refine(isDate, 'Write the date as YYYY-MM-DD, like 2026-03-31.');
export const CurrencyCode = z
  .string('Give a currency.')
  .trim()
  .toUpperCase()
  .refine(isCurrency, 'Use a currency code of three letters, like EUR.');

/** What a button under an invoice carries: which one. Ids are bigint, so they travel as digits. */
export const InvoiceRef = z.strictObject({ invoice: z.string().regex(/^\d{1,18}$/) });
