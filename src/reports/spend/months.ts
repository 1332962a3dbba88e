import { monthName, monthOf } from '../../domain/months.ts';
import { allTime, type Period } from '../../domain/period.ts';
import type { Finding, Question } from '../../engine/report.ts';
import { type Query, sql } from '../../engine/sql.ts';
import { spentByMonth } from './sums.ts';
import { capital, change, filtered, moneyIn, shownIn } from './words.ts';

/** Spend of a month, `YYYY-MM`. */
export type Month = { readonly month: string; readonly minor: bigint; readonly invoices: number };

/**
 * A row for every month of the period, in order; a month without spend is zero. Months to come only appear when something is booked in them.
 * All time begins with the first invoice. No rows when nothing is booked at all.
 */
export const byMonth = (question: Question, period: Period): Query => sql`
  with spent as (${spentByMonth(question, period)})
  select to_char(m.month, 'YYYY-MM') as month, coalesce(s.minor, 0) as minor, coalesce(s.invoices, 0) as invoices
    from (select min(month) as first, max(month) as latest from spent) as span
   cross join generate_series(
           case when ${period.from}::date = ${allTime.from}::date then span.first else date_trunc('month', ${period.from}::date::timestamp) end,
           least(${period.to}::date::timestamp, greatest(span.latest, ${question.today}::date::timestamp)),
           '1 month') as m (month)
    left join spent as s using (month)
   where span.first is not null
   order by m.month`;

/** What the last month says beside the one before it. */
export function monthsTitle(months: readonly Month[], question: Question): string {
  const money = moneyIn(question);
  const [earlier, last] = [months.at(-2), months.at(-1)];
  if (!last) return '';
  const nameOf = ({ month }: Month) => monthName(monthOf(`${month}-01`));
  const name = nameOf(last);
  const latest = months.findLast(({ minor }) => minor !== 0n);
  if (latest && latest !== last && latest !== earlier)
    return `Nothing spent since ${nameOf(latest)}, which had ${money(latest.minor)}`;
  const running = question.today.startsWith(last.month);
  if (!earlier) return `${money(last.minor)} ${running ? `spent in ${name} so far` : `was spent in ${name}`}`;
  const before = nameOf(earlier);
  if (running) return `${money(last.minor)} spent in ${name} so far, after ${money(earlier.minor)} in ${before}`;
  const moved = change(last.minor, earlier.minor);
  if (moved === null) return `Spend went from ${money(earlier.minor)} to ${money(last.minor)} in ${name}`;
  if (moved === 'as much') return `Spend stayed at ${money(last.minor)} in ${name}`;
  return `${money(last.minor)} spent in ${name}, ${moved}${moved.endsWith('times as much') ? ' as' : ' than'} in ${before}`;
}

type Look = {
  readonly title: string;
  readonly says: string;
  /** What the months before are called, where the picture has them beside. */
  readonly before?: string | null;
};

export const monthsChart = (
  months: readonly (Month & { readonly earlier?: bigint | null })[],
  question: Question,
  { title, says, before = null }: Look,
): Finding<'month' | 'spend' | 'earlier'>['chart'] => ({
  chart: {
    mark: 'trend',
    x: { field: 'month', as: 'month' },
    y: { field: 'spend', as: 'money', title: capital(says) },
    ...(before !== null && { beside: { field: 'earlier', says: before } }),
    title,
    subtitle: `Spend by month in ${shownIn(question)}, ${says}${filtered(question)}`,
    currency: question.currency,
  },
  rows: months.map(({ month, minor, earlier = null }) => ({ month, spend: minor, earlier })),
});
