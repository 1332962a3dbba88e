import type { Invoice } from './invoice.ts';
import { sureFrom } from './invoice.ts';
import { type Currency, formatMoney, type Money, minorDigits } from './money.ts';

/** So many invoices in a row must a person have found right before further ones of a vendor may confirm themselves. */
export const earnedBy = 10;

/** What holds for the vendor of an invoice. `auto`: its invoices under an amount confirm themselves. `offers`: it has earned that, and under which amount. */
export type VendorTrust = {
  readonly vendor: string;
  readonly auto: (Money & { readonly setBy: string; readonly setAt: Date }) | null;
  readonly offers: Money | null;
};

/** The next round amount above: 1, 2 or 5 and noughts, so that what was usual so far lies under it. */
export function roundAbove({ minor, currency }: Money): Money {
  const unit = 10n ** BigInt(minorDigits(currency));
  for (let step = unit; ; step *= 10n) {
    const found = [1n, 2n, 5n].map((times) => times * step).find((amount) => amount > minor);
    if (found) return { minor: found, currency };
  }
}

/** Is there nothing about this invoice that a person would look at? Who the vendor is and what it may cost is the ledger's to say. */
export const isWhollySure = ({ state, kind, duplicateOf, confidence, checks }: Invoice): boolean =>
  state === 'booked' &&
  kind !== 'credit_note' &&
  duplicateOf === null &&
  checks.every(({ ok }) => ok) &&
  confidence.total !== undefined &&
  Object.values(confidence).every((grade) => grade >= sureFrom);

export const underWords = (minor: bigint, currency: Currency): string => `under ${formatMoney({ minor, currency })}`;
