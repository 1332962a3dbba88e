import { z } from 'zod';
import { formatMoney } from '../domain/money.ts';
import type { Kpi } from '../domain/reply.ts';
import { type Finding, type Question, report } from '../engine/report.ts';
import { type Query, sql } from '../engine/sql.ts';
import { asking, named } from './spend/counted.ts';
import { brief, countCell, counting, filtered, longestTitle, share, shareCell, within } from './spend/words.ts';

/** A vendor, or those beyond the tenth together (`vendor` is null), and with each the figures of the whole; one row with no vendors when nothing was read. */
const Row = z.object({
  vendor: z.string().nullable(),
  vendors: z.coerce.number(),
  invoices: z.coerce.number(),
  /** Booked or confirmed without a field corrected. */
  untouched: z.coerce.number(),
  waiting: z.coerce.number(),
  /** Fields read, or missed and added; those that were read as they stand now; those that people put right. */
  fields: z.coerce.number(),
  right: z.coerce.number(),
  corrected: z.coerce.number(),
  under_minor: z.coerce.bigint().nullable(),
  under_currency: z.string().nullable(),
  straight: z.coerce.number(),
  sure: z.coerce.number(),
  sure_right: z.coerce.number(),
  straight_seconds: z.coerce.number().nullable(),
  seconds: z.coerce.number().nullable(),
});
type Row = z.infer<typeof Row>;

