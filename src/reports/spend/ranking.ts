import { z } from 'zod';
import type { Chart } from '../../domain/chart.ts';
import { type Period, periodBefore } from '../../domain/period.ts';
import type { Kpi } from '../../domain/reply.ts';
import type { Finding, Opening, Question, Table } from '../../engine/report.ts';
import { type Query, sql } from '../../engine/sql.ts';
import { asking } from './counted.ts';
import { idOf, spentIn, whole } from './openings.ts';
import { elsewhere, total } from './sums.ts';
import {
  brief,
  capital,
  change,
  countCell,
  counting,
  elsewhereColumns,
  filtered,
  leftOut,
  moneyCell,
  moneyIn,
  nothingElsewhere,
  nothingYet,
  share,
  shareCell,
  shownIn,
  within,
  withMovement,
} from './words.ts';

/** What is ranked by its spend, so many of it by name and the others together. */
export type Ranking = {
  /** "vendor", "vendors". */
  readonly one: 'vendor' | 'category';
  readonly many: string;
  readonly most: number;
  /** What stands where an invoice has none. */
  readonly none: string;
};

/**
 * One of them, or those beyond the last place together (`name` is null, `names` how many spent something); one row with no names when nothing is booked.
 * `id` is null for those together, and for what has none. `earlier` is spend of the period before, null where nobody asked.
 */
export const Ranked = z.object({
  id: z.coerce.bigint().nullable(),
  name: z.string().nullable(),
  names: z.coerce.number(),
  minor: z.coerce.bigint(),
  total: z.coerce.bigint(),
  invoices: z.coerce.number(),
  earlier: z.coerce.bigint().nullable(),
  ...elsewhereColumns,
});
export type Ranked = z.infer<typeof Ranked>;

type Spent = (days: Pick<Period, 'from' | 'to'>) => Query;

/** `spent` has a row with `id`, `minor` and `invoices` for each that spent something on these days, `named` the names of the ids. */
export const rankedBy = (question: Question, { most, none }: Ranking, spent: Spent, named: Query): Query => sql`
    with ${asking(question)}
    select r.id, r.name, coalesce(r.names, 0) as names, round(coalesce(r.minor, 0)) as minor, coalesce(r.invoices, 0) as invoices, round(r.earlier) as earlier,
           ${total(sql`r.minor`)}, e.*
      from (${elsewhere(question)}) as e
      left join (
           select place, case when members = 1 then id end as id, case when members = 1 then coalesce(n.name, ${none}) end as name, names, minor, invoices, earlier
             from (select min(place) as place, min(id) as id, count(*) as members, count(*) filter (where invoices <> 0) as names,
                          sum(minor) as minor, sum(invoices) as invoices, sum(earlier) as earlier
                     from (select *, row_number() over (order by invoices = 0, minor desc, id) as place from (${withEarlier(question, spent)}) as s) as placed
                    group by least(place, ${(question.top ?? most) + 1})) as first
             left join (${named}) as n using (id)) as r on true
     order by r.place`;

const withEarlier = ({ period, today, compare }: Question, spent: Spent): Query =>
  compare
    ? sql`
      select id, sum(minor) as minor, sum(invoices) as invoices, sum(earlier) as earlier
        from (select id, minor, invoices, 0 as earlier from (${spent(period)}) as now
               union all
              select id, 0, 0, minor from (${spent(periodBefore(period, today))}) as earlier) as either
       group by id`
    : sql`select *, null::bigint as earlier from (${spent(period)}) as now`;

type Look = { readonly mark: Chart['mark']; readonly title: string };

