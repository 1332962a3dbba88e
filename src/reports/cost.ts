import { z } from 'zod';
import { formatMoney, toDecimal } from '../domain/money.ts';
import { monthOf, monthText } from '../domain/months.ts';
import { allTime } from '../domain/period.ts';
import { type Finding, type Measured, type Question, report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { capital, countCell, counting, divided, share, within } from './spend/words.ts';

/** Millionths of a US dollar a month for each GiB, and for each thousand files put there: S3 Standard in US East. https://aws.amazon.com/s3/pricing/ */
const microUsdPerGib = 23_000n;
const microUsdPerThousandFiles = 5_000n;
const gib = 1_073_741_824n;

/** Pages that a paid reader read in a month, and with each what is stored by the end of the period, and came in it; one row without a month when no page was paid for. */
const Row = z.object({
  month: z.string().nullable(),
  reader: z.string().nullable(),
  pages: z.coerce.bigint(),
  micro_usd: z.coerce.bigint(),
  stored: z.coerce.bigint(),
  files: z.coerce.bigint(),
  since: z.string(),
});
type Row = z.infer<typeof Row>;

export const cost = report({
  name: 'cost',
  asks: 'What does Penny itself cost?',
  needs: 'report.read',
  usually: 'this month',
  row: Row,

  sql: ({ period: { from, to }, today }) => sql`
    select p.month, p.reader, coalesce(p.pages, 0) as pages, coalesce(p.micro_usd, 0) as micro_usd, d.*
      from (select coalesce(sum(size), 0) as stored, count(*) filter (where created_at >= ${from}::date::timestamp at time zone 'utc') as files,
                   to_char(coalesce(min(created_at) at time zone 'utc', ${today}::date::timestamp), 'YYYY-MM-DD') as since
              from document where created_at < (${to}::date::timestamp + interval '1 day') at time zone 'utc') as d
      left join (select to_char(day, 'YYYY-MM') as month, reader, sum(pages) as pages, sum(micro_usd) as micro_usd
                   from page_read where day between ${from}::date and ${to}::date group by 1, 2) as p on true
     order by p.month, p.reader`,

  finding: (rows, question) => {
    const [first] = rows;
    if (!first) throw new Error('the cost query gave no row');
    const read = rows.filter(({ month }) => month !== null);
    const months = monthsOf(question, first.since);
    const stored = divided(first.stored * microUsdPerGib * BigInt(months.length), gib);
    const put = divided(first.files * microUsdPerThousandFiles, 1_000n);
    const pages = read.reduce((sum, { micro_usd }) => sum + micro_usd, 0n);
    const total = pages + stored + put;
    const title = titleOf(total, months.length, question);
    return {
      title,
      note: 'At list prices of AWS in US East, whatever is free of them. Files on a disk of your own, and what Penny’s own readers read, cost nothing.',
      kpis: [
        { label: 'Cost', value: usd(total), note: question.period.says },
        {
          label: 'Pages read',
          value: number(read.reduce((sum, one) => sum + one.pages, 0n)),
          note: 'by a paid reader',
        },
        { label: 'Stored', value: size(first.stored), note: `${counting(Number(first.files), 'file')} came in` },
        ...allowed(total, months.length, question),
      ],
      table: {
        columns: ['What', 'How many', 'Price', 'Cost'],
        rows: [
          ...byReader(read).map(({ reader, pages, micro_usd }) => [
            `Pages read by ${capital(reader)}`,
            countCell(Number(pages)),
            `${usd(divided(micro_usd, pages), 4)} a page`,
            usdCell(micro_usd),
          ]),
          [
            'Files put into the store',
            countCell(Number(first.files)),
            `${usd(microUsdPerThousandFiles, 4)} for 1,000`,
            usdCell(put),
          ],
          ['Stored', size(first.stored), `${usd(microUsdPerGib, 4)} for a GiB and month`, usdCell(stored)],
        ],
      },
      chart: chartOf(read, months, title, question),
    };
  },
});

/** The months of the period that Penny has been there, up to today's. */
function monthsOf({ period, today }: Question, since: string): readonly string[] {
  const [, from = since] = [period.from, since].toSorted();
  const [to = today] = [period.to, today].toSorted();
  return Array.from({ length: Math.max(1, monthOf(to) - monthOf(from) + 1) }, (_, i) => monthText(monthOf(from) + i));
}

function titleOf(total: bigint, months: number, question: Question): string {
  const { period, today, allowance } = question;
  const so = period.from <= today && today < period.to && period.from !== allTime.from ? ' so far' : '';
  if (total === 0n) return `Nothing was paid for Penny itself ${within(period)}${so}`;
  const cost = `Penny cost ${usd(total)} ${within(period)}${so}`;
  if (allowance === null) return cost;
  const whole = allowance * BigInt(months);
  const part = share(total, whole * 10_000n);
  return total > whole * 10_000n
    ? `${cost}, ${usd(total - whole * 10_000n)} over the ${usd(whole * 10_000n)} that it may`
    : `${cost}, ${part ?? 'nothing'} of the ${usd(whole * 10_000n)} that it may`;
}

const allowed = (total: bigint, months: number, { allowance }: Question): Finding['kpis'] =>
  allowance === null
    ? []
    : [
        {
          label: 'Left',
          value: usd(allowance * BigInt(months) * 10_000n - total),
          note: `of ${usd(allowance * BigInt(months) * 10_000n)}`,
        },
      ];

function byReader(rows: readonly Row[]) {
  const readers = Map.groupBy(rows, ({ reader }) => reader ?? '');
  return [...readers].map(([reader, some]) => ({
    reader,
    pages: some.reduce((sum, { pages }) => sum + pages, 0n),
    micro_usd: some.reduce((sum, { micro_usd }) => sum + micro_usd, 0n),
  }));
}

function chartOf(
  rows: readonly Row[],
  months: readonly string[],
  title: string,
  { period }: Question,
): Finding<'month' | 'cost'>['chart'] {
  if (rows.length === 0 || months.length < 2) return null; // one month is a number
  const cents = (month: string) =>
    divided(
      rows.filter((row) => row.month === month).reduce((sum, { micro_usd }) => sum + micro_usd, 0n),
      10_000n,
    );
  return {
    chart: {
      mark: 'trend',
      x: { field: 'month', as: 'month' },
      y: { field: 'cost', as: 'money' },
      title,
      subtitle: `Pages read by a paid reader, in USD by month, ${period.says}`,
      currency: 'USD',
    },
    rows: months.map((month) => ({ month, cost: cents(month) })),
  };
}

/** Millionths as people read them; `digits` after the point, for prices below a cent. */
function usd(micro: bigint, digits: 2 | 4 = 2): string {
  if (digits === 4) return `$${toDecimal(divided(micro, 100n), 'UYW')}`; // four decimal places, as that unit of account has
  return micro > 0n && micro < 5_000n
    ? 'less than $0.01'
    : formatMoney({ minor: divided(micro, 10_000n), currency: 'USD' });
}

const usdCell = (micro: bigint): Measured => ({
  says: usd(micro),
  holds: { number: toDecimal(divided(micro, 10_000n), 'USD') },
  unit: 'USD',
});

const number = (count: bigint): string => count.toLocaleString('en-GB');

function size(bytes: bigint): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;
  const place = Math.min(units.length - 1, Math.max(0, Math.floor((bytes.toString(2).length - 1) / 10)));
  const tenths = divided(bytes * 10n, 1_024n ** BigInt(place));
  return place === 0 ? `${bytes} B` : `${tenths / 10n}.${tenths % 10n} ${units[place]}`;
}
