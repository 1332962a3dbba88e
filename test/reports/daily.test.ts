import { beforeEach, expect, test } from 'vitest';
import { daily } from '../../src/reports/daily.ts';
import { asked, ledger, tableOf, today } from './booked.ts';

const { rows, book, clear } = await ledger();
beforeEach(clear);

const fields = (finding: Awaited<ReturnType<typeof daily.answer>>) => finding.chart?.rows ?? [];

test('a field for each day up to today, those without invoices too', async () => {
  await book({ date: '2026-09-01', minor: 2_500n });
  await book({ date: '2026-11-05', minor: 5_000n });
  await book({ date: '2026-11-05', minor: 2_500n });
  await book({ date: '2026-11-06', minor: 90_000n, currency: 'USD' });

  const finding = await daily.answer(asked('last 90 days'), rows);

  expect(finding.title).toBe('Thursday 5 November 2026 had most: €75.00 of €100.00 in the last 90 days');
  expect(fields(finding)).toHaveLength(90);
  expect(fields(finding).at(-1)).toEqual({ day: today, spend: 0n });
  expect(fields(finding).filter(({ spend }) => spend !== 0n)).toEqual([
    { day: '2026-09-01', spend: 2_500n },
    { day: '2026-11-05', spend: 7_500n },
  ]);
  expect(tableOf(finding)).toEqual([
    ['Tuesday 1 September 2026', '€25.00', '1'],
    ['Thursday 5 November 2026', '€75.00', '2'],
  ]);
  expect(finding.chart?.chart.mark).toBe('calendar');
});

test('filters count the same', async () => {
  await book({ date: '2026-11-05', vendor: 'Rail', category: 'Travel', minor: 1n });
  await book({ date: '2026-11-06', vendor: 'Grid', category: 'Energy', minor: 2n });
  const spent = async (change: Parameters<typeof asked>[1]) =>
    fields(await daily.answer(asked('last 90 days', change), rows)).filter(({ spend }) => spend !== 0n);
  expect(await spent({ vendor: 'rail' })).toEqual([{ day: '2026-11-05', spend: 1n }]);
  expect(await spent({ category: 'energy' })).toEqual([{ day: '2026-11-06', spend: 2n }]);
});

test('up to a month the days stand as columns; of more than a year the last is shown, and the title says so', async () => {
  await book({ date: '2026-11-05', minor: 5_000n });
  await book({ date: '2023-11-05', minor: 7_000n });

  const month = await daily.answer(asked('this month'), rows);
  expect(month.chart?.chart.mark).toBe('trend');
  expect(fields(month)).toHaveLength(23);
  expect(month.title).toBe('All €50.00 in November 2026 fell on Thursday 5 November 2026');

  const all = await daily.answer(asked('all'), rows);
  expect(fields(all)).toHaveLength(53 * 7);
  expect(fields(all).at(-1)).toEqual({ day: today, spend: 0n });
  expect(all.title).toBe('All €50.00 in the last 53 weeks fell on Thursday 5 November 2026');

  const past = await daily.answer(asked('2023'), rows);
  expect(fields(past)).toHaveLength(365);
});

test('nothing booked is a kind sentence and no picture', async () => {
  expect((await daily.answer(asked('2019'), rows)).title).toMatch(/^Nothing in EUR in 2019\./);
});
