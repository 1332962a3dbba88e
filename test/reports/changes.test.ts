import { beforeEach, expect, test } from 'vitest';
import { changes } from '../../src/reports/changes.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, book, clear } = await ledger();
beforeEach(clear);

test('what moved most stands first, with the reason: new, gone, more of it, dearer', async () => {
  await book({ vendor: 'New', date: '2026-10-05', minor: 50_000n });
  await book({ vendor: 'Gone', date: '2026-09-05', minor: 40_000n });
  for (const date of ['2026-09-01', '2026-10-01', '2026-10-02', '2026-10-03'])
    await book({ vendor: 'Often', date, minor: 10_000n });
  await book({ vendor: 'Dear', date: '2026-09-01', minor: 10_000n });
  await book({ vendor: 'Dear', date: '2026-10-01', minor: 15_000n });
  await book({ vendor: 'Same', date: '2026-09-01', minor: 7_700n });
  await book({ vendor: 'Same', date: '2026-10-01', minor: 7_700n });
  await book({ vendor: 'Elsewhere', date: '2026-10-01', currency: 'USD' });

  const finding = await changes.answer(asked('last month'), rows);

  expect(finding.title).toBe('Spend rose by €350.00 in October 2026: New +€500.00, new');
  expect(tableOf(finding)).toEqual([
    ['New', '+€500.00', '€500.00', '€0.00', 'new'],
    ['Gone', '−€400.00', '€0.00', '€400.00', 'gone'],
    ['Often', '+€200.00', '€300.00', '€100.00', '3 invoices after 1'],
    ['Dear', '+€50.00', '€150.00', '€100.00', '€150.00 an invoice after €100.00'],
    ['Same', '€0.00', '€77.00', '€77.00', 'as before'],
  ]);
  expect(finding.chart?.rows[1]).toEqual({ vendor: 'Gone', moved: -40_000n });
  expect(finding.kpis.map(({ label, value }) => `${label} ${value}`)).toEqual([
    'Spend €1,027.00',
    'Before €677.00',
    'Change +€350.00',
  ]);
  expect(finding.note).toMatch(/1 invoice in USD is not in these numbers/);
});

test('a running period is held against the same days of the one before; the rest stands together', async () => {
  await book({ vendor: 'A', date: '2026-11-02', minor: 100n });
  await book({ vendor: 'A', date: '2026-10-29', minor: 90_000n }); // later in its month than today in this one
  await book({ vendor: 'B', date: '2026-10-02', minor: 300n });
  await book({ vendor: 'C', date: '2026-11-02', minor: 150n });
  await book({ vendor: 'D', date: '2026-11-02', minor: -10n });

  const finding = await changes.answer(asked('this month', { top: 2 }), rows);

  expect(tableOf(finding)).toEqual([
    ['B', '−€3.00', '€0.00', '€3.00', 'gone'],
    ['C', '+€1.50', '€1.50', '€0.00', 'new'],
    ['2 others', '+€0.90', '€0.90', '€0.00', '–'],
  ]);
  expect(finding.title).toBe('Spend fell by €0.60 in November 2026: B −€3.00, gone');
});

test('all time has nothing before it', async () => {
  await book({});
  expect(await changes.answer(asked('all'), rows)).toMatchObject({
    title: expect.stringMatching(/^All time/),
    table: null,
  });
});

test('where nothing moved it says so; where nothing was ever spent, kindly', async () => {
  expect((await changes.answer(asked('last month'), rows)).title).toMatch(/^Nothing in EUR in October 2026/);
  await book({ vendor: 'Same', date: '2026-09-01', minor: 7_700n });
  await book({ vendor: 'Same', date: '2026-10-01', minor: 7_700n });
  expect((await changes.answer(asked('last month'), rows)).title).toBe(
    'Spend is the same in October 2026 as in September 2026',
  );
});
