import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { counted, months, others } from './counted.ts';

export const liveTrend = (question: Question): Query => sql`
  select m.month, round(coalesce(m.minor, 0)) as minor, coalesce(m.invoices, 0) as invoices, null as earlier,
         (select round(coalesce(sum(minor), 0)) ${counted(question)}) as total, e.*
    from (${others(question)}) as e
    left join (${months(question, question.period)}) as m on true
   order by m.month`;
