import { fold } from '../interpret/fold.ts';
import { type Currency, isCurrency } from '../money.ts';
import { amountCell, currencyNamed, decimalOf } from './amount-cell.ts';
import { amountRoles, type DateOrder, type Mapping, type TableRow } from './columns.ts';
import { contentOf } from './content.ts';
import { orderOf } from './date-cell.ts';
import { headerOf, wordlessHeader } from './header-row.ts';
import type { Language } from './header-words.ts';
import { cellsIn, type Roles, rolesOf } from './roles.ts';

/**
 * Finds the header and what each column holds, by the header's words in eight languages and by what the cells are.
 * `rows` are the first of the file, some hundreds: signs and dates are decided over all of them.
 * `null` when it is no table of invoices: it needs an amount, and a vendor or a number.
 */
export function recognise(rows: readonly TableRow[]): Mapping | null {
  const named = headerOf(rows);
  const data = named === null ? rows : rows.filter(({ line }) => line > named.line);
  const roles = rolesOf(named, data);
  const amount = roles.get('total') ?? roles.get('net');
  if (amount === undefined || !(roles.has('vendor') || roles.has('number'))) return null;
  const columns = Array.from(
    { length: widthOf(rows) },
    (_, at) => [...roles].find(([, column]) => column === at)?.[0] ?? null,
  );
  const currency = currencyOf(rows, named?.line ?? null, roles, data);
  return {
    columns,
    header: named === null ? wordlessHeader(rows, amount) : named.line,
    dates: datesOf(roles, data, currency),
    decimal: decimalOf(cellsIn(roles, amountRoles, data)) ?? habitOf(named?.language ?? 'en'),
    currency,
    date: null,
  };
}

const widthOf = (rows: readonly TableRow[]): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/** How a language parts the fraction, where the amounts do not tell. */
const habitOf = (language: Language): Mapping['decimal'] => (language === 'en' ? '.' : ',');

/** The order that the dates prove; the one most people use where they prove none: month first beside US dollars, else day first. */
function datesOf(roles: Roles, data: readonly TableRow[], currency: Currency | null): DateOrder {
  const { first, last, seen } = orderOf(cellsIn(roles, ['date', 'due_date'], data));
  if (seen.first > seen.last) return first ?? 'ymd';
  return last ?? (currency === 'USD' ? 'mdy' : 'dmy');
}

/** The currency of rows that name none: named by the header, or by the marks beside the amounts when all agree. */
function currencyOf(
  rows: readonly TableRow[],
  header: number | null,
  roles: Roles,
  data: readonly TableRow[],
): Currency | null {
  const heads = rows.find(({ line }) => line === header)?.cells ?? [];
  const columns = amountRoles.flatMap((role) => roles.get(role) ?? []);
  const inHeader = columns.map((column) => currencyIn(heads[column] ?? '')).find((code) => code !== null);
  if (inHeader) return inHeader;
  const marked = new Set(
    cellsIn(roles, amountRoles, data).map((cell) => currencyNamed(amountCell(cell, '.')?.mark ?? '')),
  );
  const [only] = marked;
  return marked.size === 1 && only ? only : null;
}

function currencyIn(header: string): Currency | null {
  const code = header.match(/\b[A-Z]{3}\b/g)?.find(isCurrency);
  const mark = /[€£$]/.exec(header)?.[0];
  return code ?? (mark === undefined ? null : currencyNamed(mark));
}

/** The key by which a layout is remembered: the folded words of its header, or the shape of its columns where there is none. */
export function layoutKey(mapping: Mapping | null, rows: readonly TableRow[]): string {
  const header = rows.find(({ line }) => line === mapping?.header);
  if (header)
    return `header:${header.cells.map((cell) => fold(cell).replace(/\s+/g, ' ').trim()).join('|')}`.slice(
      0,
      longestKey,
    );
  const kinds = contentOf(rows).map(({ filled, dates, money, amounts, texts }) => {
    if (filled === 0) return '-';
    if (dates > 0.5) return 'd';
    if (money > 0.5) return 'm';
    return amounts > 0.5 ? 'n' : texts > 0.5 ? 't' : 'x';
  });
  return `shape:${kinds.join('')}`;
}

/** Characters; what a database index takes with ease. */
const longestKey = 2000;

export type { TableRow } from './columns.ts';
