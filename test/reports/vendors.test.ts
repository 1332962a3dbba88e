import { beforeEach, expect, test } from 'vitest';
import { vendors } from '../../src/reports/vendors.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, book, clear } = await ledger();
beforeEach(clear);

const bars = (finding: Awaited<ReturnType<typeof vendors.answer>>) =>
  finding.chart?.rows.map(({ name, spend }) => `${name} ${spend}`);

test('from the largest, with their share', async () => {
  await book({ vendor: 'Small', minor: 2_500n });
  await book({ vendor: 'Large', minor: 5_000n });
  await book({ vendor: 'Large', minor: 2_500n });

  const finding = await vendors.answer(asked('this month'), rows);

  expect(bars(finding)).toEqual(['Large 7500', 'Small 2500']);
  expect(finding.title).toBe('Large is the largest of 2 vendors: €75.00, 75\u00a0% of €100.00');
  expect(tableOf(finding)).toEqual([
    ['Large', '€75.00', '75\u00a0%', '2'],
    ['Small', '€25.00', '25\u00a0%', '1'],
  ]);
});

test('the first ten and the others together; an eleventh stands for itself', async () => {
  for (let i = 1; i <= 11; i++) await book({ vendor: `V${i}`, minor: BigInt(1000 - i) });
  expect(bars(await vendors.answer(asked('this month'), rows))?.at(-1)).toBe('V11 989');

  for (let i = 12; i <= 14; i++) await book({ vendor: `V${i}`, minor: BigInt(1000 - i) });
  const finding = await vendors.answer(asked('this month'), rows);
  expect(bars(finding)).toHaveLength(11);
  expect(bars(finding)?.at(-1)).toBe(`4 others ${989 + 988 + 987 + 986}`);
  expect(finding.kpis[1]).toEqual({ label: 'Vendors', value: '14' });
});

test('whoever is owed nothing has no share', async () => {
  await book({ vendor: 'Ann', minor: 10_000n });
  await book({ vendor: 'Bo', minor: -4_000n });
  await book({ vendor: null, minor: 1n });

  const finding = await vendors.answer(asked('this month'), rows);

  expect(bars(finding)).toEqual(['Ann 10000', 'Unknown vendor 1', 'Bo -4000']);
  expect(tableOf(finding).map((row) => row[2])).toEqual(['–', '<1\u00a0%', '–']);
  expect(finding.title).toBe('Ann is the largest of 3 vendors: €100.00');
});

test('a single one, with a name that would burst the title', async () => {
  await book({ vendor: 'Gesellschaft für '.repeat(12), minor: 30_000n });
  const { title } = await vendors.answer(asked('this month'), rows);
  expect(title).toMatch(/^All €300\.00 went to Gesellschaft für .*…$/);
  expect(title.length).toBeLessThan(150);
});

test('nothing booked is a kind sentence and no picture', async () => {
  await book({ currency: 'USD' });
  expect(await vendors.answer(asked('this month'), rows)).toEqual({
    title: 'Nothing in EUR in November 2026. 1 invoice in USD is not in these numbers; try currency:USD.',
    kpis: [],
    table: null,
    chart: null,
  });
});

test('beside the period before: how the whole moved, and each with its own; those who got nothing this time count in the whole', async () => {
  await book({ vendor: 'Ann', date: '2026-09-03', minor: 10_000n });
  await book({ vendor: 'Ann', date: '2026-10-03', minor: 12_000n });
  await book({ vendor: 'Bo', date: '2026-10-03', minor: 3_000n });
  await book({ vendor: 'Gone', date: '2026-09-03', minor: 20_000n });

  const finding = await vendors.answer(asked('last month', { compare: true }), rows);

  expect(finding.title).toBe('€150.00 spent in October 2026, 50\u00a0% less than in September 2026');
  expect(finding.kpis[1]).toEqual({ label: 'Before', value: '€300.00', note: 'September 2026' });
  expect(finding.table?.columns).toEqual(['Vendor', 'Spend', 'September 2026', 'Change', 'Share', 'Invoices']);
  expect(tableOf(finding)).toEqual([
    ['Ann', '€120.00', '€100.00', '20\u00a0% more', '80\u00a0%', '1'],
    ['Bo', '€30.00', '€0.00', '–', '20\u00a0%', '1'],
  ]);
  expect(finding.chart?.chart.beside).toEqual({ field: 'earlier', says: 'September 2026' });
  expect(finding.chart?.rows).toEqual([
    { name: 'Ann', spend: 12_000n, earlier: 10_000n },
    { name: 'Bo', spend: 3_000n, earlier: 0n },
  ]);
  const one = await vendors.answer(asked('last month', { compare: true, top: 1 }), rows);
  expect(tableOf(one).map(([name, spend, before]) => [name, spend, before])).toEqual([
    ['Ann', '€120.00', '€100.00'],
    ['1 other', '€30.00', '€200.00'],
  ]);
});
