import { z } from 'zod';
import { allTime, type Period, periodBefore } from '../domain/period.ts';
import { type Finding, type Opening, type Question, report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { idOf, spentIn, whole } from './spend/openings.ts';
import { elsewhere, spentByVendor, total } from './spend/sums.ts';
import {
  brief,
  change,
  counting,
  divided,
  elsewhereColumns,
  filtered,
  leftOut,
  longestTitle,
  moneyCell,
  moneyIn,
  nothingElsewhere,
  nothingYet,
  shownIn,
  size,
  within,
} from './spend/words.ts';

/** Vendors by name before the others stand together. */
const usuallyNamed = 10;

/** A vendor, or those beyond the last place together (`name` is null, `names` how many); one row with no names when nothing was spent in either period. */
const Row = z.object({
  id: z.coerce.bigint().nullable(),
  name: z.string().nullable(),
  names: z.coerce.number(),
  minor: z.coerce.bigint(),
  invoices: z.coerce.bigint(),
  earlier: z.coerce.bigint(),
  earlier_invoices: z.coerce.bigint(),
  total: z.coerce.bigint(),
  total_earlier: z.coerce.bigint(),
  ...elsewhereColumns,
});
type Row = z.infer<typeof Row>;

export const changes = report({
  name: 'changes',
  asks: 'What moved most against the period before, and why?',
  needs: 'report.read',
  usually: 'last month',
  takes: ['top'],
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select r.id, r.name, coalesce(r.names, 0) as names, round(coalesce(r.minor, 0)) as minor, coalesce(r.invoices, 0) as invoices,
           round(coalesce(r.earlier, 0)) as earlier, coalesce(r.earlier_invoices, 0) as earlier_invoices, ${total(sql`r.minor`)},
           round(coalesce(sum(r.earlier) over (), 0)) as total_earlier, e.*
      from (${elsewhere(question)}) as e
      left join (
           select place, case when names = 1 then id end as id, case when names = 1 then coalesce(v.name, 'Unknown vendor') end as name, names, minor, invoices, earlier, earlier_invoices
             from (select min(place) as place, min(vendor_id) as id, count(*) as names, sum(minor) as minor, sum(invoices) as invoices,
                          sum(earlier) as earlier, sum(earlier_invoices) as earlier_invoices
                     from (select *, row_number() over (order by abs(minor - earlier) desc, vendor_id) as place
                             from (select vendor_id, sum(minor) as minor, sum(invoices) as invoices, sum(earlier) as earlier, sum(earlier_invoices) as earlier_invoices
                                     from (select vendor_id, minor, invoices, 0 as earlier, 0 as earlier_invoices from (${spentByVendor(question)}) as now
                                            union all
                                           select vendor_id, 0, 0, minor, invoices from (${spentByVendor(question, beforeOf(question))}) as before) as either
                                    group by vendor_id) as moved) as placed
                    group by least(place, ${(question.top ?? usuallyNamed) + 1})) as first
             left join (select id, name from vendor) as v using (id)) as r on true
     order by r.place`,

  finding: (rows, question) => {
    if (question.period.from === allTime.from) return nothingBefore;
    const other = rows[0] ?? { total: 0n, total_earlier: 0n, ...nothingElsewhere };
    const moved = rows.filter(({ names }) => names > 0);
    if (moved.length === 0) return nothingYet(question, other);
    const money = moneyIn(question);
    const { total: now, total_earlier: earlier } = other;
    const before = beforeOf(question);
    const title = titleOf(moved, now - earlier, question);
    return {
      title,
      note: leftOut(question, other),
      kpis: [
        { label: 'Spend', value: money(now), note: question.period.says },
        { label: 'Before', value: money(earlier), note: before.says },
        {
          label: 'Change',
          value: signed(now - earlier, question),
          note: change(now, earlier) ?? 'no percentage to tell',
        },
      ],
      table: {
        columns: ['Vendor', 'Change', 'Now', 'Before', 'Why'],
        rows: moved.map((row) => [
          nameOf(row),
          { ...moneyCell(question)(row.minor - row.earlier), says: signed(row.minor - row.earlier, question) },
          moneyCell(question)(row.minor),
          moneyCell(question)(row.earlier),
          why(row, question),
        ]),
      },
      opens: [
        whole(question, { minor: now, invoices: Number(moved.reduce((all, { invoices }) => all + invoices, 0n)) }),
        ...moved.flatMap((row) => openingsOf(row, question)),
      ],
      chart: {
        chart: {
          mark: 'bars',
          x: { field: 'vendor', as: 'name' },
          y: { field: 'moved', as: 'money', signed: true },
          title,
          subtitle: `Change of spend by vendor in ${shownIn(question)}, ${question.period.says} against ${before.says}${filtered(question)}`,
          currency: question.currency,
        },
        rows: moved.map((row) => ({ vendor: nameOf(row), moved: row.minor - row.earlier })),
      },
    };
  },
});

const nothingBefore: Finding & { readonly chart: null } = {
  title: 'All time has nothing before it to compare with. Name a period: /spend changes this year.',
  kpis: [],
  table: null,
  chart: null,
};

/** The same days of the period before, where this one is still running. */
const beforeOf = ({ period, today }: Question): Period => periodBefore(period, today);

/** A vendor's invoices of both periods. */
function openingsOf(row: Row, question: Question): readonly Opening[] {
  if (row.name === null) return [];
  const [vendorId, label, before] = [idOf(row.id), row.name, beforeOf(question)];
  const both = [
    {
      key: `now ${vendorId}`,
      group: question.period.says,
      invoices: row.invoices,
      minor: row.minor,
      dates: question.period,
    },
    {
      key: `before ${vendorId}`,
      group: before.says,
      invoices: row.earlier_invoices,
      minor: row.earlier,
      dates: before,
    },
  ];
  return both
    .filter(({ invoices }) => invoices > 0n)
    .map(({ dates, invoices, ...one }) => ({
      ...one,
      label,
      invoices: Number(invoices),
      filter: spentIn(question, { dates, vendorId }),
    }));
}

const nameOf = ({ name, names }: Row): string => name ?? counting(names, 'other');

function titleOf(moved: readonly Row[], by: bigint, question: Question): string {
  const money = moneyIn(question);
  const before = within(beforeOf(question)).replace(/^from /, '');
  const whole =
    by === 0n
      ? `Spend is the same ${within(question.period)} as ${before}${filtered(question)}`
      : `Spend ${by > 0n ? 'rose' : 'fell'} by ${money(size(by))} ${within(question.period)}${filtered(question)}`;
  const along = moved.find((row) => row.name !== null && (by === 0n || row.minor - row.earlier > 0n === by > 0n));
  if (!along || along.minor === along.earlier) return whole;
  const title = `${whole}: ${brief(nameOf(along))} ${signed(along.minor - along.earlier, question)}, ${why(along, question)}`;
  return title.length < longestTitle ? title : whole;
}

function signed(by: bigint, question: Question): string {
  const money = moneyIn(question);
  return by > 0n ? `+${money(by)}` : money(by).replace('-', '−');
}

/** New or gone; else whether it is rather the number of invoices that moved it, or what one costs. */
function why({ name, minor, invoices, earlier, earlier_invoices: earlierInvoices }: Row, question: Question): string {
  if (name === null) return '–';
  if (earlierInvoices === 0n) return 'new';
  if (invoices === 0n) return 'gone';
  if (minor === earlier) return 'as before';
  const [now, then] = [divided(minor, invoices), divided(earlier, earlierInvoices)];
  const byNumber = (invoices - earlierInvoices) * then;
  const byPrice = minor - earlier - byNumber;
  const money = moneyIn(question);
  return size(byNumber) > size(byPrice)
    ? `${invoices} ${invoices === 1n ? 'invoice' : 'invoices'} after ${earlierInvoices}`
    : `${money(now)} an invoice after ${money(then)}`;
}
