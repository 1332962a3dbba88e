import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addDays } from '../../../src/domain/calendar.ts';
import { type Question, unnarrowed } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { asking, inReview, stopped } from '../../../src/reports/spend/counted.ts';
import { elsewhere, overdue, spent, spentByMonth, spentByVendor } from '../../../src/reports/spend/sums.ts';
import { ledger } from '../booked.ts';

const { rows, run } = await ledger();
const read = (query: Query) => rows.read(query, z.record(z.string(), z.unknown()));

await run(
  sql`insert into vendor (name, name_key) select name, lower(name) from unnest(array['Ann', 'Anna', 'Bo']) as name`,
);
await run(sql`
  insert into invoice (state, state_before_deletion, source, kind, vendor_id, category_id, date, due_date, currency, total_minor, duplicate_of, added_at, added_by)
  select state, case state when 'deleted' then 'held' end, 'bulk', 'invoice', case when n % 5 > 0 then (select min(id) from vendor) + n % 3 end,
         case when n % 7 > 0 then 1 + n % 4 end, case when n % 41 > 0 then date end, date + n % 60, case when n % 43 > 0 then (array['EUR', 'EUR', 'USD', 'GBP'])[1 + n % 4] end,
         case when n % 37 > 0 then (n * 7919) % 100000 - 9000 end, null, date, 1
    from (select n, '2024-01-01'::date + (n * 104729) % 800 as date, (array['review', 'booked', 'booked', 'confirmed', 'held', 'deleted'])[1 + n % 6] as state
            from generate_series(1, 4000) as n) as made`);
await run(sql`update invoice set duplicate_of = 1 where id % 3 = 0 and id > 1`);

const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2023-12-01', n));
const questions = fc.record({
  days: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b, says: '' } : { from: b, to: a, says: '' })),
  currency: fc.constantFrom('EUR', 'USD', 'CHF'),
  converted: fc.constant(false),
  vendor: fc.constantFrom(null, null, 'ann', 'bo', 'nobody'),
  category: fc.constantFrom(null, null, 'Cleaning', 'n'),
  today: day,
});

/** The same questions put to the ledger itself. */
function live({ period, currency, vendor, category, today }: Question) {
  const of = sql`
    from invoice i left join vendor v on v.id = i.vendor_id left join category c on c.id = i.category_id
   where (${vendor}::text is null or v.name ilike '%' || ${vendor} || '%') and (${category}::text is null or c.name ilike '%' || ${category} || '%')`;
  const counted = sql`${of} and i.state in ('review', 'booked', 'confirmed')`;
  const inPeriod = sql`${counted} and total_minor is not null and date >= ${period.from}::date and date <= ${period.to}::date`;
  return {
    spent: sql`select coalesce(sum(total_minor), 0) as minor, count(*)::numeric as invoices ${inPeriod} and currency = ${currency}`,
    spentByMonth: sql`select to_char(date, 'YYYY-MM') as month, sum(total_minor) as minor, count(*)::numeric as invoices ${inPeriod} and currency = ${currency} group by 1 order by 1`,
    spentByVendor: sql`select coalesce(v.name, 'Unknown vendor') as vendor, sum(total_minor) as minor, count(*)::numeric as invoices ${inPeriod} and currency = ${currency} group by 1 order by 1`,
    elsewhere: sql`select count(*)::numeric as elsewhere, array_agg(distinct currency::text order by currency::text) as currencies, 0 as unrated, null as unrated_currencies, false as convertible ${inPeriod} and currency <> ${currency}`,
    overdue: sql`select count(*)::numeric as overdue, coalesce(sum(total_minor), 0) as overdue_minor, 0 as overdue_elsewhere, 0 as overdue_unrated ${counted} and due_date < ${today}::date and currency = ${currency} and total_minor > 0`,
    inReview: sql`select count(*) as review ${of} and i.state = 'review'`,
    stopped: sql`
      select count(*) as stopped, coalesce(sum(total_minor) filter (where currency = ${currency}), 0) as stopped_minor ${of}
         and duplicate_of is not null and i.state in ('held', 'deleted') and (added_at at time zone 'utc')::date between ${period.from}::date and ${period.to}::date`,
  };
}

const told = {
  spent,
  spentByMonth: (question: Question) =>
    sql`select to_char(month, 'YYYY-MM') as month, minor, invoices from (${spentByMonth(question, question.period)}) as s order by 1`,
  spentByVendor: (question: Question) =>
    sql`select coalesce(name, 'Unknown vendor') as vendor, minor, invoices from (${spentByVendor(question)}) as s left join vendor v on v.id = vendor_id order by 1`,
  elsewhere,
  overdue,
  inReview: (question: Question) => sql`select review::bigint as review from (${inReview(question)}) as s`,
  stopped: (question: Question) =>
    sql`select stopped::bigint as stopped, stopped_minor from (${stopped(question)}) as s`,
} satisfies Record<keyof ReturnType<typeof live>, unknown>;

test.each(Object.keys(told) as (keyof typeof told)[])(
  'of any days, vendor and category, %s is what the ledger says',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ days, ...rest }) => {
        const question = { ...unnarrowed, period: days, ...rest };
        expect(await read(sql`with ${asking(question)} select * from (${told[name](question)}) as answer`)).toEqual(
          await read(live(question)[name]),
        );
      }),
      { numRuns: 60 },
    );
  },
);
