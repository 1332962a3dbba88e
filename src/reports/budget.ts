import { z } from 'zod';
import { allSpend } from '../domain/budget.ts';
import { monthName, monthOf } from '../domain/months.ts';
import { allTime } from '../domain/period.ts';
import { type Finding, type Opening, type Question, report } from '../engine/report.ts';
import { type Query, sql } from '../engine/sql.ts';
import { asking, isFiltered } from './spend/counted.ts';
import { type Kept, keptKpis, keptTitle, usedCell } from './spend/kept.ts';
import { spentIn } from './spend/openings.ts';
import { isRunning, likeLeft, monthsBefore, planOf } from './spend/plan.ts';
import { elsewhere, spent, spentByCategory, spentByVendor } from './spend/sums.ts';
import { divided, elsewhereColumns, filtered, leftOut, listed, moneyCell, shownIn } from './spend/words.ts';

/**
 * A budget with what was spent of it in the period, and `like`: what the days like those left came to in the three months before, together. The one of all spend
 * has no name. One row without an id when none is set in this currency; `set_in` are the other currencies in which some are.
 */
const Row = z.object({
  id: z.coerce.bigint().nullable(),
  vendor_id: z.coerce.bigint().nullable(),
  category_id: z.coerce.bigint().nullable(),
  name: z.string().nullable(),
  month_minor: z.coerce.bigint(),
  minor: z.coerce.bigint(),
  invoices: z.coerce.number(),
  like: z.coerce.bigint(),
  set_in: z.array(z.string()).nullable(),
  ...elsewhereColumns,
});
type Row = z.infer<typeof Row>;

