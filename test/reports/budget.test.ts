import { beforeEach, expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { budget } from '../../src/reports/budget.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, run, book, clear } = await ledger();
beforeEach(async () => {
  await run(sql`delete from budget`);
  await clear();
});

type For = { readonly vendor?: string; readonly category?: string };

/** A budget in EUR unless it says otherwise; its vendor must have an invoice. */
const set = (month: bigint, { vendor, category }: For = {}, currency = 'EUR') =>
  run(sql`
    insert into budget (vendor_id, category_id, currency, month_minor, set_by)
    values ((select id from vendor where name = ${vendor ?? null}), (select id from category where name = ${category ?? null}), ${currency}, ${month},
            (select id from app_user where standing = 'penny'))`);

const cards = (finding: Awaited<ReturnType<typeof budget.answer>>) =>
  finding.kpis.map(({ label, value, note }) => `${label} ${value} (${note})`);

test('a running month: plan, actual, and the forecast by what the last days of the months before brought', async () => {
  await book({ category: 'Travel', date: '2026-11-03', minor: 220_000n });
  await book({ category: 'Travel', date: '2026-10-30', minor: 3_000n }); // like days that are left
  await book({ category: 'Travel', date: '2026-09-24', minor: 3_000n });
  await book({ category: 'Travel', date: '2026-08-23', minor: 900_000n }); // like days that are over
  await book({ category: 'Energy', vendor: 'Grid', date: '2026-11-20', minor: 9_000n });
  await book({ category: 'Energy', vendor: 'Grid', date: '2026-10-25', minor: 6_000n });
  await book({ category: 'Energy', vendor: 'Grid', date: '2026-11-20', currency: 'USD' });
  await set(100_000n, { category: 'Travel' });
  await set(10_000n, { category: 'Energy' });
  await set(20_000n, { vendor: 'Grid' });
  await set(500_000n);
  await set(700n, {}, 'USD');

  const finding = await budget.answer(asked('this month'), rows);

  expect(finding.title).toBe('Travel is €1,200.00 over its budget in November 2026; 3 of 4 are within');
  expect(finding.table?.columns).toEqual(['Budget', 'Plan', 'Spent', 'Left', 'Used', 'Forecast']);
  expect(tableOf(finding)).toEqual([
    ['Travel', '€1,000.00', '€2,200.00', '-€1,200.00', '220\u00a0%', '€2,220.00'],
    ['Energy', '€100.00', '€90.00', '€10.00', '90\u00a0%', '€110.00'],
    ['All spend', '€5,000.00', '€2,290.00', '€2,710.00', '46\u00a0%', '€2,330.00'],
    ['Grid', '€200.00', '€90.00', '€110.00', '45\u00a0%', '€110.00'],
  ]);
  expect(cards(finding)).toEqual([
    'Plan €5,000.00 (All spend)',
    'Spent €2,290.00 (November 2026)',
    'Left €2,710.00 (46\u00a0% used)',
    'Forecast €2,330.00 (when the period ends)',
  ]);
  expect(finding.note).toBe(
    'Forecast: what is booked, plus what came in on the remaining days of the month from August 2026 to October 2026, on average a month. Budgets in USD stand apart; try currency:USD. 1 invoice in USD is not in these numbers; try currency:USD.',
  );
  expect(finding.chart?.rows[0]).toEqual({ name: 'Travel', spent: 220_000n, plan: 100_000n });
  expect(finding.chart?.chart.beside).toEqual({ field: 'plan', says: 'Plan' });
  expect(
    finding.opens?.map(({ label, invoices, minor, filter }) => ({ label, invoices, minor, filter })),
  ).toMatchObject([
    { label: 'Travel', invoices: 1, minor: 220_000n, filter: { counted: true, currency: 'EUR' } },
    { label: 'Energy', invoices: 1, minor: 9_000n, filter: { categoryId: expect.stringMatching(/^\d+$/) } },
    { label: 'All spend', invoices: 2, minor: 229_000n },
    { label: 'Grid', invoices: 1, minor: 9_000n, filter: { vendorId: expect.stringMatching(/^\d+$/) } },
  ]);
});

test('all are kept, but one is heading for more', async () => {
  await book({ category: 'Energy', date: '2026-11-20', minor: 9_000n });
  await book({ category: 'Energy', date: '2026-10-25', minor: 6_000n });
  await set(10_000n, { category: 'Energy' });
  await set(10_000n, { category: 'Travel' });
  expect((await budget.answer(asked('this month'), rows)).title).toBe(
    'Both budgets are kept in November 2026 so far, but Energy is heading for €10.00 over',
  );
  const quarter = await budget.answer(asked('this quarter'), rows);
  expect(tableOf(quarter)[0]).toEqual([
    'Energy',
    '€300.00',
    '€150.00',
    '€150.00',
    '50\u00a0%',
    '€190.00', // €60 of the three months before for the rest of November, and again for December
  ]);
  expect(quarter.note).toMatch(/days like those that remain from August 2026/);
});

test('a past quarter has three months of plan, and nothing to foresee', async () => {
  await book({ category: 'Travel', date: '2026-07-01', minor: 290_000n });
  await book({ category: 'Travel', date: '2026-09-30', minor: 10_500n });
  await set(100_000n, { category: 'Travel' });
  const finding = await budget.answer(asked('q3 2026'), rows);

  expect(finding.title).toBe('Travel is €5.00 over its budget in Q3 2026');
  expect(tableOf(finding)).toEqual([['Travel', '€3,000.00', '€3,005.00', '-€5.00', '>100\u00a0%']]);
  expect(cards(finding)[0]).toBe('Plan €3,000.00 (1 category)');
  expect(finding.note).toBeNull();
});

test('credit notes make it less than nothing; nothing spent is said so; yen have no cents', async () => {
  await book({ vendor: 'Grid', date: '2026-10-03', minor: -5_000n });
  await set(10_000n, { vendor: 'Grid' });
  const credited = await budget.answer(asked('last month'), rows);
  expect(credited.title).toBe('Grid is within its budget in October 2026: -€50.00 of €100.00');
  expect(tableOf(credited)).toEqual([['Grid', '€100.00', '-€50.00', '€150.00', '–']]);

  const untouched = await budget.answer(asked('sep 2026'), rows);
  expect(untouched.title).toBe('Nothing is spent of the budget of Grid in September 2026');
  expect(tableOf(untouched)).toEqual([['Grid', '€100.00', '€0.00', '€100.00', '0\u00a0%']]);
  expect(untouched.opens).toEqual([]);

  await book({ category: 'Travel', date: '2026-10-03', minor: 12_345n, currency: 'JPY' });
  await set(100_000n, { category: 'Travel' }, 'JPY');
  const yen = await budget.answer(asked('1 oct to 16 oct 2026', { currency: 'JPY' }), rows);
  expect(tableOf(yen)).toEqual([['Travel', '¥51,613', '¥12,345', '¥39,268', '24\u00a0%']]);
});

test('a filter names the budgets, and does not narrow what counts', async () => {
  await book({ vendor: 'Grid Ltd.', category: 'Travel', minor: 30_000n });
  await book({ vendor: 'Other', category: 'Travel', minor: 20_000n });
  for (const of of [{ vendor: 'Grid Ltd.' }, { vendor: 'Other' }, { category: 'Travel' }, {}]) await set(90_000n, of);
  const shown = async (filter: For) =>
    tableOf(await budget.answer(asked('nov 2026', filter), rows)).map(([name, , minor]) => `${name} ${minor}`);

  expect(await shown({ vendor: 'grid' })).toEqual(['Grid Ltd. €300.00']);
  expect(await shown({ category: 'trav' })).toEqual(['Travel €500.00']);
  expect(await shown({ vendor: 'grid', category: 'trav' })).toEqual(['Travel €500.00', 'Grid Ltd. €300.00']);
  expect((await budget.answer(asked('nov 2026', { vendor: 'nobody' }), rows)).title).toBe(
    'No budget in EUR goes by that name, vendor “nobody”. See /penny settings.',
  );
});

test('several over: the one most over by its share, and how many are within; vendors alone have cards of their own', async () => {
  await book({ vendor: 'A', date: '2026-10-02', minor: 30_000n });
  await book({ vendor: 'B', date: '2026-10-02', minor: 30_001n });
  await set(10_000n, { vendor: 'A' });
  await set(20_000n, { vendor: 'B' });
  const finding = await budget.answer(asked('last month'), rows);
  expect(finding.title).toBe('A is €200.00 over its budget in October 2026; none of 2 is within');
  expect(cards(finding)[0]).toBe('Plan €300.00 (2 vendors)');
});

test('nothing is set in this currency; all time has no plan', async () => {
  await set(700n, {}, 'USD');
  expect(await budget.answer(asked('this month'), rows)).toMatchObject({
    title: 'No budget is set in EUR yet. Set one with /penny settings.',
    note: 'Budgets in USD stand apart; try currency:USD.',
    chart: null,
  });
  expect((await budget.answer(asked('all', { currency: 'USD' }), rows)).title).toMatch(/^All time has no plan/);
});

test('the longest names and amounts fit a title', async () => {
  const endless = 'Gesellschaft für '.repeat(20);
  await book({ vendor: endless, date: '2026-08-24', minor: 9_007_199_254_740_993n });
  for (const vendor of [endless, undefined]) await set(500_719_925_474_099n, vendor ? { vendor } : {});
  for (const period of ['5 september 2025 to 28 november 2026', 'this month', '2 may 2026 to 20 december 2026'])
    expect((await budget.answer(asked(period), rows)).title.length).toBeLessThan(150);
});
