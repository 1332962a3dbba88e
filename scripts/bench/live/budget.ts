import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { likeLeft } from '../../../src/reports/spend/plan.ts';
import { counted, others } from './counted.ts';

/** Budgets for a seeded ledger: of all spend, each category, and one vendor in nine, at most a hundred; in two currencies. */
export const someBudgets = sql`
  insert into budget (vendor_id, category_id, currency, month_minor, set_by)
  select vendor_id, category_id, currency, 100000 * n, (select min(id) from app_user)
    from ((select id as vendor_id, null::bigint as category_id, id as n from vendor where id % 9 = 0 order by id limit 100)
           union all select null, id, id from category
           union all select null, null, 50) as subject
   cross join unnest('{EUR,USD}'::text[]) as currency`;

/** Which budgets a filter names: those of the vendor, and those of the category. */
const wantedBudgets = ({ vendor, category }: Question): Query =>
  vendor === null && category === null
    ? sql`true`
    : sql`(position(lower(${vendor}::text) in lower(v.name)) > 0 or position(lower(${category}::text) in lower(c.name)) > 0)`;

export function liveBudget(question: Question): Query {
  const ofAll = { ...question, vendor: null, category: null };
  const mine = sql`(b.vendor_id is null or vendor_id = b.vendor_id) and (b.category_id is null or category_id = b.category_id)`;
  const like = likeLeft(question.period, question.today).reduce(
    (sum, { times, ...days }) =>
      sql`${sum} + ${times}::bigint * (select coalesce(sum(invoice.minor), 0) ${counted(ofAll, days)} and ${mine})`,
    sql`0`,
  );
  return sql`
  select k.id, k.vendor_id, k.category_id, k.name, coalesce(k.month_minor, 0) as month_minor, round(coalesce(k.minor, 0)) as minor, coalesce(k.invoices, 0) as invoices,
         round(coalesce(k."like", 0)) as "like", (select array_agg(distinct currency::text order by currency::text) from budget where currency <> ${question.currency}) as set_in, e.*
    from (${others(question)}) as e
    left join (
         select b.*, coalesce(v.name, c.name) as name, (select sum(invoice.minor) ${counted(ofAll)} and ${mine}) as minor, (select count(*) ${counted(ofAll)} and ${mine}) as invoices, ${like} as "like"
           from budget b left join vendor v on v.id = b.vendor_id left join category c on c.id = b.category_id
          where b.currency = ${question.currency} and ${wantedBudgets(question)}) as k on true
   order by coalesce(k.minor, 0)::numeric / k.month_minor desc, k.name, k.id`;
}
