import { addDays } from '../../domain/calendar.ts';
import { allTime, type Period } from '../../domain/period.ts';
import type { Question } from '../../engine/report.ts';
import { type Query, sql } from '../../engine/sql.ts';
import { isFiltered, named, type Of, onDays, states } from './counted.ts';
import { convertible, key, rates } from './rates.ts';
import { type Edge, type Span, spansOf } from './spans.ts';

type Days = Pick<Period, 'from' | 'to'>;
type By = 'all' | 'day' | 'month' | 'vendor' | 'category' | 'source';
type Asked = { readonly by: By; readonly of: Of; readonly days: Days };
type Part = Asked & { readonly currency: 'own' | 'others' };

// Amounts are summed exactly. What is converted has a fraction: one-row answers are rounded here, the others where they are shown.

/** The sum of all rows: rounded once, while the rounded amounts of the rows may sum up to a cent more or less. */
export const total = (minor: Query): Query => sql`round(coalesce(sum(${minor}) over (), 0)) as total`;

/** What was spent, one row: `minor` and `invoices`. */
export const spent = (question: Question, days: Days = question.period): Query => sql`
  select round(coalesce(sum(minor), 0)) as minor, coalesce(sum(invoices), 0) as invoices
    from (${parts(question, { by: 'all', of: 'date', days })}) as part`;

/** Spend of each month of the period that has any: `month` is its first day. */
export const spentByMonth = (question: Question, days: Days): Query => sql`
  select date_trunc('month', day::timestamp) as month, sum(minor) as minor, sum(invoices) as invoices
    from (${parts(question, { by: 'month', of: 'date', days })}) as part
   group by 1 having sum(invoices) <> 0`;

/** Spend by `vendor_id`; those without a vendor are one. */
export const spentByVendor = (question: Question, days: Days = question.period): Query => sql`
  select vendor_id, sum(minor) as minor, sum(invoices) as invoices
    from (${parts(question, { by: 'vendor', of: 'date', days })}) as part
   group by vendor_id having sum(invoices) <> 0`;

/** Spend by `category_id`; what has none is one. */
export const spentByCategory = (question: Question, days: Days = question.period): Query => sql`
  select category_id, sum(minor) as minor, sum(invoices) as invoices
    from (${parts(question, { by: 'category', of: 'date', days })}) as part
   group by category_id having sum(invoices) <> 0`;

/** Spend by `source`: how it came in. */
export const spentBySource = (question: Question): Query => sql`
  select source, sum(minor) as minor, sum(invoices) as invoices
    from (${parts(question, { by: 'source', of: 'date', days: question.period })}) as part
   group by source having sum(invoices) <> 0`;

/** Spend of each day of the period that has any. */
export const spentByDay = (question: Question, days: Days): Query => sql`
  select day, sum(minor) as minor, sum(invoices) as invoices
    from (${parts(question, { by: 'day', of: 'date', days })}) as part
   group by day having sum(invoices) <> 0`;

/** One row: what falls due on these days; `minor` and `invoices`. */
export const dueOn = (question: Question, days: Days): Query => sql`
  select coalesce(sum(minor), 0) as minor, coalesce(sum(invoices), 0) as invoices
    from (${parts(question, { by: 'all', of: 'due', days })}) as part`;

/** One row: invoices of the period in other currencies. Those `elsewhere` are left out of the picture, or where all is converted, in it; `unrated` are those that could not be. */
export const elsewhere = (question: Question): Query =>
  othersOf(question, { by: 'all', of: 'date', days: question.period });

/** The same of what falls due at any time. */
export const dueElsewhere = (question: Question): Query => othersOf(question, { by: 'all', of: 'due', days: allTime });

/** One row: what should have been paid before today; `overdue_elsewhere` of them were converted, `overdue_unrated` besides could not be. */
export function overdue(question: Question): Query {
  const asked: Asked = { by: 'all', of: 'due', days: { from: '0001-01-01', to: addDays(question.today, -1) } };
  const others = question.converted ? sql`(${othersOf(question, asked)})` : sql`(select 0 as elsewhere, 0 as unrated)`;
  return sql`
  select overdue, overdue_minor, elsewhere as overdue_elsewhere, unrated as overdue_unrated
    from (select coalesce(sum(invoices), 0) as overdue, round(coalesce(sum(minor), 0)) as overdue_minor from (${parts(question, asked)}) as part) as late
   cross join ${others} as others`;
}

