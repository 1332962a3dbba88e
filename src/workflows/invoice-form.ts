import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { type Correctable, CurrencyCode, Day, sureFrom } from '../domain/invoice.ts';
import { minorDigits, toDecimal, toMinor } from '../domain/money.ts';
import { documentKinds, type FieldName } from '../domain/reading.ts';
import type { Question } from '../domain/reply.ts';
import { canBePicked, pickedNumber } from '../domain/vendor-pick.ts';
import type { Vendors } from '../ports/vendors.ts';

const words = (most: number, what: string) =>
  z.string(what).trim().min(1, what).max(most, `Keep it under ${most} characters.`);
const Amount = z
  .string()
  .trim()
  .regex(/^-?\d{1,15}([.,]\d{1,4})?$/, { error: 'Write the amount in figures, like 1234.50.', abort: true })
  .transform((text) => text.replace(',', '.'));

/** Net and tax of a paper are rounded each by itself. */
const rounding = 2n;

const Asked = z.object({
  kind: z.enum(documentKinds).default('invoice'),
  vendor: words(200, 'Who sent it?'),
  number: words(100, 'Give the number that stands on it.').optional(),
  date: Day,
  dueDate: Day.optional(),
  currency: CurrencyCode,
  net: Amount.optional(),
  tax: Amount.optional(),
  total: Amount,
  category: z.string().optional(),
});

/** The answer to one of the questions alone. */
export const OneAnswer = Asked.omit({ kind: true, category: true }).partial();

/** An invoice as a person types it; amounts become minor units once the currency is known. */
export const InvoiceAnswers = Asked.superRefine((typed, context) => {
  const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const places = minorDigits(typed.currency);
  for (const name of ['net', 'tax', 'total'] as const) {
    if ((typed[name]?.split('.')[1]?.length ?? 0) > places)
      complain(name, `${typed.currency} has ${places || 'no'} decimal places.`);
  }
  if (typed.number === undefined && typed.kind !== 'receipt')
    complain('number', 'Give the number that stands on it; only a receipt may have none.');
  if (typed.dueDate && typed.dueDate < typed.date) complain('dueDate', 'It cannot be due before its date.');
  if (typed.kind === 'credit_note' && !typed.total.startsWith('-'))
    complain('total', 'A credit note is negative; put a minus in front.');
});
export type InvoiceAnswers = z.infer<typeof InvoiceAnswers>;

/** The answers with the vendor's name in place of its number; null for a number that no vendor has. */
export async function withVendor<T extends { readonly vendor?: string | undefined }>(
  typed: T,
  vendors: Pick<Vendors, 'named'>,
): Promise<T | null> {
  const number = pickedNumber(typed.vendor ?? '');
  if (number === null) return typed;
  const vendor = await vendors.named(number);
  return vendor === null ? null : { ...typed, vendor };
}

/** What is said under the question then. */
export const noSuchVendor = { vendor: 'Choose a vendor from the list, or type a new name of at most 75 letters.' };

/** A slip of the one who types, by question; null where the sum holds. `beside` is what the paper has in its total besides net and tax, whichever way it is signed. */
export function sumMistake(
  { netMinor, taxMinor, totalMinor }: Pick<Correctable, 'netMinor' | 'taxMinor' | 'totalMinor'>,
  beside = 0n,
): Readonly<Record<string, string>> | null {
  if (netMinor === null || taxMinor === null || totalMinor === null) return null;
  const apart = netMinor + taxMinor - totalMinor;
  const holds = [0n, beside, -beside].some((more) => apart + more <= rounding && apart + more >= -rounding);
  return holds ? null : { total: 'Net and tax do not add up to this total.' };
}

/** What was typed, to the cent. */
export function valuesOf({ net, tax, total, ...typed }: InvoiceAnswers): Correctable & { readonly totalMinor: bigint } {
  const minor = (decimal: string | undefined) => (decimal === undefined ? null : toMinor(decimal, typed.currency));
  const totalMinor = minor(total);
  if (totalMinor === null) throw new Fault('invalid', 'Give the total of the invoice.');
  return {
    ...typed,
    number: typed.number ?? null,
    dueDate: typed.dueDate ?? null,
    netMinor: minor(net),
    taxMinor: minor(tax),
    totalMinor,
    category: typed.category ?? null,
  };
}