export const budget = report({
  name: 'budget',
  asks: 'Do we keep to our budgets?',
  needs: 'report.read',
  usually: 'this month',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)},
    kept as materialized (
      select b.id, b.vendor_id, b.category_id, coalesce(v.name, c.name) as name, b.month_minor
        from budget b left join vendor v on v.id = b.vendor_id left join category c on c.id = b.category_id
       where b.currency = ${question.currency} and ${shown(question)})
    select k.id, k.vendor_id, k.category_id, k.name, coalesce(k.month_minor, 0) as month_minor, round(coalesce(k.minor, 0)) as minor, coalesce(k.invoices, 0) as invoices,
           round(coalesce(k."like", 0)) as "like", o.set_in, e.*
      from (${elsewhere(question)}) as e
     cross join (select array_agg(distinct currency::text order by currency::text) as set_in from budget where currency <> ${question.currency}) as o
      left join (
           select kept.*, s.minor, s.invoices, s."like"
             from kept left join (select id, sum(minor) as minor, sum(invoices) as invoices, sum("like") as "like" from (${figures(question)}) as figure group by id) as s using (id)) as k on true
     order by coalesce(k.minor, 0)::numeric / k.month_minor desc, k.name, k.id`,

  finding: (rows, question) => {
    const [first] = rows;
    if (!first) throw new Error('the budget query gave no row');
    if (question.period.from === allTime.from) return noPeriod;
    const kept = rows.filter(({ id }) => id !== null).map((row) => keptOf(row, question));
    const [fullest, ...rest] = kept;
    if (!fullest) return noBudget(question, first);
    const title = keptTitle([fullest, ...rest], question);
    const money = moneyCell(question);
    const running = isRunning(question.period, question.today);
    return {
      title,
      note: noteOf(question, first),
      kpis: keptKpis(kept, question),
      table: {
        columns: ['Budget', 'Plan', 'Spent', 'Left', 'Used', ...(running ? ['Forecast'] : [])],
        rows: kept.map(({ name, plan, spent: minor, forecast }) => [
          name,
          money(plan),
          money(minor),
          money(plan - minor),
          usedCell(minor, plan),
          ...(forecast === null ? [] : [money(forecast)]),
        ]),
      },
      opens: kept.flatMap((one) => openingsOf(one, question)),
      chart: {
        chart: {
          mark: 'bars',
          x: { field: 'name', as: 'name' },
          y: { field: 'spent', as: 'money', title: 'Spent' },
          beside: { field: 'plan', says: 'Plan' },
          title,
          subtitle: `Spent beside the plan in ${shownIn(question)}, ${question.period.says}${filtered(question)}`,
          currency: question.currency,
        },
        rows: kept.map(({ name, spent: minor, plan }) => ({ name, spent: minor, plan })),
      },
    };
  },
});

/** The budgets that a filter names; of a vendor and a category both, each. */
const shown = (question: Question): Query =>
  isFiltered(question)
    ? sql`(b.vendor_id in (select id from asked_vendor) or b.category_id in (select id from asked_category))`
    : sql`true`;

/** A filter says which budgets are shown, and not what counts as spent of them. */
const unfiltered = (question: Question): Question => ({ ...question, vendor: null, category: null });

/** Rows whose sums by the budget's `id` are its figures. */
function figures(question: Question): Query {
  const ofAll = unfiltered(question);
  const now = sql`select id, minor, invoices, 0 as "like" from (${byBudget(ofAll, question.period)}) as now`;
  return likeLeft(question.period, question.today).reduce(
    (all, { times, ...days }) =>
      sql`${all} union all select id, 0, 0, ${times}::bigint * minor from (${byBudget(ofAll, days)}) as earlier`,
    now,
  );
}

const byBudget = (question: Question, days: Parameters<typeof spent>[1]): Query => sql`
  select kept.id, s.minor, s.invoices from kept join (${spentByVendor(question, days)}) as s using (vendor_id)
   union all
  select kept.id, s.minor, s.invoices from kept join (${spentByCategory(question, days)}) as s using (category_id)
   union all
  select kept.id, s.minor, s.invoices from kept cross join (${spent(question, days)}) as s where vendor_id is null and category_id is null`;

const noPeriod: Finding & { readonly chart: null } = {
  title: 'All time has no plan to keep to. Name a period: /spend budget this year.',
  kpis: [],
  table: null,
  chart: null,
};

function noBudget(question: Question, { set_in }: Row): Finding & { readonly chart: null } {
  const title = isFiltered(question)
    ? `No budget in ${question.currency} goes by that name${filtered(question)}. See /penny settings.`
    : `No budget is set in ${question.currency} yet. Set one with /penny settings.`;
  return { title, note: othersSet(set_in), kpis: [], table: null, chart: null };
}

const keptOf = (row: Row, { period, today }: Question): Kept & { readonly row: Row } => ({
  row,
  of: row.vendor_id !== null ? 'vendor' : row.category_id !== null ? 'category' : 'all',
  name: row.name ?? allSpend,
  plan: planOf(row.month_minor, period),
  spent: row.minor,
  forecast: isRunning(period, today) ? row.minor + divided(row.like, BigInt(monthsBefore)) : null,
});

function openingsOf({ row, name }: ReturnType<typeof keptOf>, question: Question): readonly Opening[] {
  if (row.invoices === 0) return [];
  const of = {
    ...(row.vendor_id !== null && { vendorId: String(row.vendor_id) }),
    ...(row.category_id !== null && { categoryId: String(row.category_id) }),
  };
  return [
    {
      key: `budget ${row.id}`,
      group: 'Budgets',
      label: name,
      invoices: row.invoices,
      minor: row.minor,
      filter: spentIn(unfiltered(question), of),
    },
  ];
}

function noteOf(question: Question, first: Row): string | null {
  const notes = [forecastNote(question), othersSet(first.set_in), leftOut(question, first)].filter(
    (one) => one !== null,
  );
  return notes.length > 0 ? notes.join(' ') : null;
}

function forecastNote({ period, today }: Question): string | null {
  if (!isRunning(period, today)) return null;
  const now = monthOf(today);
  const rest = now === monthOf(period.to) ? 'the remaining days of the month' : 'days like those that remain';
  return `Forecast: what is booked, plus what came in on ${rest} from ${monthName(now - monthsBefore)} to ${monthName(now - 1)}, on average a month.`;
}

const othersSet = (currencies: readonly string[] | null): string | null =>
  currencies ? `Budgets in ${listed(currencies)} stand apart; try currency:${currencies[0]}.` : null;
