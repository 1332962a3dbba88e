import { z } from 'zod';
import type { InvoiceFilter } from '../domain/invoice-filter.ts';
import { firstDay, lastDay, monthOf } from '../domain/months.ts';
import { allTime, type Period, periodBefore } from '../domain/period.ts';
import type { Kpi } from '../domain/reply.ts';
import { type Opening, type Question, report } from '../engine/report.ts';
import { type Query, sql } from '../engine/sql.ts';
import { asking, inReview, isFiltered, stopped } from './spend/counted.ts';
import { byMonth, monthsChart, monthsTitle } from './spend/months.ts';
import { idOf, inReviewIn, months as monthOpenings, overdueIn, spentIn, stoppedIn, whole } from './spend/openings.ts';
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
  moneyCell,
  moneyIn,
  monthCell,
  nothingElsewhere,
  nothingYet,
  share,
  within,
  withMovement,
} from './spend/words.ts';

/** A month of the trend, and with each the figures of the cards; one row without a month when nothing is booked. */
const Row = z.object({
  month: z.string().nullable(),
  month_minor: z.coerce.bigint(),
  month_invoices: z.coerce.number(),
  minor: z.coerce.bigint(),
  invoices: z.coerce.number(),
  earlier: z.coerce.bigint(),
  top_vendor: z.string().nullable(),
  top_id: z.coerce.bigint().nullable(),
  top_minor: z.coerce.bigint(),
  top_invoices: z.coerce.number(),
  review: z.coerce.number(),
  stopped: z.coerce.number(),
  stopped_minor: z.coerce.bigint(),
  files_stopped: z.coerce.number(),
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
    select m.month, round(coalesce(m.minor, 0)) as month_minor, coalesce(m.invoices, 0) as month_invoices, t.*, b.*,
           top.top_vendor, top.top_id, round(coalesce(top.top_minor, 0)) as top_minor, coalesce(top.top_invoices, 0) as top_invoices, w.*, d.*, l.*, e.*
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
      opens: openings(figures, rows, question),
      chart:
        months.length === 0
          ? null
          : monthsChart(months, question, { title: monthsTitle(months, question), says: '12 months' }),
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
  select coalesce(v.name, 'Unknown vendor') as top_vendor, vendor_id as top_id, minor as top_minor, invoices as top_invoices
    from (select * from (${spentByVendor(question)}) as s order by minor desc, vendor_id limit 1) as largest
    left join vendor v on v.id = vendor_id`;

/** What was held or thrown out as a duplicate, and files that were there already: those are of no vendor. */
const duplicates = (question: Question): Query =>
  isFiltered(question)
    ? sql`select stopped, stopped_minor, 0 as files_stopped from (${stopped(question)}) as s`
    : sql`
  select stopped, stopped_minor, (
           select count(*) from document_share
            where state = 'duplicate' and (created_at at time zone 'utc')::date between ${question.period.from}::date and ${question.period.to}::date) as files_stopped
    from (${stopped(question)}) as s`;

const isRunning = ({ period, today }: Question): boolean => period.from <= today && today < period.to;

function titleOf(figures: Row, question: Question): string {
  const { period } = question;
  const so = isRunning(question) && period.from !== allTime.from ? ' so far' : '';
  const where = `${within(period)}${so}${filtered(question)}`;
  if (figures.invoices === 0) return `Nothing spent in ${countedIn(question)} ${where}`;
  return withMovement(`${moneyIn(question)(figures.minor)} spent ${where}`, figures, question);
}

/** What stands behind the cards, and behind each month of the picture. */
function openings(figures: Row, rows: readonly Row[], question: Question): readonly Opening[] {
  const { top_vendor, top_id, top_minor } = figures;
  const figure = (
    key: string,
    invoices: number,
    minor: bigint | null,
    filter: InvoiceFilter,
    label = key,
  ): Opening => ({
    key,
    group: 'Figures',
    label,
    invoices,
    minor,
    filter,
  });
  const months = rows.flatMap(({ month, month_minor, month_invoices }) =>
    month === null ? [] : [{ month, minor: month_minor, invoices: month_invoices }],
  );
  const all = [
    whole(question, figures),
    figure(
      'Top vendor',
      figures.top_invoices,
      top_minor,
      spentIn(question, { vendorId: idOf(top_id) }),
      `Top vendor: ${top_vendor}`,
    ),
    figure('In review', figures.review, null, inReviewIn(question)),
    figure('Duplicates stopped', figures.stopped, null, stoppedIn(question)),
    figure('Overdue', figures.overdue, figures.overdue_minor, overdueIn(question)),
    ...monthOpenings({ ...question, period: year(question) }, months),
  ];
  return all.filter(({ invoices }) => invoices > 0);
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
      value: (figures.stopped + figures.files_stopped).toLocaleString('en-GB'),
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
