import { type Actor, may } from '../../domain/access.ts';
import { addDays } from '../../domain/calendar.ts';
import { countedStates, type InvoiceState } from '../../domain/invoice.ts';
import { type InvoiceFilter, statesIn } from '../../domain/invoice-filter.ts';
import { type Currency, minorDigits, toMinor } from '../../domain/money.ts';
import { numberKey } from '../../domain/vendor.ts';
import { type Query, sql } from '../../engine/sql.ts';

/** Constants written out: the indexes are partial, and the planner must see that their condition holds. */
const literals = (states: readonly InvoiceState[]): Query => ({
  text: states.map((state) => `'${state}'`).join(', '),
  values: [],
});

/** Conditions on invoice `i` by state, one for each of the indexes that have such invoices; `counts` tells whether their amounts count as spend. */
export function byState(filter: InvoiceFilter): readonly { readonly where: Query; readonly counts: boolean }[] {
  const states = statesIn(filter);
  const counted = states.filter((state) => countedStates.some((one) => one === state));
  return [
    ...(counted.length > 0 ? [{ where: sql`i.state in (${literals(counted)})`, counts: true }] : []),
    ...states
      .filter((state) => !counted.includes(state))
      .map((state) => ({ where: sql`i.state = ${literals([state])}`, counts: false })),
  ];
}

/** All else that the filter asks of invoice `i`, but its words; and that this person may see it. */
export function conditions(filter: InvoiceFilter, actor: Actor): Query {
  const { vendor, vendorId, category, categoryId, dates, due, added, number, iban } = filter;
  return every([
    may(actor, 'invoice.read') ? null : sql`i.added_by = ${actor.id}`,
    filter.document ? sql`i.document_id = ${filter.document}::bigint` : null,
    filter.invoice ? sql`i.id = ${filter.invoice}::bigint` : null,
    number ? sql`i.number_key like ${`${numberKey(number) ?? ''}%`}` : null,
    vendor
      ? sql`i.vendor_id = any(array(select id from vendor where position(lower(${vendor}::text) in lower(name)) > 0))`
      : null,
    vendorId ? idIs(sql`i.vendor_id`, vendorId) : null,
    category
      ? sql`i.category_id = any(array(select id from category where position(lower(${category}::text) in lower(name)) > 0))`
      : null,
    categoryId ? idIs(sql`i.category_id`, categoryId) : null,
    filter.currency ? sql`i.currency = ${filter.currency}::char(3)` : null,
    dates ? sql`i.date between ${dates.from}::date and ${dates.to}::date` : null,
    due ? sql`i.due_date between ${due.from}::date and ${due.to}::date` : null,
    added ? cameIn(added, filter.stopped === true) : null,
    filter.least ? amounts('>=', filter.least) : null,
    filter.over ? amounts('>', filter.over) : null,
    filter.most ? amounts('<=', filter.most) : null,
    filter.under ? amounts('<', filter.under) : null,
    filter.source ? sql`i.source = ${filter.source}` : null,
    iban ? sql`i.iban like ${/^\d/.test(iban) ? `%${account(iban)}` : `${account(iban)}%`}` : null,
    filter.counted ? sql`i.total_minor is not null and i.date is not null and i.currency is not null` : null,
    filter.owed ? sql`i.total_minor > 0 and i.due_date is not null and i.currency is not null` : null,
    filter.stopped ? sql`i.duplicate_of is not null` : null,
  ]);
}

/** All of them; those that are null ask nothing. */
export const every = (wanted: readonly (Query | null)[]): Query =>
  wanted.reduce<Query>((all, one) => (one === null ? all : sql`${all} and ${one}`), sql`true`);

const idIs = (column: Query, id: string): Query =>
  id === 'none' ? sql`${column} is null` : sql`${column} = ${id}::bigint`;

/** Duplicates stopped have an index by that day; all others lie in the order in which they came. */
const cameIn = ({ from, to }: { readonly from: string; readonly to: string }, stopped: boolean): Query =>
  stopped
    ? sql`(i.added_at at time zone 'utc')::date between ${from}::date and ${to}::date`
    : sql`i.added_at >= ${from}::timestamp at time zone 'utc' and i.added_at < ${addDays(to, 1)}::timestamp at time zone 'utc'`;

const account = (iban: string): string => iban.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** Currencies with other minor units than a hundredth, by how many digits those have. */
const unlike = [
  ...Map.groupBy(
    Intl.supportedValuesOf('currency').filter((code) => minorDigits(code) !== 2),
    minorDigits,
  ).values(),
];

/** Compares the total with so many whole units of the invoice's currency. The usual ones come first: a million rows notice. */
function amounts(sign: '>=' | '>' | '<=' | '<', decimal: string): Query {
  const compared = (currency: Currency | null) =>
    sql`i.total_minor ${{ text: sign, values: [] }} ${toMinor(decimal, currency)}::bigint`;
  const others = unlike.map((codes) => sql`(i.currency in (${codesOf(codes)}) and ${compared(codes[0] ?? null)})`);
  const isUnlike = sql`i.currency in (${codesOf(unlike.flat())})`;
  return sql`(${compared(null)} and (${isUnlike}) is not true or ${isUnlike} and (${others.reduce((all, one) => sql`${all} or ${one}`)}))`;
}

const codesOf = (codes: readonly Currency[]): Query => ({
  text: codes.map((code) => `'${code}'`).join(', '),
  values: [],
});
