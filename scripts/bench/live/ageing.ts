import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { dueOthers, valued, wanted } from './counted.ts';

export const liveAgeing = (question: Question): Query => sql`
  with due as (
    select width_bucket(due_date - ${question.today}::date, array[-90, -60, -30, 0, 8, 31]) as place, minor
      from ${valued(question, sql`${question.today}::date`)}
     where state in ('review', 'booked', 'confirmed') and total_minor > 0 and minor is not null and due_date is not null and ${wanted(question)})
  select place, round(coalesce(sum(minor), 0)) as minor, count(minor) as invoices, (select round(coalesce(sum(minor), 0)) from due where place < 4) as late,
         (select round(coalesce(sum(minor), 0)) from due where place >= 4) as ahead, e.*
    from generate_series(0, 6) as place
    left join due using (place)
   cross join (${dueOthers(question)}) as e
   group by place, e.elsewhere, e.currencies, e.unrated, e.unrated_currencies, e.convertible
   order by place`;
