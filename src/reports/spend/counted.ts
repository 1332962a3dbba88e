import { countedStates } from '../../domain/invoice.ts';
import type { Period } from '../../domain/period.ts';
import type { Question } from '../../engine/report.ts';
import { type Query, sql } from '../../engine/sql.ts';
import { key, rates } from './rates.ts';
import type { Edge } from './spans.ts';

/** A list of constants, written out: the indexes on spend are partial, and the planner must see that their condition holds. The triggers of the summaries count the same. */
export const states: Query = { text: countedStates.map((state) => `'${state}'`).join(', '), values: [] };

/** What an invoice counts for: the day of its date, with any amount; or the day on which it falls due, where there is something to pay. */
export type Of = 'date' | 'due';

export const isFiltered = ({ vendor, category }: Question): boolean => vendor !== null || category !== null;

/** Looked up once in a statement, which begins with these: the vendors and categories that the question names. */
export const asking = ({ vendor, category }: Question): Query => sql`
  asked_vendor as materialized (select id from vendor where position(lower(${vendor}::text) in lower(name)) > 0),
  asked_category as materialized (select id from category where position(lower(${category}::text) in lower(name)) > 0)`;

const always = sql`true`;

/** Of the vendor and category that the question names, in any table that has their ids; within a statement that begins with `asking`. */
export const named = ({ vendor, category }: Question): Query => sql`
         ${vendor === null ? always : sql`vendor_id = any(array(select id from asked_vendor))`}
     and ${category === null ? always : sql`category_id = any(array(select id from asked_category))`}`;

/**
 * Single days out of the ledger itself, as the summaries would have them. `currency` is a condition on it. `offset 0` has the days looked up first and the vendors among them: those days
 * are half a month at most, while the planner cannot know that one vendor sends a tenth of all.
 */
export const onDays = (question: Question, of: Of, { sign, from, to }: Edge, currency: Query): Query => sql`
  select day, currency, vendor_id, category_id, source, ${sign}::bigint as invoices, ${sign}::bigint * total_minor as minor
    from (select ${of === 'date' ? sql`date` : sql`due_date`} as day, currency, vendor_id, category_id, source, total_minor
            from invoice
           where state in (${states}) and ${currency}
             and ${of === 'date' ? sql`date between ${from}::date and ${to}::date and total_minor is not null` : sql`due_date between ${from}::date and ${to}::date and total_minor > 0`}
          offset 0) as on_days
   where ${named(question)}`;

/** How many invoices wait for somebody. With a filter they are counted themselves: few wait, and the summaries would have to keep vendor and category of each state. */
export const inReview = (question: Question): Query =>
  isFiltered(question)
    ? sql`select count(*) as review from (select vendor_id, category_id from invoice where state = 'review' offset 0) as waiting where ${named(question)}`
    : sql`select coalesce(sum(invoices), 0) as review from invoice_summary_monthly where state = 'review'`;

/** Invoices that came in within the period and count nowhere, because they look like one that is there. With a filter counted themselves, for the same reason. */
export function stopped(question: Question, { from, to }: Period = question.period): Query {
  const found = isFiltered(question)
    ? sql`
      select (added_at at time zone 'utc')::date as day, currency, 1 as stopped, coalesce(total_minor, 0) as stopped_minor
        from invoice
       where duplicate_of is not null and state in ('held', 'deleted') and ${named(question)}
         and (added_at at time zone 'utc')::date between ${from}::date and ${to}::date`
    : sql`
      select day, currency, stopped, stopped_minor from invoice_summary_daily where day between ${from}::date and ${to}::date`;
  const own = sql`case when currency = ${question.currency} then stopped_minor`;
  return question.converted
    ? sql`
      select coalesce(sum(stopped), 0) as stopped, round(coalesce(sum(${own} else stopped_minor * factor end), 0)) as stopped_minor
        from (${found}) as f
        left join (${rates(question, 'date', { from, to })}) as rate using (${key.date})`
    : sql`select coalesce(sum(stopped), 0) as stopped, coalesce(sum(${own} end), 0) as stopped_minor from (${found}) as f`;
}
