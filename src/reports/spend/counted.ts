import { countedStates } from '../../domain/invoice.ts';
import type { Period } from '../../domain/period.ts';
import type { Question } from '../../engine/report.ts';
import { type Query, sql } from '../../engine/sql.ts';

/** A list of constants, written out: the index on spend is partial, and the planner must see that its condition holds. */
const states: Query = { text: countedStates.map((state) => `'${state}'`).join(', '), values: [] };

/** Of the vendor and category that the question names; `i` is the invoice, `v` its vendor, `c` its category. */
export const named = ({ vendor, category }: Question): Query => sql`
         (${vendor}::text is null or position(lower(${vendor}::text) in lower(coalesce(v.name, i.vendor_text, ''))) > 0)
     and (${category}::text is null or position(lower(${category}::text) in lower(c.name)) > 0)`;

const invoices: Query = sql`
  select i.id, i.state, i.date, i.due_date, i.currency, i.total_minor, coalesce(v.name, i.vendor_text, 'Unknown vendor') as vendor
    from invoice i
    left join vendor v on v.id = i.vendor_id
    left join category c on c.id = i.category_id`;

/** Invoices that count as spend, of the vendor and category that the question names; of any day and currency. */
export const counted = (question: Question): Query => sql`
  ${invoices}
   where i.state in (${states}) and ${named(question)}`;

/** Those of a period with an amount, in the question's currency. */
export const spent = (question: Question, { from, to }: Period = question.period): Query => sql`
  ${counted(question)}
     and i.date between ${from}::date and ${to}::date and i.currency = ${question.currency} and i.total_minor is not null`;

/** Invoices that came in within the period and count nowhere, because they look like one that is there. */
export const stopped = (question: Question): Query => sql`
  ${invoices}
   where i.duplicate_of is not null and i.state in ('held', 'deleted') and ${named(question)}
     and (i.added_at at time zone 'utc')::date between ${question.period.from}::date and ${question.period.to}::date`;

/** One row: how many invoices of the period the picture leaves out, as they are in `currencies`. */
export const elsewhere = (question: Question): Query => sql`
  select count(*) as elsewhere, array_agg(distinct currency::text order by currency::text) as currencies
    from (${counted(question)}
     and i.date between ${question.period.from}::date and ${question.period.to}::date
     and i.currency <> ${question.currency} and i.total_minor is not null) as other`;
