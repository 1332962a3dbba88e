import { z } from 'zod';
import { addDays } from '../domain/calendar.ts';
import { allTime, type Period } from '../domain/period.ts';
import { type Question, report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { spentIn, whole } from './spend/openings.ts';
import { elsewhere, spentByDay, total as totalOf } from './spend/sums.ts';
import {
  countCell,
  counting,
  dayName,
  divided,
  elsewhereColumns,
  filtered,
  leftOut,
  moneyCell,
  moneyIn,
  nothingElsewhere,
  nothingYet,
  shownIn,
  within,
} from './spend/words.ts';

/** One day with spend; one row without a day when nothing is booked. */
const Row = z.object({
  day: z.string().nullable(),
  minor: z.coerce.bigint(),
  total: z.coerce.bigint(),
  invoices: z.coerce.number(),
  ...elsewhereColumns,
});

/** Up to so many days stand side by side as columns. */
const monthLong = 31;

/** Days that a picture has room for: the columns of a year and a week. */
const mostDays = 53 * 7;

export const daily = report({
  name: 'daily',
  asks: 'On which days do invoices come?',
  needs: 'report.read',
  usually: 'last 90 days',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select d.day, round(coalesce(d.minor, 0)) as minor, coalesce(d.invoices, 0) as invoices, ${totalOf(sql`d.minor`)}, e.*
      from (${elsewhere({ ...question, period: shownDays(question) })}) as e
      left join (${spentByDay(question, shownDays(question))}) as d on true
     order by d.day`,

  finding: (rows, question) => {
    const other = rows[0] ?? { total: 0n, ...nothingElsewhere };
    const spent = rows.flatMap(({ day, minor, invoices }) => (day === null ? [] : [{ day, minor, invoices }]));
    const period = shownDays(question);
    const [first] = spent;
    if (!first) return nothingYet({ ...question, period }, other);
    const money = moneyIn(question);
    const most = spent.reduce((best, one) => (one.minor > best.minor ? one : best));
    const { total } = other;
    const title =
      spent.length === 1
        ? `All ${money(total)} ${within(period)} fell on ${dayName(first.day)}`
        : `${dayName(most.day)} had most: ${money(most.minor)} of ${money(total)} ${within(period)}`;
    const byDay = new Map(spent.map((one) => [one.day, one.minor]));
    return {
      title,
      note: leftOut(question, other),
      kpis: [
        { label: 'Spend', value: money(total), note: period.says },
        { label: 'Days with invoices', value: counting(spent.length, 'day'), note: `of ${daysOf(period).length}` },
        { label: 'Such a day', value: money(divided(total, BigInt(spent.length))), note: 'on average' },
      ],
      table: {
        columns: ['Day', 'Spend', 'Invoices'],
        rows: spent.map(({ day, minor, invoices }) => [
          { says: dayName(day), holds: day },
          moneyCell(question)(minor),
          countCell(invoices),
        ]),
      },
      opens: [
        whole(
          { ...question, period },
          { minor: total, invoices: spent.reduce((sum, { invoices }) => sum + invoices, 0) },
        ),
        ...spent.toReversed().map(({ day, minor, invoices }) => ({
          key: day,
          group: 'Days',
          label: dayName(day),
          invoices,
          minor,
          filter: spentIn(question, { dates: { from: day, to: day } }),
        })),
      ],
      chart: {
        chart: {
          mark: daysOf(period).length > monthLong ? 'calendar' : 'trend',
          x: { field: 'day', as: 'day' },
          y: { field: 'spend', as: 'money' },
          title,
          subtitle: `Spend by day in ${shownIn(question)}, ${period.says}${filtered(question)}`,
          currency: question.currency,
        },
        rows: daysOf(period).map((day) => ({ day, spend: byDay.get(day) ?? 0n })),
      },
    };
  },
});

/** The period, up to today, or the last year of it. */
export function shownDays({ period, today }: Question): Period {
  const to = period.to > today && period.from <= today ? today : period.to;
  const first = addDays(to, 1 - mostDays);
  if (period.from >= first) return { ...period, to };
  return {
    from: first,
    to,
    says: period.says === allTime.says ? 'the last 53 weeks' : `the last 53 weeks of ${period.says}`,
  };
}

function daysOf({ from, to }: Period): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
