import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { counted, others } from './counted.ts';

export const liveVendors = (question: Question): Query => sql`
  with spent as (select vendor_id, sum(total_minor) as minor, count(*) as invoices ${counted(question)} group by vendor_id),
       ranked as (select *, row_number() over (order by minor desc, vendor_id) as place from spent),
       ten as (
         select place, coalesce((select name from vendor where id = vendor_id), 'Unknown vendor') as vendor, 1 as vendors, minor, invoices from ranked where place <= 10
          union all
         select 11, case when count(*) = 1 then coalesce((select name from vendor where id = min(vendor_id)), 'Unknown vendor') end, count(*), sum(minor), sum(invoices)
           from ranked where place > 10 having count(*) > 0)
  select ten.vendor, coalesce(ten.vendors, 0) as vendors, coalesce(ten.minor, 0) as minor, coalesce(ten.invoices, 0) as invoices, e.*
    from (${others(question)}) as e
    left join ten on true
   order by ten.place`;
