import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';

export const liveCost = ({ period: { from, to }, today }: Question): Query => sql`
  with kept as (select size, (created_at at time zone 'utc')::date as day from document where (created_at at time zone 'utc')::date <= ${to}::date),
       d as (select (select coalesce(sum(size), 0) from kept) as stored, (select count(*) from kept where day >= ${from}::date) as files,
                    coalesce((select min(day) from kept), ${today}::date)::text as since),
       paid as (select substr(day::text, 1, 7) as month, reader, sum(pages) as pages, sum(micro_usd) as micro_usd
                  from page_read where day >= ${from}::date and day <= ${to}::date group by substr(day::text, 1, 7), reader)
  select paid.month, paid.reader, coalesce(paid.pages, 0) as pages, coalesce(paid.micro_usd, 0) as micro_usd, d.*
    from d left join paid on true
   order by 1, 2`;
