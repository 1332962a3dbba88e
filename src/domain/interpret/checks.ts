import { addDays, type IsoDate } from '../calendar.ts';
import { type Currency, formatMoney, isCurrency, toDecimal } from '../money.ts';
import type { Check, Fields, ReadLine } from '../reading.ts';

/** The checks that a reading must pass to need no person; each says in a sentence what was compared. `beside` is what stands beside net and tax in the total. */
export function checksOf(fields: Fields, lines: readonly ReadLine[], today: IsoDate, beside = 0n): readonly Check[] {
  const currency = fields.currency?.value ?? null;
  return [
    sums(fields, currency, beside),
    adds(fields, lines, currency),
    plausible(fields, today),
    known(currency),
  ].filter((check) => check !== null);
}

const money = (minor: bigint, currency: Currency | null): string =>
  currency && isCurrency(currency) ? formatMoney({ minor, currency }) : toDecimal(minor, currency);

const apart = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

function sums({ net, tax, total }: Fields, currency: Currency | null, beside: bigint): Check | null {
  if (!net || !tax || !total) return null;
  const ok = apart(net.value + tax.value + beside, total.value) <= 2n;
  const sum = `Net ${money(net.value, currency)} and tax ${money(tax.value, currency)}`;
  const says = ok
    ? `${sum} make the total of ${money(total.value, currency)}.`
    : `${sum} make ${money(net.value + tax.value, currency)}, but the total says ${money(total.value, currency)}.`;
  return { name: 'sums', ok, says };
}

/** Lines may add up to the net or to the total; a cent a line is rounding. */
function adds({ net, total }: Fields, lines: readonly ReadLine[], currency: Currency | null): Check | null {
  const amounts = lines.map((line) => line.total).filter((value) => value !== null);
  const goal = net ?? total;
  if (amounts.length === 0 || !goal) return null;
  const sum = amounts.reduce((all, value) => all + value, 0n);
  const most = BigInt(amounts.length + 1);
  const ok = [net, total].some((field) => field && apart(sum, field.value) <= most);
  const says = ok
    ? `The ${amounts.length} lines add up to ${money(sum, currency)}.`
    : `The ${amounts.length} lines add up to ${money(sum, currency)}, but the paper says ${money(goal.value, currency)}.`;
  return { name: 'lines', ok, says };
}

function plausible({ date, due_date }: Fields, today: IsoDate): Check | null {
  if (!date) return null;
  const fails = (says: string): Check => ({ name: 'date', ok: false, says });
  if (date.value > addDays(today, 31)) return fails(`The date ${date.value} lies more than a month ahead.`);
  if (date.value < addDays(today, -365 * 20)) return fails(`The date ${date.value} lies more than 20 years back.`);
  if (due_date && due_date.value < date.value)
    return fails(`It is due on ${due_date.value}, before its date ${date.value}.`);
  return { name: 'date', ok: true, says: `The date ${date.value} is plausible.` };
}

function known(currency: Currency | null): Check {
  if (currency === null) return { name: 'currency', ok: false, says: 'The paper does not say its currency.' };
  return isCurrency(currency)
    ? { name: 'currency', ok: true, says: `${currency} is a known currency.` }
    : { name: 'currency', ok: false, says: `${currency} is not a currency that Penny knows.` };
}