export const quality = report({
  name: 'quality',
  asks: 'How well are invoices read?',
  needs: 'report.read',
  usually: 'last 90 days',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}, read as (${readings(question)})
    select r.vendor, coalesce(r.vendors, 0) as vendors, coalesce(r.invoices, 0) as invoices, coalesce(r.untouched, 0) as untouched,
           coalesce(r.waiting, 0) as waiting, coalesce(r.fields, 0) as fields, coalesce(r.fields_right, 0) as "right", coalesce(r.corrected, 0) as corrected,
           r.under_minor, r.under_currency, w.*, t.*
      from (select coalesce(sum(straight), 0) as straight, coalesce(sum(sure), 0) as sure, coalesce(sum(sure_right), 0) as sure_right from read) as w
     cross join (${times(question)}) as t
      left join (
           select min(place) as place, case when count(*) = 1 then min(vendor) end as vendor, count(*) as vendors, sum(invoices) as invoices,
                  sum(untouched) as untouched, sum(waiting) as waiting, sum(fields) as fields, sum(fields_right) as fields_right, sum(corrected) as corrected,
                  case when count(*) = 1 then min(under_minor) end as under_minor, case when count(*) = 1 then min(under_currency) end as under_currency
             from (select read.*, coalesce(v.name, 'Unknown vendor') as vendor, t.under_minor, t.currency::text as under_currency,
                          row_number() over (order by corrected desc, invoices desc, v.name) as place
                     from read
                     left join vendor v on v.id = vendor_id
                     left join vendor_auto_confirm t using (vendor_id)) as ranked
            group by least(place, 11)) as r on true
     order by r.place`,

  finding: (rows, question) => {
    const vendors = rows.filter((row) => row.vendors > 0);
    const [whole] = rows;
    const all = totals(vendors);
    if (!whole || all.invoices === 0) return nothingRead(question);
    const title = titleOf(vendors, all, question);
    return {
      title,
      kpis: cards(whole, all, question),
      table: tableOf(vendors),
      chart: chartOf(vendors, title, question),
    };
  },
});

/** What Penny read within the period, by vendor. */
const readings = (question: Question): Query => sql`
  select vendor_id, sum(invoices) as invoices, sum(straight) as straight, sum(untouched) as untouched, sum(waiting) as waiting, sum(fields) as fields,
         sum(fields_right) as fields_right, sum(corrected) as corrected, sum(sure) as sure, sum(sure_right) as sure_right
    from invoice_quality_metrics
   where day between ${question.period.from}::date and ${question.period.to}::date and ${named(question)}
   group by vendor_id having sum(invoices) <> 0`;

/** The middle of the seconds until an invoice needed nobody. Of sums there is no middle, so the readings themselves are asked: those settled since the period began, which are few beside the ledger. */
const times = (question: Question): Query => sql`
  select round(percentile_cont(0.5) within group (order by seconds) filter (where straight)) as straight_seconds,
         round(percentile_cont(0.5) within group (order by seconds)) as seconds
    from (select q.straight, extract(epoch from q.settled_at - least(i.added_at, (select min(created_at) from document_share where document_id = i.document_id))) as seconds
            from (${settledSince(question.period.from)}) as q
            join invoice i on i.id = q.invoice_id
           where i.state <> 'deleted' and ${named(question)}
             and (i.added_at at time zone 'utc')::date between ${question.period.from}::date and ${question.period.to}::date) as one`;

/** Readings of a period from which on every 32nd tells the middle as well as all do, and is found thirty times as fast; and of how many of those, the latest, it is told. */
const sampledFrom = 20_000;
const sampleSize = 4_000;

/** Within a statement that has summed what was `read`. */
const settledSince = (from: string): Query => sql`
  select invoice_id, straight, settled_at from invoice_quality
   where settled_at >= ${from}::date::timestamp at time zone 'utc' and (select coalesce(sum(invoices), 0) < ${sampledFrom} from read)
   union all
  (select invoice_id, straight, settled_at from invoice_quality
    where settled_at >= ${from}::date::timestamp at time zone 'utc' and (select coalesce(sum(invoices), 0) >= ${sampledFrom} from read) and invoice_id % 32 = 0
    order by settled_at desc limit ${sampleSize})`;

type Totals = Pick<Row, 'invoices' | 'untouched' | 'waiting' | 'fields' | 'right' | 'corrected'>;

function totals(vendors: readonly Row[]): Totals {
  const sum = (of: keyof Totals) => vendors.reduce((all, row) => all + row[of], 0);
  return {
    invoices: sum('invoices'),
    untouched: sum('untouched'),
    waiting: sum('waiting'),
    fields: sum('fields'),
    right: sum('right'),
    corrected: sum('corrected'),
  };
}

const nameOf = ({ vendor, vendors }: Row): string => vendor ?? counting(vendors, 'other');
const part = (some: number, whole: number): string => share(BigInt(some), BigInt(whole)) ?? '–';

function nothingRead(question: Question): Finding & { readonly chart: null } {
  const nothing = `Nothing was read ${within(question.period)}${filtered(question)}.`;
  const title = `${nothing} Share an invoice and it will show up here.`;
  return { title: title.length < longestTitle ? title : nothing, kpis: [], table: null, chart: null };
}

function titleOf(
  [worst]: readonly Row[],
  { invoices, untouched, waiting, corrected }: Totals,
  question: Question,
): string {
  const settled = invoices - waiting;
  const when = `read ${within(question.period)}`;
  if (settled === 0)
    return `${counting(invoices, 'invoice')} ${when} ${invoices === 1 ? 'waits' : 'wait'} for somebody`;
  const most =
    worst && corrected > 0
      ? `; most corrections: ${brief(nameOf(worst), 40)}, ${counting(worst.corrected, 'field')}`
      : '';
  if (settled === 1)
    return `The one invoice ${when} ${untouched === 1 ? 'needed no correction' : 'had to be corrected'}${most}`;
  return `${untouched === settled ? 'All' : `${untouched.toLocaleString('en-GB')} of`} ${settled.toLocaleString('en-GB')} invoices ${when} needed no correction${most}`;
}

function cards(whole: Row, { invoices, untouched, waiting, fields, right }: Totals, { period }: Question): Kpi[] {
  return [
    { label: 'Read', value: invoices.toLocaleString('en-GB'), note: period.says },
    { label: 'Straight through', value: part(whole.straight, invoices), note: 'booked without anybody' },
    {
      label: 'Untouched',
      value: part(untouched, invoices),
      note: waiting > 0 ? `${waiting} still waiting` : 'no field corrected',
    },
    { label: 'Fields right', value: part(right, fields), note: `${right} of ${fields}` },
    {
      label: 'Sure and right',
      value: part(whole.sure_right, whole.sure),
      note: `${whole.sure_right} of ${whole.sure} called sure`,
    },
    {
      label: 'Time to book',
      value: lasting(whole.seconds),
      note: `straight through ${lasting(whole.straight_seconds)}; the middle one${invoices < sampledFrom ? '' : ' of a sample'}`,
    },
  ];
}

/** Seconds as people say them: "12 s", "5 min", "3 h", "2 days"; a dash where there are none. */
function lasting(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < 90) return `${Math.max(0, seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return seconds < 36 * 3600 ? `${Math.round(seconds / 3600)} h` : counting(Math.round(seconds / 86_400), 'day');
}

const tableOf = (vendors: readonly Row[]): Finding['table'] => ({
  columns: ['Vendor', 'Read', 'Untouched', 'Corrected fields', 'Fields right', 'Confirms itself'],
  rows: vendors.map((row) => [
    nameOf(row),
    countCell(row.invoices),
    countCell(row.untouched),
    countCell(row.corrected),
    shareCell(BigInt(row.right), BigInt(row.fields)),
    row.under_minor !== null && row.under_currency !== null
      ? `under ${formatMoney({ minor: row.under_minor, currency: row.under_currency })}`
      : '–',
  ]),
});

/** Whose papers cost people work; where nobody's do, of whom most were read. */
function chartOf(vendors: readonly Row[], title: string, question: Question): Finding<'vendor' | 'count'>['chart'] {
  const wrong = vendors.filter(({ corrected }) => corrected > 0);
  const bars = wrong.length > 0 ? wrong : vendors.toSorted((a, b) => b.invoices - a.invoices);
  const what = wrong.length > 0 ? 'Fields that people put right' : 'Invoices read, none of them corrected';
  return {
    chart: {
      mark: 'bars',
      x: { field: 'vendor', as: 'name' },
      y: { field: 'count', as: 'count' },
      title,
      subtitle: `${what}, by vendor, ${question.period.says}${filtered(question)}`,
    },
    rows: bars.map((row) => ({ vendor: nameOf(row), count: wrong.length > 0 ? row.corrected : row.invoices })),
  };
}
