import { z } from 'zod';
import { report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { elsewhere, spentByVendor } from './spend/sums.ts';
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

/** One vendor, or those beyond the tenth together (`vendor` is null, `vendors` how many); one row with no vendors when nothing is booked. */
const Row = z.object({
  vendor: z.string().nullable(),
  vendors: z.coerce.number(),
  minor: z.coerce.bigint(),
  invoices: z.coerce.number(),
  elsewhere: z.coerce.number(),
  currencies: z.array(z.string()).nullable(),
});
type Row = z.infer<typeof Row>;

export const vendors = report({
  name: 'vendors',
  asks: 'Who gets most of the money?',
  needs: 'report.read',
  usually: 'last 12 months',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select r.vendor, coalesce(r.vendors, 0) as vendors, coalesce(r.minor, 0) as minor, coalesce(r.invoices, 0) as invoices, e.elsewhere, e.currencies
      from (${elsewhere(question)}) as e
      left join (
           select place, case when vendors = 1 then coalesce(v.name, 'Unknown vendor') end as vendor, vendors, minor, invoices
             from (select min(place) as place, min(vendor_id) as vendor_id, count(*) as vendors, sum(minor) as minor, sum(invoices) as invoices
                     from (select *, row_number() over (order by minor desc, vendor_id) as place from (${spentByVendor(question)}) as s) as ranked
                    group by least(place, 11)) as first_ten
             left join vendor v on v.id = vendor_id) as r on true
     order by r.place`,

  finding: (rows, question) => {
    const other = rows[0] ?? { elsewhere: 0, currencies: null };
    const bars = rows.filter((row) => row.vendors > 0);
    const [first] = bars;
    if (!first) return nothingYet(question, other);
    const money = moneyIn(question);
    const total = bars.reduce((sum, { minor }) => sum + minor, 0n);
    const count = bars.reduce((sum, row) => sum + row.vendors, 0);
    const title = titleOf(first, count, total, money);
    return {
      title,
      note: leftOut(other),
      kpis: [
        { label: 'Spend', value: money(total), note: question.period.says },
        { label: 'Vendors', value: count.toLocaleString('en-GB') },
        { label: 'Largest', value: brief(nameOf(first)), note: money(first.minor) },
      ],
      table: {
        columns: ['Vendor', 'Spend', 'Share', 'Invoices'],
        rows: bars.map((row) => [
          nameOf(row),
          moneyCell(question)(row.minor),
          shareCell(row.minor, total),
          countCell(row.invoices),
        ]),
      },
      chart: {
        chart: {
          mark: 'bars',
          x: { field: 'vendor', as: 'name' },
          y: { field: 'spend', as: 'money' },
          title,
          subtitle: `Spend by vendor in ${question.currency}, ${question.period.says}${filtered(question)}`,
          currency: question.currency,
        },
        rows: bars.map((row) => ({ vendor: nameOf(row), spend: row.minor })),
      },
    };
  },
});

const nameOf = ({ vendor, vendors }: Row): string => vendor ?? counting(vendors, 'other');

function titleOf(first: Row, count: number, total: bigint, money: (minor: bigint) => string): string {
  const name = brief(nameOf(first));
  if (count === 1) return `All ${money(total)} went to ${name}`;
  const part = share(first.minor, total);
  return `${name} is the largest of ${count.toLocaleString('en-GB')} vendors: ${money(first.minor)}${part === null ? '' : `, ${part} of ${money(total)}`}`;
}
