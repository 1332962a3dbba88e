import { z } from 'zod';
import { CurrencyCode, countedStates, Day, type InvoiceState, invoiceStates, sources } from './invoice.ts';
import { formatMoney, minorDigits, toMinor } from './money.ts';
import { describe } from './months.ts';
import { allTime } from './period.ts';

/** Letters of a name or of words looked for: more than people type, and few enough for a button to carry all of a filter. */
export const longestWords = 200;

const Id = z.string().regex(/^[1-9]\d{0,17}$/);
const Days = z.strictObject({ from: Day, to: Day, says: z.string().max(60).optional() });
/** Whole units as people say them ("500", "12.50"), of whatever currency an invoice is in. */
const Amount = z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/);
const Part = z.string().min(1).max(longestWords);

/**
 * Which invoices are meant: all that is named must hold, what is absent narrows nothing. Small enough, as JSON, for a button to carry.
 * - `words`: free text over vendor, number, lines and pages; quotes keep a phrase together.
 * - `vendor`, `category`: a part of the name, in the ledger's spelling, as reports are filtered; `vendorId`, `categoryId`: this one, or those without.
 * - `dates`: of the invoice; `due`: when it is to be paid; `added`: the day (UTC) it came in. Both ends are included; `says` is how people name these days.
 * - `least`, `most` include the amount, `over` and `under` do not.
 * - `counted`: what reports of spend count; `owed`: what those of due dates count; `stopped`: duplicates that were held or thrown out.
 * - `number`: how the invoice number begins, signs and case aside; `iban`: how the account begins, or its last digits; `invoice`: the one of this number in the ledger;
 *   `document`: those of this file.
 */
export const InvoiceFilter = z
  .strictObject({
    words: Part,
    invoice: Id,
    document: Id,
    number: Part,
    vendor: Part,
    vendorId: Id.or(z.literal('none')),
    category: Part,
    categoryId: Id.or(z.literal('none')),
    currency: CurrencyCode,
    dates: Days,
    due: Days,
    added: Days,
    least: Amount,
    over: Amount,
    most: Amount,
    under: Amount,
    states: z.array(z.enum(invoiceStates)).max(invoiceStates.length),
    source: z.enum(sources),
    iban: z.string().min(1).max(40),
    counted: z.literal(true),
    owed: z.literal(true),
    stopped: z.literal(true),
  })
  .partial();
export type InvoiceFilter = z.infer<typeof InvoiceFilter>;
type Days = z.infer<typeof Days>;

/** The states that such an invoice may be in. */
export function statesIn({ states, counted, owed, stopped }: InvoiceFilter): readonly InvoiceState[] {
  const spends = (state: InvoiceState) => countedStates.some((one) => one === state);
  return invoiceStates
    .filter((state) => states?.includes(state) ?? true)
    .filter((state) => !(counted || owed) || spends(state))
    .filter((state) => !stopped || state === 'held' || state === 'deleted');
}

/** What the states are called, by people and in a filter. */
export const stateNames: Readonly<Record<InvoiceState, string>> = {
  review: 'in review',
  booked: 'booked',
  confirmed: 'confirmed',
  held: 'held',
  deleted: 'deleted',
};

/** The filter as people say it, part by part: `vendor “acme”`, `over 500`, `since March 2026`. Nothing where it narrows nothing. */
export function saidParts(filter: InvoiceFilter): readonly string[] {
  const { words, number, vendor, vendorId, category, categoryId, currency, states } = filter;
  return [
    words && (words.includes('"') ? words.replaceAll(/"([^"]*)"/g, '“$1”') : `“${words}”`),
    filter.invoice && `#${filter.invoice}`,
    filter.document && 'of this file',
    number && `number ${number}`,
    vendor && `vendor “${vendor}”`,
    vendorId === 'none' && 'no vendor',
    category && `category “${category}”`,
    categoryId === 'none' && 'no category',
    ...amountsSaid(filter),
    currency && `in ${currency}`,
    filter.dates && daysSaid('', filter.dates),
    filter.due && daysSaid('due ', filter.due),
    filter.added && daysSaid('come in ', filter.added),
    states && states.length < invoiceStates.length - 1 && states.map((state) => stateNames[state]).join(' or '),
    filter.source && `by ${filter.source.replace('_', ' ')}`,
    filter.iban && `account ${filter.iban}`,
    filter.stopped && 'stopped as duplicates',
  ].filter((part): part is string => typeof part === 'string' && part !== '');
}

/** The same in a line. */
export const saidFilter = (filter: InvoiceFilter): string => saidParts(filter).join(', ');

function amountsSaid({ least, most, over, under, currency }: InvoiceFilter): readonly (string | undefined)[] {
  const amount = (decimal: string) => (currency ? withoutCents(decimal, currency) : grouped(decimal));
  if (least !== undefined && most !== undefined) return [`${amount(least)} to ${amount(most)}`];
  return [
    over && `over ${amount(over)}`,
    least && `${amount(least)} or more`,
    under && `under ${amount(under)}`,
    most && `${amount(most)} or less`,
  ];
}

const grouped = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.');
  return `${BigInt(whole).toLocaleString('en-GB')}${fraction === undefined ? '' : `.${fraction}`}`;
};

const withoutCents = (decimal: string, currency: string): string =>
  formatMoney({ minor: toMinor(decimal, currency), currency }).replace(minorDigits(currency) > 0 ? /\.0+$/ : /$^/, '');

function daysSaid(before: string, { from, to, says }: Days): string {
  if (from === allTime.from && says) return says;
  const named = says ?? describe(from, to);
  if (named.startsWith('since ')) return `${before}${named}`;
  if (named.startsWith('last ')) return `${before}in the ${named}`;
  if (/^\d{1,2} .* to /.test(named)) return `${before}from ${named}`;
  return `${before}${/^\d{1,2} /.test(named) ? 'on' : 'in'} ${named}`;
}
