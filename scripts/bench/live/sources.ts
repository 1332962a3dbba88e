import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { counted, others } from './counted.ts';

export const liveSources = (question: Question): Query => sql`
  select s.source, round(coalesce(s.minor, 0)) as minor, coalesce(s.invoices, 0) as invoices,
         (select round(coalesce(sum(minor), 0)) ${counted(question)}) as total, e.*
    from (${others(question)}) as e
    left join (select source, sum(minor) as minor, count(*) as invoices ${counted(question)} group by source) as s on true
   order by s.invoices desc, s.source`;
