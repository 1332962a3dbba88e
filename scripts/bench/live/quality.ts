import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { wanted } from './counted.ts';

export const liveQuality = (question: Question): Query => sql`
  with read as (
    select vendor_id, count(*) as invoices, count(*) filter (where straight) as straight,
           count(*) filter (where state not in ('review', 'held') and corrected = '{}') as untouched, count(*) filter (where state in ('review', 'held')) as waiting,
           sum(cardinality(read) + cardinality(corrected) - read_wrong) as fields, sum(cardinality(read) - read_wrong) as fields_right,
           sum(cardinality(corrected)) as corrected, sum(cardinality(sure)) as sure, sum(cardinality(sure) - sure_wrong) as sure_right
      from (${readings(question)}) as one
     cross join lateral (select count(*) filter (where field = any(read)) as read_wrong, count(*) filter (where field = any(sure)) as sure_wrong from unnest(corrected) as field) as wrong
     group by vendor_id),
  ranked as (
    select read.*, coalesce(v.name, 'Unknown vendor') as vendor, t.under_minor, t.currency::text as under_currency,
           row_number() over (order by corrected desc, invoices desc, v.name) as place
      from read left join vendor v on v.id = vendor_id left join vendor_auto_confirm t using (vendor_id)),
  ten as (
    select least(place, 11) as place, case when count(*) = 1 then min(vendor) end as vendor, count(*) as vendors, sum(invoices) as invoices, sum(untouched) as untouched,
           sum(waiting) as waiting, sum(fields) as fields, sum(fields_right) as "right", sum(corrected) as corrected,
           case when count(*) = 1 then min(under_minor) end as under_minor, case when count(*) = 1 then min(under_currency) end as under_currency
      from ranked group by 1)
  select ten.vendor, coalesce(vendors, 0) as vendors, coalesce(invoices, 0) as invoices, coalesce(untouched, 0) as untouched, coalesce(waiting, 0) as waiting,
         coalesce(fields, 0) as fields, coalesce("right", 0) as "right", coalesce(corrected, 0) as corrected, under_minor, under_currency, w.*, s.*
    from (select coalesce(sum(straight), 0) as straight, coalesce(sum(sure), 0) as sure, coalesce(sum(sure_right), 0) as sure_right from read) as w
   cross join (
         select round(percentile_cont(0.5) within group (order by seconds) filter (where straight)) as straight_seconds,
                round(percentile_cont(0.5) within group (order by seconds)) as seconds
           from (select straight, extract(epoch from settled_at - least(added_at, (select min(created_at) from document_share d where d.document_id = one.document_id))) as seconds
                   from (${readings(question)}) as one where settled_at is not null) as settled) as s
    left join ten on true
   order by ten.place`;

const readings = (question: Question): Query => sql`
  select vendor_id, document_id, state, added_at, q.straight, q.read, q.sure, q.corrected, q.settled_at
    from invoice_quality q join invoice i on i.id = q.invoice_id
   where state <> 'deleted' and (added_at at time zone 'utc')::date between ${question.period.from}::date and ${question.period.to}::date and ${wanted(question)}`;
