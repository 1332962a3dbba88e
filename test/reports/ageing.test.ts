import { beforeEach, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { ageing } from '../../src/reports/ageing.ts';
import { asked, ledger, tableOf, today } from './booked.ts';

const { rows, book, clear } = await ledger();
beforeEach(clear);

const due = (days: number, minor: bigint, more: object = {}) => book({ due: addDays(today, days), minor, ...more });

test('every day falls into exactly one of the rows', async () => {
  for (const days of [-4000, -91, -90, -61, -60, -31, -30, -1, 0, 7, 8, 30, 31, 4000]) await due(days, 100n);
  await due(-5, -700n); // a credit note is nothing to pay
  await due(-5, 900n, { currency: 'USD' });
  await due(-5, 800n, { state: 'held' });
  await book({ minor: 5n });

  const finding = await ageing.answer(asked('all'), rows);

  expect(tableOf(finding)).toEqual([
    ['Over 90 days late', '€2.00', '2'],
    ['61 to 90 days late', '€2.00', '2'],
    ['31 to 60 days late', '€2.00', '2'],
    ['1 to 30 days late', '€2.00', '2'],
    ['Due within 7 days', '€2.00', '2'],
    ['Due in 8 to 30 days', '€2.00', '2'],
    ['Due later', '€2.00', '2'],
  ]);
  expect(finding.title).toBe('€8.00 in 8 invoices are past the due date; €2.00 fall due within 7 days');
  expect(finding.note).toMatch(/^Counted from today\. Penny does not know what has been paid/);
});

test('filters count the same', async () => {
  await due(-3, 100n, { vendor: 'Rail', category: 'Travel' });
  await due(3, 250n, { vendor: 'Grid', category: 'Energy' });
  const title = async (change: Parameters<typeof asked>[1]) => (await ageing.answer(asked('all', change), rows)).title;
  expect(await title({ vendor: 'grid' })).toBe('Nothing is late; €2.50 falls due within 7 days');
  expect(await title({ category: 'travel' })).toBe(
    '€1.00 in 1 invoice is past the due date; nothing falls due within 7 days',
  );
  expect(await title({ vendor: 'nobody' })).toBe('Nothing in EUR has a due date, vendor “nobody”.');
});

test('a period plays no part, and that is said', async () => {
  await due(3, 100n);
  expect((await ageing.answer(asked('last month'), rows)).note).toMatch(/^Counted from today, whatever the period\./);
});
