import { z } from 'zod';
import { firstDay, lastDay, monthOf } from '../domain/months.ts';
import { allTime, type Period, periodBefore } from '../domain/period.ts';
import type { Kpi } from '../domain/reply.ts';
import { type Question, report } from '../engine/report.ts';
import { type Query, sql } from '../engine/sql.ts';
import { asking, inReview, isFiltered, stopped } from './spend/counted.ts';
import { byMonth, monthsChart } from './spend/months.ts';
import { elsewhere, overdue, spent, spentByVendor } from './spend/sums.ts';
import {
  brief,
  change,
  countedIn,
  counting,
  divided,
  elsewhereColumns,
  filtered,
  leftOut,
  longestTitle,
  moneyCell,
  moneyIn,
  monthCell,
  nothingElsewhere,
  nothingYet,
  share,
  within,
} from './spend/words.ts';

/** A month of the trend, and with each the figures of the cards; one row without a month when nothing is booked. */
const Row = z.object({
  month: z.string().nullable(),
  month_minor: z.coerce.bigint(),
  minor: z.coerce.bigint(),
  invoices: z.coerce.number(),
  earlier: z.coerce.bigint(),
  top_vendor: z.string().nullable(),
  top_minor: z.coerce.bigint(),
  review: z.coerce.number(),
  stopped: z.coerce.number(),
  stopped_minor: z.coerce.bigint(),
  overdue: z.coerce.number(),
  overdue_minor: z.coerce.bigint(),
  /** Where all is converted: how many of those are in other currencies, and how many besides have no rate. */
  overdue_elsewhere: z.coerce.number(),
  overdue_unrated: z.coerce.number(),
  ...elsewhereColumns,
});
type Row = z.infer<typeof Row>;

