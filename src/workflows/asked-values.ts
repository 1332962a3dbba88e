import { Fault } from '../domain/fault.ts';
import { CurrencyCode, type InvoiceState, invoiceStates, type Source, sources } from '../domain/invoice.ts';
import { type InvoiceFilter, longestWords } from '../domain/invoice-filter.ts';
import { nearest } from '../domain/nearest.ts';
import { parsePeriod } from '../domain/period.ts';

/** What may be named before a colon, and what others call it. */
export const otherKeys: Readonly<Record<string, string>> = {
  state: 'status',
  supplier: 'vendor',
  account: 'iban',
  no: 'number',
  date: 'period',
  dated: 'period',
};
const readers: Readonly<Record<string, (value: string, today: string) => InvoiceFilter>> = {
  status: (value) => ({ states: value.split(/[,/+]/).flatMap((one) => statesOf(one.trim())) }),
  vendor: (value) => ({ vendor: part('vendor', value) }),
  category: (value) => ({ category: part('category', value) }),
  currency: (value) => ({ currency: currencyOf(value) }),
  source: (value) => ({ source: oneOf('source', value, sourceWords) }),
  iban: (value) => ({ iban: account(value) }),
  number: (value) => ({ number: numberOf(value) }),
  period: (value, today) => ({ dates: days(value, today) }),
  due: (value, today) => ({ due: days(value, today), owed: true }),
  added: (value, today) => ({ added: days(value, today) }),
};
export const keys = Object.keys(readers);

/** What `key:value` asks for. Throws Fault('invalid') with the nearest value there is. */
export function askedValue(key: string, value: string, today: string): InvoiceFilter {
  return readers[otherKeys[key] ?? key]?.(value, today) ?? {};
}

const stateWords: Readonly<Record<string, readonly InvoiceState[]>> = {
  ...(Object.fromEntries(invoiceStates.map((state) => [state, [state]])) as Record<InvoiceState, [InvoiceState]>), // the same keys
  waiting: ['review', 'held'],
  duplicate: ['held'],
  removed: ['deleted'],
  all: invoiceStates,
};
const sourceWords: Readonly<Record<string, Source>> = {
  ...(Object.fromEntries(sources.map((source) => [source, source])) as Record<Source, Source>), // the same keys
  slack: 'slack_file',
  file: 'slack_file',
  'e-invoice': 'e_invoice',
  einvoice: 'e_invoice',
  import: 'bulk',
  csv: 'bulk',
  hand: 'manual',
  inbox: 'drop',
};

const statesOf = (value: string): readonly InvoiceState[] => oneOf('status', value.replace(/^in /i, ''), stateWords);

function oneOf<T>(what: string, value: string, known: Readonly<Record<string, T>>): T {
  const found = Object.hasOwn(known, value.toLowerCase()) ? known[value.toLowerCase()] : undefined;
  if (found !== undefined) return found;
  const meant = nearest(value, Object.keys(known));
  const next = meant ? `Did you mean ${what}:${meant}?` : `There are ${Object.keys(known).join(', ')}.`;
  throw new Fault('invalid', `“${value}” is no ${what}. ${next}`);
}

function currencyOf(value: string): string {
  const code = CurrencyCode.safeParse(value);
  if (code.success) return code.data;
  throw new Fault('invalid', `“${value}” is no currency. Type its three letters: currency:EUR.`);
}

function part(key: string, value: string): string {
  const name = value.trim();
  if (name !== '' && name.length <= longestWords) return name;
  throw new Fault(
    'invalid',
    `Say which ${key}, in at most ${longestWords} letters: ${key}:acme, or ${key}:"acme paper".`,
  );
}

function account(value: string): string {
  const bare = value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (bare.length >= 4 && bare.length <= 34) return bare;
  throw new Fault(
    'invalid',
    'Give the beginning of the account, or its last four digits at least: iban:DE8937, iban:3000.',
  );
}

function numberOf(value: string): string {
  if (/[\p{L}\p{N}]/u.test(value) && value.length <= longestWords) return value;
  throw new Fault('invalid', 'Give the invoice number or how it begins: number:INV-2024.');
}

function days(value: string, today: string) {
  const period = parsePeriod(value, today);
  if (period) return period;
  throw new Fault('invalid', `“${value}” is no period. Periods: this month, last quarter, 2026-03, "jan to mar".`);
}
