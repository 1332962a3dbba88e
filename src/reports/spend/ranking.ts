import { z } from 'zod';
import type { Chart } from '../../domain/chart.ts';
import type { Finding, Question } from '../../engine/report.ts';
import { type Query, sql } from '../../engine/sql.ts';
import { asking } from './counted.ts';
import { elsewhere, total } from './sums.ts';
import {
  brief,
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
} from './words.ts';

/** What is ranked by its spend, so many of it by name and the others together. */
export type Ranking = {
  /** "vendor", "vendors". */
  readonly one: string;
  readonly many: string;
  readonly most: number;
  /** What stands where an invoice has none. */
  readonly none: string;
};

/** One of them, or those beyond the last place together (`name` is null, `names` how many); one row with no names when nothing is booked. */
export const Ranked = z.object({
  name: z.string().nullable(),
  names: z.coerce.number(),
  minor: z.coerce.bigint(),
  total: z.coerce.bigint(),
  invoices: z.coerce.number(),
  ...elsewhereColumns,
});
export type Ranked = z.infer<typeof Ranked>;

/** `spent` has a row for each id, `named` the names of the ids. */
export const rankedBy = (question: Question, { most, none }: Ranking, spent: Query, named: Query): Query => sql`
    with ${asking(question)}
    select r.name, coalesce(r.names, 0) as names, round(coalesce(r.minor, 0)) as minor, coalesce(r.invoices, 0) as invoices, ${total(sql`r.minor`)}, e.*
      from (${elsewhere(question)}) as e
      left join (
           select place, case when names = 1 then coalesce(n.name, ${none}) end as name, names, minor, invoices
             from (select min(place) as place, min(id) as id, count(*) as names, sum(minor) as minor, sum(invoices) as invoices
                     from (select *, row_number() over (order by minor desc, id) as place from (${spent}) as s) as placed
                    group by least(place, ${most + 1})) as first
             left join (${named}) as n using (id)) as r on true
     order by r.place`;

type Look = { readonly mark: Chart['mark']; readonly title: string };

/** What the ranking says. `look` chooses picture and title once it is known that something was spent. */
export function rankingFinding(
  rows: readonly Ranked[],
  question: Question,
  { one, many }: Ranking,
  look: (ranked: readonly [Ranked, ...Ranked[]], total: bigint, count: number) => Look,
): Finding<'name' | 'spend'> {
  const other = rows[0] ?? nothingElsewhere;
  const [first, ...rest] = rows.filter(({ names }) => names > 0);
  if (!first) return nothingYet(question, other);
  const ranked = [first, ...rest] as const;
  const money = moneyIn(question);
  const all = first.total;
  const count = ranked.reduce((sum, { names }) => sum + names, 0);
  const { mark, title } = look(ranked, all, count);
  return {
    title,
    note: leftOut(question, other),
    kpis: [
      { label: 'Spend', value: money(all), note: question.period.says },
      { label: capital(many), value: count.toLocaleString('en-GB') },
      { label: 'Largest', value: brief(nameOf(first)), note: money(first.minor) },
    ],
    table: {
      columns: [capital(one), 'Spend', 'Share', 'Invoices'],
      rows: ranked.map((row) => [
        nameOf(row),
        moneyCell(question)(row.minor),
        shareCell(row.minor, all),
        countCell(row.invoices),
      ]),
    },
    chart: {
      chart: {
        mark,
        x: { field: 'name', as: 'name' },
        y: { field: 'spend', as: 'money' },
        title,
        subtitle: `Spend by ${one} in ${shownIn(question)}, ${question.period.says}${filtered(question)}`,
        currency: question.currency,
      },
      rows: ranked.map((row) => ({ name: nameOf(row), spend: row.minor })),
    },
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

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
