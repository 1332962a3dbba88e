import { isDate } from '../../domain/calendar.ts';
import { isCurrency, toDecimal } from '../../domain/money.ts';
import type { Check } from '../../domain/reading.ts';
import { type Amounts, amount } from './amount.ts';
import type { Stated } from './stated.ts';

/** What can be held against an e-invoice, exactly: amounts are compared as it states them, before any sign is turned. */
export function checksOf(stated: Stated, currency: string | null, { net, tax, total }: Amounts): readonly Check[] {
  const show = (minor: bigint) => toDecimal(minor, currency);
  const checks: Check[] = [dateCheck(stated.date), currencyCheck(currency)];
  if (net !== null && tax !== null && total !== null) {
    const ok = net + tax === total;
    const makes = ok ? 'make' : 'do not make';
    checks.push({
      name: 'sums',
      ok,
      says: `Net ${show(net)} and tax ${show(tax)} ${makes} the total of ${show(total)}.`,
    });
  }
  const lines = linesSum(stated, currency);
  if (lines !== null && net !== null) {
    const ok = lines === net;
    checks.push({
      name: 'lines',
      ok,
      says: `The lines add up to ${show(lines)}${ok ? '' : `, not to the net of ${show(net)}`}.`,
    });
  }
  return checks;
}

/** The lines with what is taken off or put on the whole; `null` when a line has no amount or there are none. */
function linesSum({ lines, allowances, charges }: Stated, currency: string | null): bigint | null {
  const totals = lines.filter(({ within }) => !within).map(({ total }) => amount(total, currency));
  if (totals.length === 0) return null;
  const off = (amount(charges, currency) ?? 0n) - (amount(allowances, currency) ?? 0n);
  return totals.reduce((sum, total) => (sum === null || total === null ? null : sum + total), off);
}

function dateCheck(date: string | null): Check {
  const ok = date !== null && isDate(date.slice(0, 10));
  return { name: 'date', ok, says: ok ? `Dated ${date.slice(0, 10)}.` : 'The XML states no date of the invoice.' };
}

function currencyCheck(currency: string | null): Check {
  const ok = currency !== null && isCurrency(currency);
  const says = ok
    ? `In ${currency}.`
    : `The XML states ${currency === null ? 'no currency' : `“${currency}”, which is no currency`}.`;
  return { name: 'currency', ok, says };
}