/** What the ranking says. `look` chooses picture and title once it is known that something was spent. */
export function rankingFinding(
  rows: readonly Ranked[],
  question: Question,
  ranking: Ranking,
  look: (ranked: readonly [Ranked, ...Ranked[]], total: bigint, count: number) => Look,
): Finding<'name' | 'spend' | 'earlier'> {
  const { one, many } = ranking;
  const other = rows[0] ?? nothingElsewhere;
  const [first, ...rest] = rows.filter(({ names }) => names > 0);
  if (!first) return nothingYet(question, other);
  const ranked = [first, ...rest] as const;
  const money = moneyIn(question);
  const all = first.total;
  const count = ranked.reduce((sum, { names }) => sum + names, 0);
  const { mark, title } = compared(rows, question, all) ?? look(ranked, all, count);
  return {
    title,
    note: leftOut(question, other),
    kpis: [
      { label: 'Spend', value: money(all), note: question.period.says },
      ...(question.compare ? [beforeKpi(question, rows)] : []),
      { label: capital(many), value: count.toLocaleString('en-GB') },
      { label: 'Largest', value: brief(nameOf(first)), note: money(first.minor) },
    ],
    table: tableOf(ranked, question, ranking, all),
    opens: [
      whole(question, { minor: all, invoices: ranked.reduce((sum, { invoices }) => sum + invoices, 0) }),
      ...ranked.flatMap((row) => (row.name === null ? [] : [openingOf(row, row.name, question, ranking)])),
    ],
    chart: {
      chart: {
        mark,
        x: { field: 'name', as: 'name' },
        y: { field: 'spend', as: 'money', title: capital(question.period.says) },
        ...(question.compare && { beside: { field: 'earlier', says: capital(beforeOf(question).says) } }),
        title,
        subtitle: `Spend by ${one} in ${shownIn(question)}, ${question.period.says}${filtered(question)}`,
        currency: question.currency,
      },
      rows: ranked.map((row) => ({ name: nameOf(row), spend: row.minor, earlier: row.earlier })),
    },
  };
}

const openingOf = (
  { id, invoices, minor }: Ranked,
  label: string,
  question: Question,
  { one, many }: Ranking,
): Opening => ({
  key: `${one} ${idOf(id)}`,
  group: capital(many),
  label,
  invoices,
  minor,
  filter: spentIn(question, { [`${one}Id`]: idOf(id) }),
});

const beforeOf = ({ period, today }: Question): Period => periodBefore(period, today);

/** Beside the period before, the finding is how the whole moved; those who got nothing this time count there. */
function compared(rows: readonly Ranked[], question: Question, total: bigint): Look | null {
  if (!question.compare) return null;
  const spent = `${moneyIn(question)(total)} spent ${within(question.period)}${filtered(question)}`;
  return { mark: 'bars', title: withMovement(spent, { minor: total, earlier: earlierOf(rows) }, question) };
}

const earlierOf = (rows: readonly Ranked[]): bigint => rows.reduce((sum, { earlier }) => sum + (earlier ?? 0n), 0n);

const beforeKpi = (question: Question, rows: readonly Ranked[]): Kpi => ({
  label: 'Before',
  value: moneyIn(question)(earlierOf(rows)),
  note: beforeOf(question).says,
});

function tableOf(ranked: readonly Ranked[], question: Question, { one }: Ranking, total: bigint): Table {
  const money = moneyCell(question);
  const { compare } = question;
  return {
    columns: [
      capital(one),
      'Spend',
      ...(compare ? [capital(beforeOf(question).says), 'Change'] : []),
      'Share',
      'Invoices',
    ],
    rows: ranked.map((row) => [
      nameOf(row),
      money(row.minor),
      ...(compare ? [money(row.earlier ?? 0n), change(row.minor, row.earlier ?? 0n) ?? '–'] : []),
      shareCell(row.minor, total),
      countCell(row.invoices),
    ]),
  };
}

/** "All €100 went to Ann", or whose part is the largest. */
export function largestOf(first: Ranked, all: bigint, count: number, { many }: Ranking, question: Question): string {
  const [name, money] = [brief(nameOf(first)), moneyIn(question)];
  if (count === 1) return `All ${money(all)} went to ${name}`;
  const part = share(first.minor, all);
  return `${name} is the largest of ${count.toLocaleString('en-GB')} ${many}: ${money(first.minor)}${part === null ? '' : `, ${part} of ${money(all)}`}`;
}

export const nameOf = ({ name, names }: Ranked): string => name ?? counting(names, 'other');
