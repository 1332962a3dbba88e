import type { IsoDate } from './calendar.ts';
import { checksOf } from './interpret/checks.ts';
import { reviewReasons } from './interpret/sure.ts';
import type { Correctable, Invoice } from './invoice.ts';
import type { Check, FieldName, Fields } from './reading.ts';

/** What else follows when a person gives an invoice these values. */
export type Consequence = {
  readonly confidence: Invoice['confidence'];
  readonly checks: readonly Check[];
  readonly state: 'review' | 'booked';
};

/** A field that a person has settled carries no doubt any more, whether its value changed or not; what is still in doubt keeps the invoice in review. */
export function correction(
  before: Invoice,
  values: Correctable,
  settled: readonly FieldName[],
  today: IsoDate,
): Consequence {
  const confidence = Object.fromEntries(
    Object.entries(before.confidence).filter(([name]) => !settled.some((one) => one === name)),
  );
  const fields = fieldsOf(values, confidence);
  const sign = turns(before, values) ? -1n : 1n;
  const lines = before.lines.map(({ totalMinor, ...line }) => ({
    ...line,
    total: totalMinor === null ? null : sign * totalMinor,
  }));
  const checks = checksOf(fields, lines, today, sign * besideIn(before));
  const reading = { kind: values.kind, pageFrom: 1, pageTo: 1, fields, lines, checks };
  return { confidence, checks, state: reviewReasons(reading).length > 0 ? 'review' : 'booked' };
}

/** What stands beside net and tax in a total whose sum was found to hold: a deposit, a tip. It is on the paper, so a correction leaves it there. */
export function besideIn({ checks, netMinor, taxMinor, totalMinor }: Invoice): bigint {
  const holds = checks.some(({ name, ok }) => name === 'sums' && ok);
  return holds && netMinor !== null && taxMinor !== null && totalMinor !== null ? totalMinor - netMinor - taxMinor : 0n;
}

/** Was an invoice found to be a credit note, or the other way round? Its lines turn with it. */
export const turns = (before: Correctable, after: Correctable): boolean =>
  (before.totalMinor ?? 0n) * (after.totalMinor ?? 0n) < 0n;

/** The values as a reader would have given them; what a person settled is certain. */
function fieldsOf(values: Correctable, confidence: Invoice['confidence']): Fields {
  const named: Readonly<Partial<Record<FieldName, unknown>>> = {
    vendor: values.vendor,
    invoice_number: values.number,
    date: values.date,
    due_date: values.dueDate,
    currency: values.currency,
    net: values.netMinor,
    tax: values.taxMinor,
    total: values.totalMinor,
  };
  const there = Object.entries(named).filter(([, value]) => value !== null) as [FieldName, unknown][]; // Object.entries widens the keys
  const graded = there.map(([name, value]) => [name, { value, confidence: confidence[name] ?? 1 }]);
  return Object.fromEntries(graded) as Fields; // each name beside its own value, above
}

/** The values that differ, by name. */
export const changedNames = (before: Correctable, after: Correctable): readonly (keyof Correctable)[] =>
  correctable.filter((name) => before[name] !== after[name]);

const correctable = [
  'kind',
  'vendor',
  'number',
  'date',
  'dueDate',
  'currency',
  'netMinor',
  'taxMinor',
  'totalMinor',
  'category',
] as const satisfies readonly (keyof Correctable)[];

/** How a person calls each of them. */
export const fieldWords: Readonly<Record<keyof Correctable, string>> = {
  kind: 'kind',
  vendor: 'vendor',
  number: 'number',
  date: 'date',
  dueDate: 'due date',
  currency: 'currency',
  netMinor: 'net',
  taxMinor: 'tax',
  totalMinor: 'total',
  category: 'category',
};
