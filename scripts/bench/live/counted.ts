import { minorDigits } from '../../../src/domain/money.ts';
import { allTime, type Period } from '../../../src/domain/period.ts';
import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';

type Days = Pick<Period, 'from' | 'to'>;

/** Of the vendor and category that are asked for. */
export const wanted = ({ vendor, category }: Question): Query => sql`
  ${vendor === null ? sql`true` : sql`vendor_id in (select id from vendor where position(lower(${vendor}) in lower(name)) > 0)`}
  and ${category === null ? sql`true` : sql`category_id in (select id from category where position(lower(${category}) in lower(name)) > 0)`}`;

/** Every invoice, with its `minor` in the currency that is asked for: null in others, or where all is converted, without a rate. `on` is the day of the rate. */
export const valued = (question: Question, on: Query = sql`least(date, ${question.today}::date)`): Query => sql`
  (select *, case when currency = ${question.currency} then total_minor ${question.converted ? sql`else ${converted(question, on)}` : sql``} end as minor from invoice) as invoice`;

const converted = ({ currency }: Question, on: Query): Query => sql`
  total_minor::numeric(60, 30) * ${perEuro(sql`${currency}::text`, on)} * 10 ^ ${minorDigits(currency)}::integer
    / ${perEuro(sql`invoice.currency::text`, on)} / case when currency = 'JPY' then 1 when currency = 'KWD' then 1000 else 100 end`;

const perEuro = (currency: Query, on: Query): Query => sql`
  case when ${currency} = 'EUR' then 1 else (
    select f.per_euro from fx_rate f where f.currency::text = ${currency} and f.day <= ${on} and ${on} - f.day <= 7 order by f.day desc limit 1) end`;

/** What counts as spend on these days, in the currency that is asked for. */
export const counted = (question: Question, { from, to }: Days = question.period): Query => sql`
  from ${valued(question)}
 where state in ('review', 'booked', 'confirmed') and date between ${from}::date and ${to}::date and minor is not null and ${wanted(question)}`;

/** One row: `elsewhere` and `currencies`. */
export const others = (question: Question): Query => {
  const { from, to } = question.period;
  return told(
    question,
    sql`from ${valued(question)} where total_minor is not null and date between ${from}::date and ${to}::date`,
  );
};

/** The same of what falls due. */
export const dueOthers = (question: Question): Query =>
  told(
    question,
    sql`from ${valued(question, sql`${question.today}::date`)} where total_minor > 0 and due_date is not null`,
  );

const told = (question: Question, from: Query): Query => sql`
  select coalesce(sum(invoices) filter (where ${listed(question)}), 0) as elsewhere,
         array_agg(currency::text order by currency::text) filter (where ${listed(question)}) as currencies,
         coalesce(sum(invoices) filter (where not ${listed(question)}), 0) as unrated,
         array_agg(currency::text order by currency::text) filter (where not ${listed(question)}) as unrated_currencies,
         count(*) > 0 and exists (select from fx_rate) as convertible
    from (select currency, minor is not null as rated, count(*) as invoices
            ${from} and state in ('review', 'booked', 'confirmed') and currency <> ${question.currency} and ${wanted(question)}
           group by 1, 2) as other`;

/** Where nothing is converted, all of them are left out. */
const listed = ({ converted }: Question): Query => (converted ? sql`rated` : sql`true`);

/** A row for each month of those days, up to today's or the latest that has spend; all time begins with the first. */
export const months = (question: Question, days: Days): Query => sql`
  with spent as (select date_trunc('month', date::timestamp) as month, sum(minor) as minor, count(*) as invoices ${counted(question, days)} group by 1),
       span as (select case when ${days.from === allTime.from}::boolean then min(month) else date_trunc('month', ${days.from}::date::timestamp) end as first,
                       least(${days.to}::date::timestamp, greatest(max(month), ${question.today}::date::timestamp)) as last
                  from spent having count(*) > 0)
  select to_char(m.month, 'YYYY-MM') as month, coalesce(s.minor, 0) as minor, coalesce(s.invoices, 0) as invoices
    from span cross join generate_series(first, last, '1 month') as m (month) left join spent as s using (month)`;
