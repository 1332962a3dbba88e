import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { counted, others } from './counted.ts';

/** Spend by one of the ledger's ids, so many by name and the others together. `name` gives the name of an `id`. */
const ranked = (question: Question, id: Query, name: Query, none: string, most: number): Query => sql`
  with spent as (select ${id} as id, sum(minor) as minor, count(*) as invoices ${counted(question)} group by ${id}),
       placed as (select *, row_number() over (order by minor desc, id) as place from spent),
       named as (
         select place, id, coalesce((${name}), ${none}) as name, 1 as names, minor, invoices from placed where place <= ${most}
          union all
         select ${most + 1}, case when count(*) = 1 then max(id) end, case when count(*) = 1 then max(coalesce((${name}), ${none})) end, count(*), sum(minor), sum(invoices)
           from placed where place > ${most} having count(*) > 0)
  select named.id, null as earlier, named.name, coalesce(named.names, 0) as names, round(coalesce(named.minor, 0)) as minor, coalesce(named.invoices, 0) as invoices,
         (select round(coalesce(sum(minor), 0)) from spent) as total, e.*
    from (${others(question)}) as e
    left join named on true
   order by named.place`;

export const liveVendors = (question: Question): Query =>
  ranked(question, sql`vendor_id`, sql`select v.name from vendor v where v.id = placed.id`, 'Unknown vendor', 10);

export const liveCategories = (question: Question): Query =>
  ranked(question, sql`category_id`, sql`select c.name from category c where c.id = placed.id`, 'No category', 7);
