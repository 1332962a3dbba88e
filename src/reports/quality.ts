import { z } from 'zod';
import { formatMoney } from '../domain/money.ts';
import type { Kpi } from '../domain/reply.ts';
import { type Finding, type Question, report } from '../engine/report.ts';
import { type Query, sql } from '../engine/sql.ts';
import { named } from './spend/counted.ts';
import { brief, counting, filtered, longestTitle, share, within } from './spend/words.ts';

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
    with seen as (${papers(question)})
    select r.vendor, coalesce(r.vendors, 0) as vendors, coalesce(r.invoices, 0) as invoices, coalesce(r.untouched, 0) as untouched,
           coalesce(r.waiting, 0) as waiting, coalesce(r.fields, 0) as fields, coalesce(r."right", 0) as "right", coalesce(r.corrected, 0) as corrected,
           r.under_minor, r.under_currency, w.*
      from (select count(*) filter (where straight) as straight, coalesce(sum(sure), 0) as sure, coalesce(sum(sure - sure_wrong), 0) as sure_right,
                   round(percentile_cont(0.5) within group (order by seconds) filter (where straight)) as straight_seconds,
                   round(percentile_cont(0.5) within group (order by seconds)) as seconds
              from seen) as w
      left join (
           select min(place) as place, case when count(*) = 1 then min(vendor) end as vendor, count(*) as vendors, sum(invoices) as invoices,
                  sum(untouched) as untouched, sum(waiting) as waiting, sum(fields) as fields, sum("right") as "right", sum(corrected) as corrected,
                  case when count(*) = 1 then min(under_minor) end as under_minor, case when count(*) = 1 then min(under_currency) end as under_currency
             from (select vendor, count(*) as invoices, count(*) filter (where not waits and corrected = 0) as untouched, count(*) filter (where waits) as waiting,
                          sum(read + corrected - read_wrong) as fields, sum(read - read_wrong) as "right", sum(corrected) as corrected,
                          min(under_minor) as under_minor, min(under_currency) as under_currency,
                          row_number() over (order by sum(corrected) desc, count(*) desc, vendor) as place
                     from seen group by vendor_id, vendor) as ranked
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

/** What Penny read within the period: of each how many fields were read, called sure, put right, and the seconds until it needed nobody. */
const papers = (question: Question): Query => sql`
  select i.vendor_id, coalesce(v.name, i.vendor_text, 'Unknown vendor') as vendor, q.straight, i.state in ('review', 'held') as waits,
         cardinality(q.read) as read, cardinality(q.sure) as sure, cardinality(q.corrected) as corrected,
         (select count(*) from unnest(q.corrected) as field where field = any(q.read)) as read_wrong,
         (select count(*) from unnest(q.corrected) as field where field = any(q.sure)) as sure_wrong,
         extract(epoch from q.settled_at - least(i.added_at, (select min(created_at) from document_share where document_id = i.document_id))) as seconds,
         t.under_minor, t.currency::text as under_currency
    from invoice_quality q
    join invoice i on i.id = q.invoice_id
    left join vendor v on v.id = i.vendor_id
    left join category c on c.id = i.category_id
    left join vendor_auto_confirm t on t.vendor_id = i.vendor_id
   where i.state <> 'deleted' and ${named(question)}
     and (i.added_at at time zone 'utc')::date between ${question.period.from}::date and ${question.period.to}::date`;

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
      note: `straight through ${lasting(whole.straight_seconds)}; the middle one`,
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
    `${row.invoices}`,
    `${row.untouched}`,
    `${row.corrected}`,
    part(row.right, row.fields),
    row.under_minor !== null && row.under_currency !== null
      ? `under ${formatMoney({ minor: row.under_minor, currency: row.under_currency })}`
      : '–',
  ]),
  numeric: [1, 2, 3, 4],
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
