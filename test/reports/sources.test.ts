import { beforeEach, expect, test } from 'vitest';
import { sources } from '../../src/reports/sources.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, book, clear } = await ledger();
beforeEach(clear);

test('each way in by how many invoices it brought, with their spend', async () => {
  await book({ source: 'slack_file', minor: 1_000n });
  await book({ source: 'slack_file', minor: 2_000n });
  await book({ source: 'slack_file', minor: 3_000n, state: 'review' });
  await book({ source: 'e_invoice', minor: 90_000n });
  await book({ source: 'drop', minor: null });
  await book({ source: 'drop', minor: 5n, state: 'deleted' });

  const finding = await sources.answer(asked('last 12 months'), rows);

  expect(finding.title).toBe('Files in Slack brought 75\u00a0% of 4 invoices in the last 12 months');
  expect(tableOf(finding)).toEqual([
    ['Files in Slack', '3', '75\u00a0%', '€60.00'],
    ['E-invoices', '1', '25\u00a0%', '€900.00'],
  ]);
  expect(finding.chart).toMatchObject({ chart: { y: { as: 'count' } }, rows: [{ invoices: 3 }, { invoices: 1 }] });
});

test('days that make no whole month, and filters, count the same', async () => {
  await book({ source: 'bulk', date: '2026-10-20', vendor: 'Rail', category: 'Travel' });
  await book({ source: 'bulk', date: '2026-10-21', vendor: 'Rail', category: 'Travel' });
  await book({ source: 'manual', date: '2026-11-02', vendor: 'Grid', category: 'Energy' });
  await book({ source: 'manual', date: '2026-11-03', vendor: 'Grid', category: 'Energy' });

  const counts = async (...of: Parameters<typeof asked>) =>
    (await sources.answer(asked(...of), rows)).chart?.rows.map(({ way, invoices }) => `${way} ${invoices}`);
  expect(await counts('2026')).toEqual(['Spreadsheets 2', 'Typed in by hand 2']);
  expect(await counts('21 oct 2026 to 2 nov 2026')).toEqual(['Spreadsheets 1', 'Typed in by hand 1']);
  expect(await counts('2026', { vendor: 'rail' })).toEqual(['Spreadsheets 2']);
  expect(await counts('nov 2026', { category: 'energy' })).toEqual(['Typed in by hand 2']);
});

test('one way, one invoice, none', async () => {
  await book({ source: 'drop', minor: 2_500n });
  const title = async (words: string) => (await sources.answer(asked(words), rows)).title;
  expect(await title('this month')).toBe('Inbox folder: the one invoice in November 2026 came that way');
  await book({ source: 'drop', minor: -2_500n });
  expect(await title('this month')).toBe('Inbox folder: all 2 invoices in November 2026 came that way');
  expect(await title('2019')).toBe('Nothing in EUR in 2019. Share an invoice and it will show up here.');
});
