import { z } from 'zod';
import { type Period, periodBefore } from '../domain/period.ts';
import { type Question, report } from '../engine/report.ts';
import { type Query, sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { byMonth, monthsChart, monthsTitle } from './spend/months.ts';
import { months as monthOpenings, whole } from './spend/openings.ts';
import { elsewhere, total } from './spend/sums.ts';
import {
  capital,
  change,
  countCell,
  divided,
  elsewhereColumns,
  filtered,
  leftOut,
  moneyCell,
  moneyIn,
  monthCell,
  nothingElsewhere,
  nothingYet,
  within,
  withMovement,
} from './spend/words.ts';

/** One month with that of the period before (null where nobody asked), and with each the sum of all and the invoices in other currencies; one row without a month when nothing is booked. */
const Row = z.object({
  month: z.string().nullable(),
  minor: z.coerce.bigint(),
  total: z.coerce.bigint(),
  invoices: z.coerce.number(),
  earlier: z.coerce.bigint().nullable(),
  ...elsewhereColumns,
});

export const trend = report({
  name: 'trend',
  asks: 'How does spend move from month to month?',
  needs: 'report.read',
  usually: 'last 12 months',
  takes: ['compare'],
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select m.month, round(coalesce(m.minor, 0)) as minor, coalesce(m.invoices, 0) as invoices, ${question.compare ? sql`round(coalesce(b.minor, 0))` : sql`null`} as earlier,
           ${total(sql`m.minor`)}, e.*
      from (${elsewhere(question)}) as e
      left join (${placed(question, question.period)}) as m on true
      left join (${question.compare ? placed(question, beforeOf(question)) : sql`select null::bigint as place, null::bigint as minor`}) as b using (place)
     order by m.month`,

  finding: (rows, question) => {
    const other = rows[0] ?? { total: 0n, ...nothingElsewhere };
    const months = rows.flatMap(({ month, ...row }) => (month === null ? [] : [{ month, ...row }]));
    if (months.length === 0) return nothingYet(question, other);
    const money = moneyIn(question);
    const { total: all } = other;
    const earlier = months.reduce((sum, { earlier }) => sum + (earlier ?? 0n), 0n);
    const highest = months.reduce((best, month) => (month.minor > best.minor ? month : best));
    const { compare, period } = question;
    const before = capital(beforeOf(question).says);
    const title = compare
      ? withMovement(`${money(all)} spent ${within(period)}${filtered(question)}`, { minor: all, earlier }, question)
      : monthsTitle(months, question);
    return {
      title,
      note: leftOut(question, other),
      kpis: [
        { label: 'Spend', value: money(all), note: period.says },
        ...(compare ? [{ label: 'Before', value: money(earlier), note: before }] : []),
        { label: 'A month', value: money(divided(all, BigInt(months.length))), note: 'on average' },
        { label: 'Highest month', value: money(highest.minor), note: monthCell(highest.month).says },
      ],
      table: {
        columns: ['Month', 'Spend', ...(compare ? ['Before', 'Change'] : []), 'Invoices'],
        rows: months.map(({ month, minor, invoices, earlier }) => [
          monthCell(month),
          moneyCell(question)(minor),
          ...(compare ? [moneyCell(question)(earlier ?? 0n), change(minor, earlier ?? 0n) ?? '–'] : []),
          countCell(invoices),
        ]),
      },
      opens: [
        whole(question, { minor: all, invoices: months.reduce((sum, { invoices }) => sum + invoices, 0) }),
        ...monthOpenings(question, months),
      ],
      chart: monthsChart(months, question, { title, says: period.says, before: compare ? before : null }),
    };
  },
});

const beforeOf = ({ period, today }: Question): Period => periodBefore(period, today);

/** The months of a period by their place in it, so that each meets its counterpart. */
const placed = (question: Question, period: Period): Query => sql`
  select *, row_number() over (order by month) as place from (${byMonth(question, period)}) as months`;
