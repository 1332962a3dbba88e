import { periodBefore } from '../../../src/domain/period.ts';
import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { counted, others } from './counted.ts';

export const liveChanges = (question: Question): Query => sql`
  with now as (select vendor_id, sum(invoice.minor) as minor, count(*) as invoices ${counted(question)} group by vendor_id),
       before as (select vendor_id, sum(invoice.minor) as minor, count(*) as invoices ${counted(question, periodBefore(question.period, question.today))} group by vendor_id),
       ids as (select vendor_id from now union select vendor_id from before),
       moved as (
         select ids.vendor_id as id, coalesce(v.name, 'Unknown vendor') as name,
                coalesce(n.minor, 0) as minor, coalesce(n.invoices, 0) as invoices, coalesce(b.minor, 0) as earlier, coalesce(b.invoices, 0) as earlier_invoices
           from ids
           left join now as n on n.vendor_id is not distinct from ids.vendor_id
           left join before as b on b.vendor_id is not distinct from ids.vendor_id
           left join vendor as v on v.id = ids.vendor_id),
       placed as (select *, row_number() over (order by abs(minor - earlier) desc, id) as place from moved),
       named as (
         select place, id, name, 1 as names, minor, invoices, earlier, earlier_invoices from placed where place <= 10
          union all
         select 11, case when count(*) = 1 then max(id) end, case when count(*) = 1 then max(name) end, count(*), sum(minor), sum(invoices), sum(earlier), sum(earlier_invoices)
           from placed where place > 10 having count(*) > 0)
  select id, name, coalesce(names, 0) as names, round(coalesce(minor, 0)) as minor, coalesce(invoices, 0) as invoices, round(coalesce(earlier, 0)) as earlier,
         coalesce(earlier_invoices, 0) as earlier_invoices, (select round(coalesce(sum(minor), 0)) from moved) as total,
         (select round(coalesce(sum(earlier), 0)) from moved) as total_earlier, e.*
    from (${others(question)}) as e
    left join named on true
   order by named.place`;
