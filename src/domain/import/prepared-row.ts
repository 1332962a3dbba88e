import type { IsoDate } from '../calendar.ts';
import { type Currency, minorDigits, toMinor } from '../money.ts';
import { numberKey, taxIdKey, vendorKey } from '../vendor.ts';
import { type AmountCell, amountCell, currencyNamed } from './amount-cell.ts';
import { cellText, rawText } from './cell-text.ts';
import type { ColumnRole, Mapping, TableRow } from './columns.ts';
import { type DateCell, dateCell } from './date-cell.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import { remembered } from './remembered.ts';

/** One row as it will be booked, or the sentence why it cannot be. Amounts are minor units as decimal digits; a credit note's are negative. */
export type PreparedRow = {
  readonly line: number;
  readonly vendor: string | null;
  readonly vendorKey: string | null;
  readonly taxId: string | null;
  readonly iban: string | null;
  readonly number: string | null;
  readonly numberKey: string | null;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly currency: Currency | null;
  readonly netMinor: string | null;
  readonly taxMinor: string | null;
  readonly totalMinor: string | null;
  readonly category: string | null;
  readonly description: string | null;
  /** The row's cells as one JSON array. */
  readonly raw: string;
  /** Sentences for the person; `null` when the row is fine. */
  readonly problem: string | null;
};

/** Characters that are kept of a text. */
const longest = { vendor: 200, number: 100, category: 100, description: 500, taxId: 50, iban: 50 };

/** Prepares a row of data; `null` for a row that is none (see `leftOut`). */
export function prepareRow(row: TableRow, mapping: Mapping): PreparedRow | null {
  const prepared = rowPreparer(mapping)(row);
  return typeof prepared === 'string' ? null : prepared;
}

/** The same for many rows of one table: answers why a row is left out, and remembers what rows have in common. */
export function rowPreparer(mapping: Mapping): (row: TableRow) => PreparedRow | LeftOut {
  const place = new Map<ColumnRole, number>();
  for (const [column, role] of mapping.columns.entries()) if (role !== null) place.set(role, column);
  const keyOf = remembered(vendorKey);
  const dayOf = remembered((cell: string) => dateCell(cell, mapping.dates));
  return (row) => {
    const reason = leftOut(row, mapping);
    if (reason !== null) return reason;
    const at = (role: ColumnRole): string => {
      const column = place.get(role);
      return column === undefined ? '' : (row.cells[column]?.trim() ?? '');
    };
    const problems: string[] = [];
    const vendor = cellText(at('vendor'), longest.vendor);
    if (vendor === null) problems.push('No vendor is named.');
    const number = cellText(at('number'), longest.number);
    const taxId = cellText(at('tax_id'), longest.taxId);
    const money = moneyOf(at, mapping, problems);
    return {
      line: row.line,
      vendor,
      vendorKey: vendor === null ? null : keyOf(vendor),
      taxId: taxId === null ? null : taxIdKey(taxId),
      iban: cellText(at('iban'), longest.iban)?.replaceAll(' ', '').toUpperCase() ?? null,
      number,
      numberKey: number === null ? null : numberKey(number),
      date: dayIn(at('date'), mapping.date, dayOf, problems),
      dueDate: dueIn(at('due_date'), dayOf, problems),
      ...money,
      category: cellText(at('category'), longest.category),
      description: cellText(at('description'), longest.description),
      raw: rawText(row.cells),
      problem: problems.length === 0 ? null : problems.join(' '),
    };
  };
}

function dayIn(
  cell: string,
  usual: IsoDate | null,
  dayOf: (cell: string) => DateCell,
  problems: string[],
): IsoDate | null {
  if (isNothing(cell)) {
    if (usual !== null) return usual;
    problems.push('No date is given.');
    return null;
  }
  const day = dayOf(cell);
  if (typeof day === 'object') return day.day;
  problems.push(day === 'none' ? `${quoted(cell)} is not a date.` : `The date ${quoted(cell)} does not exist.`);
  return null;
}

/** Terms (“30 days net”) are no date and no harm. */
function dueIn(cell: string, dayOf: (cell: string) => DateCell, problems: string[]): IsoDate | null {
  const day = isNothing(cell) ? 'none' : dayOf(cell);
  if (day === 'nonsense') problems.push(`The due date ${quoted(cell)} does not exist.`);
  return typeof day === 'object' ? day.day : null;
}

type RowMoney = Pick<PreparedRow, 'currency' | 'netMinor' | 'taxMinor' | 'totalMinor'>;

/** The total is the total, else net and tax, else the net. */
function moneyOf(at: (role: ColumnRole) => string, mapping: Mapping, problems: string[]): RowMoney {
  const [net, tax, total] = (['net', 'tax', 'total'] as const).map((role) => amountIn(at(role), mapping, problems));
  const currency = currencyOf(at('currency'), total?.mark ?? net?.mark ?? tax?.mark ?? null, mapping, problems);
  const minor = (amount: AmountCell | null | undefined) => (amount ? minorText(amount.decimal, currency) : null);
  const [netMinor = null, taxMinor = null] = [minor(net), minor(tax)];
  const totalMinor = minor(total) ?? sumOf(netMinor, taxMinor);
  if (totalMinor === null && !problems.some((problem) => problem.endsWith(notAmount)))
    problems.push('No amount is given.');
  if ([netMinor, taxMinor, totalMinor].some((one) => one !== null && one.length > longestMinor)) {
    problems.push('The amount is larger than Penny can book.');
    return { currency, netMinor: null, taxMinor: null, totalMinor: null };
  }
  return { currency, netMinor, taxMinor, totalMinor };
}

/** As `toMinor`, in digits: where nothing is to be rounded there is no need for a number. */
function minorText(decimal: string, currency: Currency | null): string {
  const point = decimal.indexOf('.');
  const missing = minorDigits(currency) - (point < 0 ? 0 : decimal.length - point - 1);
  if (missing < 0 || decimal.startsWith('0') || decimal.startsWith('-0')) return toMinor(decimal, currency).toString();
  return decimal.replace('.', '') + '0'.repeat(missing);
}

const sumOf = (net: string | null, tax: string | null): string | null =>
  net === null || tax === null ? net : (BigInt(net) + BigInt(tax)).toString();

/** Digits and sign of the longest amount: the database's 64 bits hold it, with room for sums. */
const longestMinor = 17;
const notAmount = 'is not an amount.';

function amountIn(cell: string, { decimal }: Mapping, problems: string[]): AmountCell | null {
  if (isNothing(cell)) return null;
  const amount = amountCell(cell, decimal);
  if (amount === null) problems.push(`${quoted(cell)} ${notAmount}`);
  return amount;
}

function currencyOf(
  cell: string,
  mark: string | null,
  { currency: usual }: Mapping,
  problems: string[],
): Currency | null {
  if (!isNothing(cell)) {
    const named = currencyNamed(cell, usual);
    if (named === null) problems.push(`${quoted(cell)} is not a currency.`);
    return named;
  }
  const currency = (mark === null ? null : currencyNamed(mark, usual)) ?? usual;
  if (currency === null) problems.push('No currency is given.');
  return currency;
}

/** What people write where there is nothing. */
const isNothing = (cell: string): boolean =>
  cell === '' || (cell.length < 6 && /^(?:#?n\/?\.?a\.?|nil|none|null|[-–—.]+)$/i.test(cell));

const quoted = (cell: string): string => `“${cellText(cell, 60) ?? ''}”`;
