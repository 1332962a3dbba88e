import { z } from 'zod';
import { addDays } from '../domain/calendar.ts';
import { allTime } from '../domain/period.ts';
import { type Question, report } from '../engine/report.ts';
import { type Query, sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { dueIn } from './spend/openings.ts';
import { dueElsewhere, dueOn } from './spend/sums.ts';
import {
  countCell,
  countedIn,
  counting,
  elsewhereColumns,
  filtered,
  leftOut,
  longestTitle,
  moneyCell,
  moneyIn,
  nothingElsewhere,
  shownIn,
} from './spend/words.ts';

/** Days from today on which something falls due, and what those are called; the latest first, as that is most urgent. */
const buckets = [
  { name: 'Over 90 days late', from: null, to: -91 },
  { name: '61 to 90 days late', from: -90, to: -61 },
  { name: '31 to 60 days late', from: -60, to: -31 },
  { name: '1 to 30 days late', from: -30, to: -1 },
  { name: 'Due within 7 days', from: 0, to: 7 },
  { name: 'Due in 8 to 30 days', from: 8, to: 30 },
  { name: 'Due later', from: 31, to: null },
] as const;

/** One bucket, and with each the sums of those that are past and of those to come. */
const Row = z.object({
  place: z.coerce.number(),
  minor: z.coerce.bigint(),
  invoices: z.coerce.number(),
  late: z.coerce.bigint(),
  ahead: z.coerce.bigint(),
  ...elsewhereColumns,
});

/** The first bucket that is not late. */
const firstAhead = buckets.findIndex(({ to }) => to === null || to >= 0);

export const ageing = report({
  name: 'ageing',
  asks: 'What falls due when, and what is late?',
  needs: 'report.read',
  usually: 'all time',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select place, round(minor) as minor, invoices, round(sum(minor) filter (where place < ${firstAhead}) over ()) as late,
           round(sum(minor) filter (where place >= ${firstAhead}) over ()) as ahead, e.*
      from (${together(buckets.map((bucket, place) => sql`select ${place}::integer as place, minor, invoices from (${dueOn(question, daysOf(bucket, question))}) as due`))}) as bucket
     cross join (${dueElsewhere(question)}) as e
     order by place`,

  finding: (rows, question) => {
    const other = rows[0] ?? { late: 0n, ahead: 0n, ...nothingElsewhere };
    const due = buckets.map((bucket, place) => {
      const found = rows.find((row) => row.place === place);
      return { bucket, name: bucket.name, minor: found?.minor ?? 0n, invoices: found?.invoices ?? 0 };
    });
    if (due.every(({ invoices }) => invoices === 0)) {
      const title = `Nothing in ${countedIn(question)} has a due date${filtered(question)}.`;
      return { title, note: leftOut(question, other, 'of today'), kpis: [], table: null, chart: null };
    }
    const money = moneyIn(question);
    const count = (of: typeof due) => of.reduce((all, { invoices }) => all + invoices, 0);
    const late = { minor: other.late, invoices: count(due.slice(0, firstAhead)) };
    const ahead = { minor: other.ahead, invoices: count(due.slice(firstAhead)) };
    const soon = due[firstAhead] ?? ahead;
    const title = titleOf(late, soon, money);
    return {
      title,
      note: [
        `Counted from today${question.period.from === allTime.from ? '' : ', whatever the period'}. Penny does not know what has been paid: an invoice stays here by its due date.`,
        leftOut(question, other, 'of today'),
      ]
        .filter(Boolean)
        .join(' '),
      kpis: [
        { label: 'Late', value: money(late.minor), note: counting(late.invoices, 'invoice') },
        { label: 'Within 7 days', value: money(soon.minor), note: counting(soon.invoices, 'invoice') },
        { label: 'All that is ahead', value: money(ahead.minor), note: counting(ahead.invoices, 'invoice') },
      ],
      table: {
        columns: ['Due', 'Amount', 'Invoices'],
        rows: due.map(({ name, minor, invoices }) => [name, moneyCell(question)(minor), countCell(invoices)]),
      },
      opens: due
        .map(({ bucket, name, minor, invoices }) => ({
          key: name,
          group: 'Due',
          label: name,
          invoices,
          minor,
          filter: dueIn(question, { ...daysOf(bucket, question), says: name.toLowerCase() }),
        }))
        .filter(({ invoices }) => invoices > 0),
      chart: {
        chart: {
          mark: 'bars',
          x: { field: 'due', as: 'name' },
          y: { field: 'amount', as: 'money' },
          title,
          subtitle: `Amounts in ${shownIn(question)} by their due date${filtered(question)}`,
          currency: question.currency,
        },
        rows: due.map(({ name, minor }) => ({ due: name, amount: minor })),
      },
    };
  },
});

const daysOf = ({ from, to }: (typeof buckets)[number], { today }: Question) => ({
  from: from === null ? allTime.from : addDays(today, from),
  to: to === null ? allTime.to : addDays(today, to),
});

function together([first, ...rest]: readonly Query[]): Query {
  if (!first) throw new Error('there is at least one bucket');
  return rest.reduce((all, next) => sql`${all} union all ${next}`, first);
}

type Sum = { readonly minor: bigint; readonly invoices: number };

function titleOf(late: Sum, soon: Sum, money: (minor: bigint) => string): string {
  const next =
    soon.invoices === 0
      ? 'nothing falls due within 7 days'
      : `${money(soon.minor)} ${soon.invoices === 1 ? 'falls' : 'fall'} due within 7 days`;
  const title =
    late.invoices === 0
      ? `Nothing is late; ${next}`
      : `${money(late.minor)} in ${counting(late.invoices, 'invoice')} ${late.invoices === 1 ? 'is' : 'are'} past the due date; ${next}`;
  return title.length < longestTitle ? title : title.slice(0, longestTitle - 1);
}
