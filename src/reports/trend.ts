import { z } from 'zod';
import { report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { byMonth, monthsChart, monthsTitle } from './spend/months.ts';
import { elsewhere, total } from './spend/sums.ts';
import {
  countCell,
  divided,
  elsewhereColumns,
  leftOut,
  moneyCell,
  moneyIn,
  monthCell,
  nothingElsewhere,
  nothingYet,
} from './spend/words.ts';

/** One month, and with each the sum of all and the invoices in other currencies; one row without a month when nothing is booked. */
const Row = z.object({
  month: z.string().nullable(),
  minor: z.coerce.bigint(),
  total: z.coerce.bigint(),
  invoices: z.coerce.number(),
  ...elsewhereColumns,
});

export const trend = report({
  name: 'trend',
  asks: 'How does spend move from month to month?',
  needs: 'report.read',
  usually: 'last 12 months',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select m.month, round(coalesce(m.minor, 0)) as minor, coalesce(m.invoices, 0) as invoices, ${total(sql`m.minor`)}, e.*
      from (${elsewhere(question)}) as e
      left join (${byMonth(question, question.period)}) as m on true
     order by m.month`,

  finding: (rows, question) => {
    const other = rows[0] ?? { total: 0n, ...nothingElsewhere };
    const months = rows.flatMap(({ month, minor, invoices }) => (month === null ? [] : [{ month, minor, invoices }]));
    if (months.length === 0) return nothingYet(question, other);
    const money = moneyIn(question);
    const highest = months.reduce((best, month) => (month.minor > best.minor ? month : best));
    return {
      title: monthsTitle(months, question),
      note: leftOut(question, other),
      kpis: [
        { label: 'Spend', value: money(other.total), note: question.period.says },
        { label: 'A month', value: money(divided(other.total, BigInt(months.length))), note: 'on average' },
        { label: 'Highest month', value: money(highest.minor), note: monthCell(highest.month).says },
      ],
      table: {
        columns: ['Month', 'Spend', 'Invoices'],
        rows: months.map(({ month, minor, invoices }) => [
          monthCell(month),
          moneyCell(question)(minor),
          countCell(invoices),
        ]),
      },
      chart: monthsChart(months, question, question.period.says),
    };
  },
});
