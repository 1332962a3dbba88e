import { isDate } from '../../domain/calendar.ts';
import type { Axis, Chart } from '../../domain/chart.ts';
import { minorDigits, toDecimal } from '../../domain/money.ts';
import type { ChartRow } from '../../ports/charts.ts';

type Value = ChartRow[string] | undefined;

/** How one picture writes its amounts: `exact` beside a bar, `short` on an axis. Both are made of the decimal string, never of a float. */
export type Amounts = { readonly exact: (amount: bigint) => string; readonly short: (amount: bigint) => string };

/** How the amounts of this picture are written: where the largest is 10,000 or more, cents would only be noise. */
export function amounts(chart: Chart, axis: Axis<string>, values: readonly (bigint | null)[], locale: string): Amounts {
  const signDisplay = axis.signed ? 'exceptZero' : 'auto';
  if (axis.as !== 'money') return plain(locale, signDisplay);
  const currency = chart.currency;
  if (currency === undefined) throw new Error(`The chart “${chart.title}” shows money and names no currency`);
  const unit = 10n ** BigInt(minorDigits(currency));
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', signDisplay } as const;
  const whole = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, style);
  const brief = new Intl.NumberFormat(locale, { ...style, notation: 'compact', maximumSignificantDigits: 3 });
  const decimal = (minor: bigint) => toDecimal(minor, currency) as `${number}`; // Intl formats decimal strings exactly
  const round = values.some((value) => value !== null && size(value) >= 10_000n * unit);
  return {
    exact: (minor) => minus((round && (minor === 0n || size(minor) >= unit) ? whole : fine).format(decimal(minor))),
    short: (minor) => minus(brief.format(decimal(minor))),
  };
}

function plain(locale: string, signDisplay: 'exceptZero' | 'auto'): Amounts {
  const whole = new Intl.NumberFormat(locale, { signDisplay });
  const brief = new Intl.NumberFormat(locale, { signDisplay, notation: 'compact', maximumSignificantDigits: 3 });
  return { exact: (count) => minus(whole.format(count)), short: (count) => minus(brief.format(count)) };
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
const minus = (text: string): string => text.replace('-', '−');

/** The amount of a cell: whole units only, so that nothing is rounded unseen. `null` is not known. */
export function amountOf(value: Value, field: string): bigint | null {
  if (value === null) return null;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw new Error(`The column ${field} must hold whole numbers, not ${JSON.stringify(value)}`);
}

/** The amounts that a chart shows. */
export const valuesOf = ({ y }: Chart, rows: readonly ChartRow[]): (bigint | null)[] =>
  rows.map((row) => amountOf(row[y.field] ?? null, y.field));

/** The amounts beside them, of a chart that has such. */
export const besideOf = ({ beside }: Chart, rows: readonly ChartRow[]): (bigint | null)[] | null =>
  beside ? rows.map((row) => amountOf(row[beside.field] ?? null, beside.field)) : null;

/** What stands below the places of a time axis; the year where it is new, but not below a place whose neighbour brings the next one. */
export function placeLabels(axis: Axis<string>, values: readonly Value[], locale: string): (string | string[])[] {
  if (axis.as !== 'month' && axis.as !== 'day') return values.map((value) => `${value ?? '–'}`);
  const day = axis.as === 'day' ? ({ day: 'numeric' } as const) : {};
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', ...day });
  const year = (i: number) => `${values[i] ?? ''}`.slice(0, 4);
  return values.map((value, i) => {
    const date = axis.as === 'month' ? `${value}-01` : `${value}`;
    if (!isDate(date)) throw new Error(`The column ${axis.field} must hold a ${axis.as}, not ${value}`);
    const isNew = year(i) !== year(i - 1) && (i === values.length - 1 || year(i) === year(i + 1));
    return isNew ? [format.format(new Date(date)), year(i)] : format.format(new Date(date));
  });
}
