import { beforeEach, expect, test } from 'vitest';
import { categories } from '../../src/reports/categories.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, book, clear, run } = await ledger();
beforeEach(clear);

test('from the largest, with their share; what has no category is one of them', async () => {
  await book({ category: 'Travel', minor: 2_500n });
  await book({ category: 'Energy', minor: 5_000n });
  await book({ category: 'Energy', minor: 1_500n });
  await book({ minor: 1_000n });
  await book({ category: 'Energy', minor: 77n, currency: 'USD' });
  await book({ category: 'Energy', minor: 9_999n, date: '2024-01-01' });

  const finding = await categories.answer(asked('last 12 months'), rows);

  expect(finding.title).toBe('Energy is the largest of 3 categories: €65.00, 65\u00a0% of €100.00');
  expect(tableOf(finding)).toEqual([
    ['Energy', '€65.00', '65\u00a0%', '2'],
    ['Travel', '€25.00', '25\u00a0%', '1'],
    ['No category', '€10.00', '10\u00a0%', '1'],
  ]);
  expect(finding.chart?.chart.mark).toBe('shares');
  expect(finding.note).toBe('1 invoice in USD is not in these numbers; try currency:USD.');
});

test('days that make no whole month, and filters, count the same', async () => {
  await book({ category: 'Travel', minor: 100n, date: '2026-10-20', vendor: 'Rail' });
  await book({ category: 'Travel', minor: 200n, date: '2026-10-21', vendor: 'Rail' });
  await book({ category: 'Energy', minor: 400n, date: '2026-11-02', vendor: 'Grid' });
  await book({ category: 'Energy', minor: 800n, date: '2026-11-03', vendor: 'Grid' });

  const amounts = async (...of: Parameters<typeof asked>) =>
    (await categories.answer(asked(...of), rows)).chart?.rows.map(({ name, spend }) => `${name} ${spend}`);
  expect(await amounts('21 oct 2026 to 2 nov 2026')).toEqual(['Energy 400', 'Travel 200']);
  expect(await amounts('2026', { vendor: 'rail' })).toEqual(['Travel 300']);
  expect(await amounts('21 oct 2026 to 2 nov 2026', { vendor: 'rail' })).toEqual(['Travel 200']);
  expect(await amounts('2026', { category: 'ener' })).toEqual(['Energy 1200']);
});

test('the first seven and the others together', async () => {
  const names = await run({ text: 'select name from category order by id limit 10', values: [] });
  for (const [i, row] of names.entries())
    await book({ category: (row as unknown as { name: string }).name, minor: BigInt(1_000 - i) });

  const finding = await categories.answer(asked('this month'), rows);

  expect(finding.chart?.rows).toHaveLength(8);
  expect(finding.chart?.rows.at(-1)).toMatchObject({ name: '3 others', spend: 993n + 992n + 991n });
  expect(finding.kpis[1]).toEqual({ label: 'Categories', value: '10' });
});

test('credit notes that outweigh a category are shown as bars: a ring has no room for them', async () => {
  await book({ category: 'Travel', minor: 2_500n });
  await book({ category: 'Energy', minor: -500n });
  const finding = await categories.answer(asked('this month'), rows);
  expect(finding.chart?.chart.mark).toBe('bars');
  expect(finding.title).toBe('Travel is the largest of 2 categories: €25.00');
});

test('one category has all; nothing booked is a kind sentence and no picture', async () => {
  await book({ category: 'Travel', minor: 2_500n });
  expect((await categories.answer(asked('this month'), rows)).title).toBe('All €25.00 went to Travel');
  await book({ minor: 7_500n });
  expect((await categories.answer(asked('this month'), rows)).title).toBe('€75.00 of €100.00 have no category yet');
  expect(await categories.answer(asked('2019'), rows)).toEqual({
    title: 'Nothing in EUR in 2019. Share an invoice and it will show up here.',
    kpis: [],
    table: null,
    chart: null,
  });
});