export const overview = report({
  name: 'overview',
  asks: 'How much do we spend?',
  needs: 'report.read',
  usually: 'this month',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select m.month, round(coalesce(m.minor, 0)) as month_minor, t.*, b.*, top.top_vendor, round(coalesce(top.top_minor, 0)) as top_minor, w.*, d.*, l.*, e.*
      from (${elsewhere(question)}) as e
     cross join (${spent(question)}) as t
     cross join (${earlier(question)}) as b
     cross join (${inReview(question)}) as w
     cross join (${duplicates(question)}) as d
     cross join (${overdue(question)}) as l
      left join (${largest(question)}) as top on true
      left join (${byMonth(question, year(question))}) as m on true
     order by m.month`,

  finding: (rows, question) => {
    const [figures] = rows;
    if (!figures || (figures.invoices === 0 && !rows.some(({ month }) => month !== null))) {
      return nothingYet(question, figures ?? nothingElsewhere);
    }
    const months = rows.flatMap(({ month, month_minor }) =>
      month === null ? [] : [{ month, minor: month_minor, invoices: 0 }],
    );
    return {
      title: titleOf(figures, question),
      note: noteOf(figures, question),
      kpis: cards(figures, question),
      table: {
        columns: ['Month', 'Spend'],
        rows: months.map(({ month, minor }) => [monthCell(month), moneyCell(question)(minor)]),
      },
      chart: months.length === 0 ? null : monthsChart(months, question, '12 months'),
    };
  },
});

/** The twelve months that end with the period, or with today's. */
function year({ period, today }: Question): Period {
  const last = monthOf(period.to < today ? period.to : today);
  return { from: firstDay(last - 11), to: lastDay(last), says: '12 months' };
}

const earlier = (question: Question): Query => sql`
  select minor as earlier from (${spent(question, periodBefore(question.period, question.today))}) as s`;

const largest = (question: Question): Query => sql`
  select coalesce(v.name, 'Unknown vendor') as top_vendor, minor as top_minor
    from (select * from (${spentByVendor(question)}) as s order by minor desc, vendor_id limit 1) as largest
    left join vendor v on v.id = vendor_id`;

/** What was held or thrown out as a duplicate, and files that were there already: those are of no vendor. */
const duplicates = (question: Question): Query =>
  isFiltered(question)
    ? stopped(question)
    : sql`
  select stopped + (
           select count(*) from document_share
            where state = 'duplicate' and (created_at at time zone 'utc')::date between ${question.period.from}::date and ${question.period.to}::date) as stopped,
         stopped_minor
    from (${stopped(question)}) as s`;

const isRunning = ({ period, today }: Question): boolean => period.from <= today && today < period.to;

function titleOf(figures: Row, question: Question): string {
  const { period } = question;
  const so = isRunning(question) && period.from !== allTime.from ? ' so far' : '';
  const where = `${within(period)}${so}${filtered(question)}`;
  if (figures.invoices === 0) return `Nothing spent in ${countedIn(question)} ${where}`;
  const spend = `${moneyIn(question)(figures.minor)} spent ${where}`;
  const moved = movement(figures, question);
  return moved === null || `${spend}, ${moved}`.length >= longestTitle ? spend : `${spend}, ${moved}`;
}

/** "12 % more than in September 2026"; null when there is nothing to compare with. */
function movement({ minor, earlier }: Row, { period, today }: Question): string | null {
  if (period.from === allTime.from) return null;
  const moved = change(minor, earlier);
  if (moved === null) return null;
  const before = within(periodBefore(period, today)).replace(/^from /, '');
  return `${moved} ${/(more|less)$/.test(moved) ? 'than' : 'as'} ${before}`;
}

function cards(figures: Row, question: Question): Kpi[] {
  const money = moneyIn(question);
  const { invoices, minor } = figures;
  const top = figures.top_vendor === null ? null : share(figures.top_minor, minor);
  return [
    { label: 'Spend', value: money(minor), note: question.period.says },
    { label: 'Invoices', value: invoices.toLocaleString('en-GB'), note: question.period.says },
    { label: 'Average', value: invoices === 0 ? '–' : money(divided(minor, BigInt(invoices))), note: 'an invoice' },
    { label: 'Change', ...changed(figures, question) },
    {
      label: 'Top vendor',
      value: figures.top_vendor === null ? '–' : brief(figures.top_vendor),
      note:
        figures.top_vendor === null ? 'nothing yet' : `${money(figures.top_minor)}${top === null ? '' : `, ${top}`}`,
    },
    {
      label: 'In review',
      value: figures.review.toLocaleString('en-GB'),
      note: figures.review === 0 ? 'nothing waits' : 'a person should look',
    },
    {
      label: 'Duplicates stopped',
      value: figures.stopped.toLocaleString('en-GB'),
      note: figures.stopped_minor > 0n ? `${money(figures.stopped_minor)} not paid twice` : question.period.says,
    },
    {
      label: 'Overdue',
      value: figures.overdue.toLocaleString('en-GB'),
      note: overdueNote(figures, money),
    },
  ];
}

function overdueNote({ overdue, overdue_minor, overdue_unrated }: Row, money: (minor: bigint) => string): string {
  const late = overdue === 0 ? 'nothing is late' : `${money(overdue_minor)} past the due date`;
  return overdue_unrated === 0 ? late : `${late}; ${overdue_unrated.toLocaleString('en-GB')} more without a rate`;
}

function noteOf(figures: Row, question: Question): string | null {
  const count = figures.overdue_elsewhere;
  const late =
    count === 0
      ? null
      : `Overdue includes ${counting(count, 'invoice')} in other currencies, converted by today’s ${count === 1 ? 'rate' : 'rates'}.`;
  return [leftOut(question, figures), late].filter(Boolean).join(' ') || null;
}

function changed({ minor, earlier }: Row, question: Question): { value: string; note: string } {
  if (question.period.from === allTime.from) return { value: '–', note: 'nothing to compare with' };
  const before = periodBefore(question.period, question.today).says;
  const note = `against ${moneyIn(question)(earlier)}, ${before}`;
  return { value: change(minor, earlier) ?? '–', note };
}
