import { z } from 'zod';
import { report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { elsewhere, spentByCategory } from './spend/sums.ts';
import {
  brief,
  countCell,
  counting,
  filtered,
  leftOut,
  moneyCell,
  moneyIn,
  nothingYet,
  share,
  shareCell,
} from './spend/words.ts';

/** One category, or those beyond the seventh together (`category` is null, `categories` how many); one row with no categories when nothing is booked. */
const Row = z.object({
  category: z.string().nullable(),
  categories: z.coerce.number(),
  minor: z.coerce.bigint(),
  invoices: z.coerce.number(),
  elsewhere: z.coerce.number(),
  currencies: z.array(z.string()).nullable(),
});
type Row = z.infer<typeof Row>;

export const categories = report({
  name: 'categories',
  asks: 'What do we spend it on?',
  needs: 'report.read',
  usually: 'last 12 months',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select r.category, coalesce(r.categories, 0) as categories, coalesce(r.minor, 0) as minor, coalesce(r.invoices, 0) as invoices, e.elsewhere, e.currencies
      from (${elsewhere(question)}) as e
      left join (
           select place, case when categories = 1 then coalesce(c.name, ${none}) end as category, categories, minor, invoices
             from (select min(place) as place, min(category_id) as category_id, count(*) as categories, sum(minor) as minor, sum(invoices) as invoices
                     from (select *, row_number() over (order by minor desc, category_id) as place from (${spentByCategory(question)}) as s) as ranked
                    group by least(place, 8)) as first_seven
             left join category c on c.id = category_id) as r on true
     order by r.place`,

  finding: (rows, question) => {
    const other = rows[0] ?? { elsewhere: 0, currencies: null };
    const parts = rows.filter((row) => row.categories > 0);
    const [first] = parts;
    if (!first) return nothingYet(question, other);
    const money = moneyIn(question);
    const total = parts.reduce((sum, { minor }) => sum + minor, 0n);
    const count = parts.reduce((sum, row) => sum + row.categories, 0);
    const title = titleOf(first, count, total, money);
    return {
      title,
      note: leftOut(other),
      kpis: [
        { label: 'Spend', value: money(total), note: question.period.says },
        { label: 'Categories', value: count.toLocaleString('en-GB') },
        { label: 'Largest', value: brief(nameOf(first)), note: money(first.minor) },
      ],
      table: {
        columns: ['Category', 'Spend', 'Share', 'Invoices'],
        rows: parts.map((row) => [
          nameOf(row),
          moneyCell(question)(row.minor),
          shareCell(row.minor, total),
          countCell(row.invoices),
        ]),
      },
      chart: {
        chart: {
          mark: parts.some(({ minor }) => minor < 0n) || total === 0n ? 'bars' : 'shares', // a ring has no room for less than nothing
          x: { field: 'category', as: 'name' },
          y: { field: 'spend', as: 'money' },
          title,
          subtitle: `Spend by category in ${question.currency}, ${question.period.says}${filtered(question)}`,
          currency: question.currency,
        },
        rows: parts.map((row) => ({ category: nameOf(row), spend: row.minor })),
      },
    };
  },
});

/** What stands where a category is missing. */
const none = 'No category';

const nameOf = ({ category, categories }: Row): string => category ?? counting(categories, 'other');

function titleOf(first: Row, count: number, total: bigint, money: (minor: bigint) => string): string {
  const name = brief(nameOf(first));
  if (first.category === null || first.category === none)
    return count === 1
      ? `All ${money(total)} have no category yet`
      : `${money(first.minor)} of ${money(total)} have no category yet`;
  if (count === 1) return `All ${money(total)} went to ${name}`;
  const part = share(first.minor, total);
  return `${name} is the largest of ${count} categories: ${money(first.minor)}${part === null ? '' : `, ${part} of ${money(total)}`}`;
}