/** What the form says before anybody types; `confidence` marks what is in doubt, absent where nothing was read. */
export type Filled = Partial<Correctable> & { readonly confidence?: Readonly<Partial<Record<FieldName, number>>> };

/** The questions, filled with what is known. The category is asked for where there are some to choose from. */
export function invoiceQuestions(filled: Filled, categories: readonly string[] = []): readonly Question[] {
  const { currency = null } = filled;
  const amount = (minor: bigint | null | undefined) => initial(minor == null ? null : toDecimal(minor, currency));
  return [
    vendorQuestion(filled.vendor ?? ''),
    { ask: 'words', name: 'number', label: 'Invoice number', optional: true, ...initial(filled.number) },
    { ask: 'choice', name: 'kind', label: 'Kind', options: kinds, initial: filled.kind ?? 'invoice' },
    { ask: 'day', name: 'date', label: 'Invoice date', ...initial(filled.date) },
    { ask: 'day', name: 'dueDate', label: 'Due date', optional: true, ...initial(filled.dueDate) },
    { ask: 'words', name: 'currency', label: 'Currency', hint: 'Three letters, like EUR', ...initial(currency) },
    { ask: 'amount', name: 'net', label: 'Net', optional: true, ...amount(filled.netMinor) },
    { ask: 'amount', name: 'tax', label: 'Tax', optional: true, ...amount(filled.taxMinor) },
    {
      ask: 'amount',
      name: 'total',
      label: 'Total',
      hint: 'What is to be paid, tax included',
      ...amount(filled.totalMinor),
    },
    ...(categories.length > 0 ? [categoryQuestion(filled.category, categories)] : []),
  ].map((question) => ({ ...question, ...doubt(question.name, filled) }) as Question); // a hint more, or another one
}

const initial = (value: string | null | undefined): { readonly initial?: string } => (value ? { initial: value } : {});

/** A name that a list of Slack's cannot carry is put right letter by letter. */
const vendorQuestion = (vendor: string): Question => ({
  ...(canBePicked(vendor) ? { ask: 'suggest', of: 'vendors' } : { ask: 'words' }),
  name: 'vendor',
  label: 'Vendor',
  placeholder: 'Who sent the invoice',
  ...initial(vendor),
});

/** As many as Slack shows in a list; of more, those are shown that are typed. */
const mostListed = 100;

const categoryQuestion = (category: string | null | undefined, categories: readonly string[]): Question => ({
  ...(categories.length <= mostListed
    ? { ask: 'choice', options: categories.map((name) => [name, name] as const) }
    : { ask: 'suggest', of: 'categories' }),
  name: 'category',
  label: 'Category',
  hint: 'New invoices of this vendor will get it too',
  optional: true,
  ...initial(category),
});

/** The fields of a reading that the form asks for, by question. */
const fields = {
  vendor: 'vendor',
  number: 'invoice_number',
  date: 'date',
  dueDate: 'due_date',
  currency: 'currency',
  net: 'net',
  tax: 'tax',
  total: 'total',
} as const satisfies Record<keyof z.infer<typeof OneAnswer>, FieldName>;
export type Asks = keyof typeof fields;
export const asks = Object.keys(fields) as Asks[]; // the keys are the type

export const fieldOf = (question: Asks): FieldName => fields[question];

/** What the invoice says to a question, as the form would show it; null where it says nothing. */
export function statedAs(invoice: Correctable, question: Asks): string | null {
  if (question !== 'net' && question !== 'tax' && question !== 'total') return invoice[question];
  const minor = invoice[`${question}Minor`];
  return minor === null ? null : toDecimal(minor, invoice.currency);
}

/** Whoever sends the whole form has looked at all of these. */
export const askedFields: readonly FieldName[] = Object.values(fields);

function doubt(question: string, { confidence }: Filled): { readonly hint?: string } {
  const asked = asks.find((name) => name === question);
  const sure = asked && confidence?.[fields[asked]];
  return sure !== undefined && sure < sureFrom
    ? { hint: 'Please check: Penny is not sure that this was read right.' }
    : {};
}

const kinds = [
  ['invoice', 'Invoice'],
  ['credit_note', 'Credit note'],
  ['receipt', 'Receipt'],
] as const;
