import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { wanted } from './counted.ts';

export const liveAgeing = (question: Question): Query => sql`
  select place, coalesce(sum(total_minor), 0) as minor, count(total_minor) as invoices
    from generate_series(0, 6) as place
    left join (
         select width_bucket(due_date - ${question.today}::date, array[-90, -60, -30, 0, 8, 31]) as place, total_minor
           from invoice
          where state in ('review', 'booked', 'confirmed') and currency = ${question.currency} and total_minor > 0 and due_date is not null
            and ${wanted(question)}) as due using (place)
   group by place
   order by place`;
