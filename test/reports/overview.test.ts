import { beforeEach, expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { overview } from '../../src/reports/overview.ts';
import { asked, ledger } from './booked.ts';

const { rows, book, run, clear } = await ledger();
beforeEach(clear);

const cards = async (words: string, change = {}) =>
  Object.fromEntries(
    (await overview.answer(asked(words, change), rows)).kpis.map(({ label, value, note }) => [
      label,
      `${value} | ${note}`,
    ]),
  );

test('the figures of the month, compared with the same days of the one before', async () => {
  const first = await book({ date: '2026-11-02', minor: 10_000n, vendor: 'Large', due: '2026-11-20' });
  await book({ date: '2026-11-23', minor: 5_001n, vendor: 'Small', state: 'review', due: '2026-11-23' });
  await book({ date: '2026-10-23', minor: 10_001n, state: 'confirmed' });
  await book({ date: '2026-10-24', minor: 700_000n });
  await book({ date: '2026-11-03', minor: 10_000n, state: 'held', duplicateOf: first });
  await book({ date: '2026-11-03', minor: 10_000n, state: 'deleted', duplicateOf: first });
  await book({
    date: '2026-11-03',
    minor: 10_000n,
    state: 'held',
    duplicateOf: first,
    addedAt: '2026-10-31T23:59:00Z',
  });
  await run(
    sql`insert into document_share (slack_file, channel, slack_user, state, created_at) values ('F1', 'C1', 'U1', 'duplicate', '2026-11-04')`,
  );

  const finding = await overview.answer(asked('this month'), rows);

  expect(finding.title).toBe('€150.01 spent in November 2026 so far, 50\u00a0% more than 1 to 23 October 2026');
  expect(await cards('this month')).toEqual({
    Spend: '€150.01 | November 2026',
    Invoices: '2 | November 2026',
    Average: '€75.01 | an invoice',
    Change: '50\u00a0% more | against €100.01, 1 to 23 October 2026',
    'Top vendor': 'Large | €100.00, 67\u00a0%',
    'In review': '1 | a person should look',
    'Duplicates stopped': '3 | €200.00 not paid twice',
    Overdue: '1 | €100.00 past the due date',
  });
  expect(finding.chart?.rows).toHaveLength(12);
  expect(finding.chart?.rows.slice(-2)).toMatchObject([
    { month: '2026-10', spend: 710_001n },
    { month: '2026-11', spend: 15_001n },
  ]);
});

test('a month that is over is compared with the whole one before', async () => {
  await book({ date: '2026-09-30', minor: 20_000n });
  await book({ date: '2026-10-31', minor: 10_000n });
  const finding = await overview.answer(asked('last month'), rows);
  expect(finding.title).toBe('€100.00 spent in October 2026, 50\u00a0% less than in September 2026');
  expect(finding.chart?.rows.at(-1)).toMatchObject({ month: '2026-10', spend: 10_000n });
});

test('of one vendor, the duplicates too', async () => {
  const first = await book({ vendor: 'Ann', minor: 1_000n });
  await book({ vendor: 'Bo', minor: 1n });
  await book({ vendor: 'Bo', state: 'held', duplicateOf: first });
  await run(
    sql`insert into document_share (slack_file, channel, slack_user, state, created_at) values ('F1', 'C1', 'U1', 'duplicate', '2026-11-04')`,
  );
  expect(await cards('this month', { vendor: 'ann' })).toMatchObject({
    Invoices: '1 | November 2026',
    'Duplicates stopped': '0 | November 2026',
  });
});

test('a month without spend says so, and still shows the year', async () => {
  await book({ date: '2026-06-01' });
  const finding = await overview.answer(asked('this month'), rows);
  expect(finding.title).toBe('Nothing spent in EUR in November 2026 so far');
  expect(finding.chart?.rows).toHaveLength(12);
  expect((await cards('this month'))['Top vendor']).toBe('– | nothing yet');
});

test('all time is compared with nothing', async () => {
  await book({ date: '2020-02-29' });
  await book({ currency: 'USD' });
  const finding = await overview.answer(asked('all'), rows);
  expect(finding.title).toBe('€100.00 spent so far');
  expect(finding.note).toBe('1 invoice in USD is not in these numbers; try currency:USD.');
  expect((await cards('all')).Change).toBe('– | nothing to compare with');
});

test('nothing booked is a kind sentence and no picture', async () => {
  expect(await overview.answer(asked('this month'), rows)).toEqual({
    title: 'Nothing in EUR in November 2026. Share an invoice and it will show up here.',
    kpis: [],
    table: null,
    chart: null,
  });
});