function othersOf(question: Question, asked: Asked): Query {
  const part = partsIn(question, { ...asked, currency: 'others' });
  if (question.converted)
    return sql`
  select coalesce(sum(invoices) filter (where rated), 0) as elsewhere, array_agg(currency::text order by currency::text) filter (where rated) as currencies,
         coalesce(sum(invoices) filter (where not rated), 0) as unrated, array_agg(currency::text order by currency::text) filter (where not rated) as unrated_currencies,
         true as convertible
    from (select currency, factor is not null as rated, sum(invoices) as invoices
            from (${part}) as part
            join (${rates(question, asked.of, asked.days)}) as rate using (${key[asked.of]})
           group by 1, 2 having sum(invoices) <> 0) as other`;
  return sql`
  select elsewhere, currencies, 0 as unrated, null::text[] as unrated_currencies, ${convertible(question, sql`currencies`)} as convertible
    from (select coalesce(sum(invoices), 0) as elsewhere, array_agg(currency::text order by currency::text) as currencies
            from (select currency, sum(invoices) as invoices from (${part}) as part group by currency having sum(invoices) <> 0) as other) as others`;
}

/** Rows whose sums are the answer, in the currency asked for; where all is converted, those of the others beside them. */
function parts(question: Question, asked: Asked): Query {
  const own = partsIn(question, { ...asked, currency: 'own' });
  if (!question.converted) return own;
  const { by, of, days } = asked;
  return sql`
  select ${column[by]}, minor, invoices from (${own}) as own
   union all
  select ${column[by]}, minor * factor, invoices
    from (${partsIn(question, { ...asked, currency: 'others' })}) as other
    join (${rates(question, of, days)}) as rate using (${key[of]})
   where factor is not null`;
}

/** What tells rows apart. */
const column: Readonly<Record<By, Query>> = {
  all: sql`day`,
  day: sql`day`,
  month: sql`day`,
  vendor: sql`vendor_id`,
  category: sql`category_id`,
  source: sql`source`,
};

/** Out of the summary that has it in the fewest rows, and for days at the ends that make no whole month, out of the ledger. What is converted must be had day by day: each has its rate. */
function partsIn(question: Question, asked: Part): Query {
  const { by, of, days } = asked;
  const inDays = by === 'all' || by === 'day' || by === 'month';
  if (inDays && !isFiltered(question)) return daily(question, asked);
  const live = (edge: Edge) => onDays(question, of, edge, inLedger(question, asked, edge));
  if (by === 'day' || (by === 'source' && isFiltered(question)) || (question.converted && asked.currency === 'others'))
    return live({ sign: 1, ...days }); // of these no summary is kept
  const isOfVendors = by === 'vendor' || question.vendor !== null;
  const { spans, edges } = spansOf(days, isOfVendors && by !== 'month' ? 12 : 1);
  return together([...spans.map((span) => summed(question, asked, span, isOfVendors)), ...edges.map(live)]);
}

const figures = (of: Of): Query =>
  of === 'date' ? sql`invoices, total_minor as minor` : sql`due as invoices, due_minor as minor`;

const daily = (question: Question, { of, days: { from, to }, ...asked }: Part): Query => sql`
  select day, currency, ${figures(of)} from invoice_summary_daily where day between ${from}::date and ${to}::date and ${inSummary(question, asked)}`;

function summed(
  question: Question,
  { of, ...asked }: Part,
  { months, first, last }: Span,
  isOfVendors: boolean,
): Query {
  if (asked.by === 'source')
    return sql`
      select month as day, currency, null::bigint as vendor_id, null::bigint as category_id, source, priced as invoices, total_minor as minor from invoice_summary_monthly
       where month between ${first}::date and ${last}::date and ${inSummary(question, asked)} and state in (${states})`;
  return isOfVendors
    ? sql`
      select starts as day, currency, vendor_id, category_id, null::text as source, ${figures(of)} from invoice_summary_vendor
       where months = ${months} and starts between ${first}::date and ${last}::date and ${inSummary(question, asked)} and ${named(question)}`
    : sql`
      select month as day, currency, null::bigint as vendor_id, category_id, null::text as source, ${figures(of)} from invoice_summary_category
       where month between ${first}::date and ${last}::date and ${inSummary(question, asked)} and ${named(question)}`;
}

const inSummary = ({ currency }: Question, asked: Pick<Part, 'currency'>): Query =>
  asked.currency === 'own' ? sql`currency = ${currency}` : sql`currency <> ${currency}`;

/** The index on the ledger begins with the currency: the others must be named, and those days say which they are. */
const inLedger = ({ currency }: Question, asked: Pick<Part, 'currency'>, { from, to }: Days): Query =>
  asked.currency === 'own'
    ? sql`currency = ${currency}`
    : sql`currency = any(array(select distinct currency from invoice_summary_daily where day between ${from}::date and ${to}::date and currency <> ${currency}))`;

function together([first, ...rest]: readonly Query[]): Query {
  if (!first) throw new Error('a period has at least one day');
  return rest.reduce((all, next) => sql`${all} union all ${next}`, first);
}
