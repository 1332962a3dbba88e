import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { shownDays } from '../../../src/reports/daily.ts';
import { counted, others } from './counted.ts';

export function liveDaily(asked: Question): Query {
  const question = { ...asked, period: shownDays(asked) };
  return sql`
  select d.day, round(coalesce(d.minor, 0)) as minor, coalesce(d.invoices, 0) as invoices,
         (select round(coalesce(sum(minor), 0)) ${counted(question)}) as total, e.*
    from (${others(question)}) as e
    left join (select date as day, sum(minor) as minor, count(*) as invoices ${counted(question)} group by date) as d on true
   order by d.day`;
}
