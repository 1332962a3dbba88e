import { beforeEach, expect, test } from 'vitest';
import { trend } from '../../src/reports/trend.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, book, clear } = await ledger();
beforeEach(clear);

const months = (finding: Awaited<ReturnType<typeof trend.answer>>) =>
  finding.chart?.rows.map(({ month, spend }) => `${month} ${spend}`);

test('twelve months, those without spend as zero, to the cent', async () => {
  await book({ date: '2025-12-31', minor: 1n });
  await book({ date: '2026-10-01', minor: 12_345_678_901_234_567n });
  await book({ date: '2026-10-31', minor: 1n });
  await book({ date: '2026-11-23', minor: 250_050n });
  await book({ date: '2025-11-30', minor: 999n });

  const finding = await trend.answer(asked('last 12 months'), rows);

  expect(months(finding)).toEqual([
    '2025-12 1',
    ...['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2026-${month} 0`),
    '2026-10 12345678901234568',
    '2026-11 250050',
  ]);
  expect(finding.title).toBe('€2,500.50 spent in November 2026 so far, after €123,456,789,012,345.68 in October 2026');
  expect(tableOf(finding).at(-2)).toEqual(['October 2026', '€123,456,789,012,345.68', '2']);
  expect(finding.kpis[0]).toEqual({ label: 'Spend', value: '€123,456,789,014,846.19', note: 'last 12 months' });
});

test('a month that is over is compared with the one before', async () => {
  await book({ date: '2026-09-10', minor: 100_000n });
  await book({ date: '2026-10-10', minor: 112_000n });

  const finding = await trend.answer(asked('july to october'), rows);

  expect(finding.title).toBe('€1,120.00 spent in October 2026, 12\u00a0% more than in September 2026');
  expect(months(finding)).toEqual(['2026-07 0', '2026-08 0', '2026-09 100000', '2026-10 112000']);
});

test('two months without spend say when there was some', async () => {
  await book({ date: '2026-07-04', minor: 1_999n, vendor: 'Once' });
  const { title } = await trend.answer(asked('jul to oct', { vendor: 'Once' }), rows);
  expect(title).toBe('Nothing spent since July 2026, which had €19.99');
});

test('credit notes are taken off, and percentages of less than nothing are not said', async () => {
  await book({ date: '2026-09-10', minor: -5_000n });
  await book({ date: '2026-10-10', minor: 112_000n });
  await book({ date: '2026-10-11', minor: -12_000n });
  const { title } = await trend.answer(asked('sep to oct'), rows);
  expect(title).toBe('Spend went from -€50.00 to €1,000.00 in October 2026');
});

test('only what counts, of that currency; the rest is said', async () => {
  await book({ minor: 100n, state: 'review' });
  await book({ minor: 200n, state: 'confirmed' });
  await book({ minor: 1n, state: 'held' });
  await book({ minor: 1n, state: 'deleted' });
  await book({ minor: null });
  await book({ date: null });
  await book({ currency: null });
  await book({ currency: 'USD' });
  await book({ currency: 'GBP' });
  await book({ currency: 'USD', state: 'held' });
  await book({ currency: 'USD', date: '2026-10-31' });

  const finding = await trend.answer(asked('this month'), rows);

  expect(months(finding)).toEqual(['2026-11 300']);
  expect(finding.title).toBe('€3.00 spent in November 2026 so far');
  expect(finding.note).toBe('2 invoices in GBP and USD are not in these numbers; try currency:GBP.');
});

test('of one vendor and category, however they are written', async () => {
  await book({ vendor: 'ACME Ltd.', category: 'Travel', minor: 100n });
  await book({ vendor: 'ACME Ltd.', category: 'Energy', minor: 10n });
  await book({ vendor: 'Bolt %_', category: 'Travel', minor: 1n });
  const spend = async (vendor: string | null, category: string | null) =>
    months(await trend.answer(asked('this month', { vendor, category }), rows));
  expect(await spend('acme', null)).toEqual(['2026-11 110']);
  expect(await spend('ACME', 'travel')).toEqual(['2026-11 100']);
  expect(await spend('%_', null)).toEqual(['2026-11 1']);
  expect(await spend('%', 'Energy')).toBeUndefined();
});

test('all time begins with the first invoice and ends today', async () => {
  await book({ date: '2026-08-15' });
  expect(months(await trend.answer(asked('all'), rows))?.[0]).toBe('2026-08 10000');
  expect(months(await trend.answer(asked('all'), rows))?.at(-1)).toBe('2026-11 0');
});

test('months to come appear when something is booked in them', async () => {
  await book({ date: '2026-11-01' });
  expect(months(await trend.answer(asked('2026'), rows))).toHaveLength(11);
  await book({ date: '2026-12-01' });
  expect(months(await trend.answer(asked('2026'), rows))).toHaveLength(12);
});

test('nothing booked is a kind sentence and no picture', async () => {
  const finding = await trend.answer(asked('last 12 months'), rows);
  expect(finding).toEqual({
    title: 'Nothing in EUR in the last 12 months. Share an invoice and it will show up here.',
    kpis: [],
    table: null,
    chart: null,
  });
  await book({ currency: 'USD' });
  expect((await trend.answer(asked('last 12 months', { vendor: 'acme' }), rows)).title).toBe(
    'Nothing in EUR in the last 12 months, vendor “acme”. 1 invoice in USD is not in these numbers; try currency:USD.',
  );
});

test('beside the period before each month meets its counterpart', async () => {
  await book({ date: '2025-07-10', minor: 50_000n });
  await book({ date: '2025-08-10', minor: 20_000n });
  await book({ date: '2026-07-10', minor: 60_000n });

  const finding = await trend.answer(asked('july to august 2026', { compare: true }), rows);
  const year = await trend.answer(asked('2026', { compare: true }), rows);

  expect(finding.title).toBe('€600.00 spent in July to August 2026');
  expect(year.title).toBe('€600.00 spent in 2026, 14\u00a0% less than 1 January to 23 November 2025');
  expect(tableOf(year)[6]).toEqual(['July 2026', '€600.00', '€500.00', '20\u00a0% more', '1']);
  expect(year.chart?.rows[7]).toEqual({ month: '2026-08', spend: 0n, earlier: 20_000n });
});
