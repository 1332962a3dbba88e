import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { counted, others } from './counted.ts';

export const liveCategories = (question: Question): Query => sql`
  with spent as (select category_id, sum(total_minor) as minor, count(*) as invoices ${counted(question)} group by category_id),
       ranked as (select *, row_number() over (order by minor desc, category_id) as place from spent),
       seven as (
         select place, coalesce((select name from category where id = category_id), 'No category') as category, 1 as categories, minor, invoices from ranked where place <= 7
          union all
         select 8, case when count(*) = 1 then coalesce((select name from category where id = min(category_id)), 'No category') end, count(*), sum(minor), sum(invoices)
           from ranked where place > 7 having count(*) > 0)
  select seven.category, coalesce(seven.categories, 0) as categories, coalesce(seven.minor, 0) as minor, coalesce(seven.invoices, 0) as invoices, e.*
    from (${others(question)}) as e
    left join seven on true
   order by seven.place`;
