import { firstDay, lastDay, monthOf } from '../../../src/domain/months.ts';
import { type Period, periodBefore } from '../../../src/domain/period.ts';
import type { Question } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { counted, months, others, valued, wanted } from './counted.ts';

export const liveOverview = (question: Question): Query => sql`
  select m.month, round(coalesce(m.minor, 0)) as month_minor, coalesce(m.invoices, 0) as month_invoices, t.*, b.*, top.top_vendor, top.top_id,
         round(coalesce(top.top_minor, 0)) as top_minor, coalesce(top.top_invoices, 0) as top_invoices, w.*, d.*, l.*, e.*
    from (${others(question)}) as e
   cross join (select round(coalesce(sum(minor), 0)) as minor, count(*) as invoices ${counted(question)}) as t
   cross join (select round(coalesce(sum(minor), 0)) as earlier ${counted(question, periodBefore(question.period, question.today))}) as b
   cross join (select count(*) as review from invoice where state = 'review' and ${wanted(question)}) as w
   cross join (${stopped(question)}) as d
   cross join (${late(question)}) as l
    left join (
         select coalesce((select name from vendor where id = vendor_id), 'Unknown vendor') as top_vendor, vendor_id as top_id, sum(minor) as top_minor, count(*) as top_invoices
           ${counted(question)} group by vendor_id order by top_minor desc, vendor_id limit 1) as top on true
    left join (${months(question, year(question))}) as m on true
   order by m.month`;

function year({ period, today }: Question): Pick<Period, 'from' | 'to'> {
  const last = monthOf(period.to < today ? period.to : today);
  return { from: firstDay(last - 11), to: lastDay(last) };
}

/** Files that were there already are of no vendor and no category. */
const stopped = (question: Question): Query => sql`
  select count(*) as stopped, ${question.vendor === null && question.category === null ? shares(question) : sql`0`} as files_stopped,
         round(coalesce(sum(minor), 0)) as stopped_minor
    from ${valued(question, sql`(added_at at time zone 'utc')::date`)}
   where duplicate_of is not null and state in ('held', 'deleted') and ${wanted(question)}
     and (added_at at time zone 'utc')::date between ${question.period.from}::date and ${question.period.to}::date`;

const shares = ({ period: { from, to } }: Question): Query => sql`
  (select count(*) from document_share where state = 'duplicate' and (created_at at time zone 'utc')::date between ${from}::date and ${to}::date)`;

const late = (question: Question): Query => sql`
  select count(minor) as overdue, round(coalesce(sum(minor), 0)) as overdue_minor,
         count(minor) filter (where currency <> ${question.currency} and ${question.converted}::boolean) as overdue_elsewhere,
         count(*) filter (where minor is null and currency is not null and ${question.converted}::boolean) as overdue_unrated
    from ${valued(question, sql`${question.today}::date`)}
   where state in ('review', 'booked', 'confirmed') and due_date < ${question.today}::date and total_minor > 0 and ${wanted(question)}`;
