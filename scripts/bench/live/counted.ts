import { allTime, type Period } from '../../../src/domain/period.ts';
import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';

type Days = Pick<Period, 'from' | 'to'>;

/** Of the vendor and category that are asked for. */
export const wanted = ({ vendor, category }: Question): Query => sql`
  ${vendor === null ? sql`true` : sql`vendor_id in (select id from vendor where position(lower(${vendor}) in lower(name)) > 0)`}
  and ${category === null ? sql`true` : sql`category_id in (select id from category where position(lower(${category}) in lower(name)) > 0)`}`;

/** What counts as spend on these days, in the currency that is asked for. */
export const counted = (question: Question, { from, to }: Days = question.period): Query => sql`
  from invoice
 where state in ('review', 'booked', 'confirmed') and currency = ${question.currency} and date between ${from}::date and ${to}::date
   and total_minor is not null and ${wanted(question)}`;

/** One row: `elsewhere` and `currencies`. */
export const others = (question: Question): Query => sql`
  select coalesce(sum(invoices), 0) as elsewhere, array_agg(currency::text order by currency::text) as currencies
    from (select currency, count(*) as invoices
            from invoice
           where state in ('review', 'booked', 'confirmed') and currency <> ${question.currency} and total_minor is not null
             and date between ${question.period.from}::date and ${question.period.to}::date and ${wanted(question)}
           group by currency) as other`;

/** A row for each month of those days, up to today's or the latest that has spend; all time begins with the first. */
export const months = (question: Question, days: Days): Query => sql`
  with spent as (select date_trunc('month', date::timestamp) as month, sum(total_minor) as minor, count(*) as invoices ${counted(question, days)} group by 1),
       span as (select case when ${days.from === allTime.from}::boolean then min(month) else date_trunc('month', ${days.from}::date::timestamp) end as first,
                       least(${days.to}::date::timestamp, greatest(max(month), ${question.today}::date::timestamp)) as last
                  from spent having count(*) > 0)
  select to_char(m.month, 'YYYY-MM') as month, coalesce(s.minor, 0) as minor, coalesce(s.invoices, 0) as invoices
    from span cross join generate_series(first, last, '1 month') as m (month) left join spent as s using (month)`;
