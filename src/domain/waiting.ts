import { type Invoice, sureFrom } from './invoice.ts';
import type { FieldName } from './reading.ts';

/** Why an invoice waits for a person; one may wait for several reasons. */
export const waitingReasons = ['duplicate', 'check', 'missing', 'unsure'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** What must be there and sure before an invoice needs no person; a receipt may have no number. */
export const needed = {
  vendor: 'vendor',
  invoice_number: 'number',
  date: 'date',
  currency: 'currency',
  total: 'total',
} as const satisfies Partial<Record<FieldName, string>>;
type Needed = keyof typeof needed;

/** The reasons in words, for one invoice: "possible duplicate of #3", "vendor and total to be checked". */
export function whyWaiting(invoice: Invoice): readonly string[] {
  if (invoice.state === 'held') return [`possible duplicate of #${invoice.duplicateOf}`];
  const missing = names.filter(
    (name) => stated(invoice, name) === null && !(name === 'invoice_number' && invoice.kind === 'receipt'),
  );
  const unsure = names.filter((name) => stated(invoice, name) !== null && (invoice.confidence[name] ?? 1) < sureFrom);
  const reasons = [
    ...(missing.length > 0 ? [`${list(missing)} not found`] : []),
    ...(unsure.length > 0 ? [`${list(unsure)} to be checked`] : []),
    ...invoice.checks.filter(({ ok }) => !ok).map(({ says }) => says.replace(/\.$/, '')),
  ];
  return reasons.length > 0 ? reasons : ['to be looked at'];
}

const names = Object.keys(needed) as Needed[]; // the keys are the type
const stated = (invoice: Invoice, name: Needed): unknown =>
  ({
    vendor: invoice.vendor,
    invoice_number: invoice.number,
    date: invoice.date,
    currency: invoice.currency,
    total: invoice.totalMinor,
  })[name];

const list = (some: readonly Needed[]): string => {
  const words = some.map((name) => needed[name]);
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
};
