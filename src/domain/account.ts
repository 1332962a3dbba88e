import type { Check } from './reading.ts';

/** Enough of an account to tell two apart, and no more than everybody in a channel may read. */
export const shortIban = (iban: string): string => `…${iban.slice(-4)}`;

/**
 * Is the account on the paper one that somebody vouched for as this vendor's? Another account is how invoices are forged, so a person must ask.
 * Null where the paper names none, or none is known yet.
 */
export function accountCheck(iban: string | null, known: readonly string[]): Check | null {
  if (iban === null || known.length === 0) return null;
  if (known.includes(iban)) return { name: 'account', ok: true, says: `The account ${shortIban(iban)} is known.` };
  const before = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(known.map(shortIban));
  return {
    name: 'account',
    ok: false,
    says: `The account is another one than on the invoices before: ${shortIban(iban)}, not ${before}. Ask the vendor before paying.`,
  };
}

/** The checks once a person has vouched for the account. */
export const accountVouchedFor = (checks: readonly Check[], iban: string | null): readonly Check[] =>
  checks.map((check) =>
    check.name === 'account' && !check.ok && iban !== null
      ? { name: 'account', ok: true, says: `The account ${shortIban(iban)} is new; somebody confirmed it.` }
      : check,
  );
