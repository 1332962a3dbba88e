import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { byHand } from '../../scripts/bench/live/all.ts';
import { someBudgets } from '../../scripts/bench/live/budget.ts';
import { madeUpRates } from '../../scripts/bench/made-up-rates.ts';
import { seedLedger } from '../../scripts/seed/ledger.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { postgresRates } from '../../src/adapters/postgres/rates.ts';
import { authorize } from '../../src/domain/access.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { unnarrowed } from '../../src/engine/report.ts';
import type { Rows } from '../../src/engine/rows.ts';
import { sql } from '../../src/engine/sql.ts';
import { reports } from '../../src/reports/all.ts';
import { testDatabase } from '../support/database.ts';
import { silent } from '../support/silent.ts';

/** What the bench puts beside each report: the same rows out of the ledger itself. It is the reports' proof as well. */
const today = '2026-11-25';
const { ownerUrl, rows, store } = await testDatabase();
await seedLedger({ url: ownerUrl, invoices: 1_500, until: today });
const database = openDatabase({ url: ownerUrl, log: silent, connections: 2 });
afterAll(() => database.close());
await database.query(someBudgets);
await database.query(sql`update invoice set currency = 'KWD' where currency = 'GBP' and id % 3 = 0`);
await postgresRates(database).keep(
  [
    ...madeUpRates(today, 900, ['USD', 'JPY', 'KWD', 'PLN']), // none of CZK, and none of any before
    ...madeUpRates(addDays(today, -60), 100, ['CHF', 'GBP']),
  ],
  authorize(await store.directory.penny(), 'import.load'),
);

test('every report has one', () => {
  expect(Object.keys(byHand).toSorted()).toEqual(reports.map(({ name }) => name).toSorted());
});

test.each([
  ['all', {}],
  ['this month', {}],
  ['this year', { vendor: 'gmbh', category: 'travel' }],
  ['last 12 months', {}],
  ['17 march to 9 october 2026', {}],
  ['17 march to 9 october 2026', { vendor: 'gmbh' }],
  ['last 100 days', { category: 'travel' }],
  ['last 100 days', { vendor: 'gmbh', category: 'travel', currency: 'USD' }],
  ['2019', {}],
  ['all', { converted: true }],
  ['17 march to 9 october 2026', { converted: true, currency: 'USD' }],
  ['17 march to 9 october 2026', { converted: true, vendor: 'gmbh', currency: 'JPY' }],
  ['last 100 days', { converted: true, category: 'travel', currency: 'KWD' }],
  ['last 12 months', { converted: true, currency: 'CZK' }],
])('counted live it is the same: %s %o', async (words, filter) => {
  const period = parsePeriod(words, today);
  if (period === null) throw new Error(`${words} is no period`);
  const question = { period, currency: 'EUR', today, ...unnarrowed, ...filter };
  for (const report of reports) {
    const query = byHand[report.name]?.(question);
    if (!query) throw new Error(`${report.name} has no live answer`);
    const live: Rows = { ...rows, read: async (_, row) => z.array(row).parse(await database.query(query)) };
    expect(await report.answer(question, live)).toEqual(await report.answer(question, rows));
  }
});
