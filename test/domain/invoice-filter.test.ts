import { expect, test } from 'vitest';
import { InvoiceFilter, saidFilter, statesIn } from '../../src/domain/invoice-filter.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };

test.each<readonly [InvoiceFilter, string]>([
  [{}, ''],
  [
    { words: 'acme', over: '1500', dates: { ...march, says: 'since March 2026' } },
    '“acme”, over 1,500, since March 2026',
  ],
  [{ words: 'acme "blue paper"' }, 'acme “blue paper”'],
  [{ vendor: 'acme', currency: 'EUR', least: '500', most: '1000.50' }, 'vendor “acme”, €500 to €1,000.50, in EUR'],
  [{ dates: march, states: ['review', 'held'] }, 'in March 2026, in review or held'],
  [{ due: { from: '2026-03-05', to: '2026-03-05' }, owed: true }, 'due on 5 March 2026'],
  [{ due: { from: '1900-01-01', to: '2026-03-05', says: 'overdue' }, owed: true }, 'overdue'],
  [{ added: { ...march, says: 'last 90 days' }, stopped: true }, 'come in in the last 90 days, stopped as duplicates'],
  [{ vendorId: 'none', categoryId: 'none', under: '20', currency: 'JPY' }, 'no vendor, no category, under ¥20, in JPY'],
  [{ source: 'slack_file', number: 'INV', iban: 'DE89', invoice: '7' }, '#7, number INV, by slack file, account DE89'],
])('%o reads “%s”', (filter, says) => {
  expect(saidFilter(filter)).toBe(says);
});

test('all that is named must hold for a state', () => {
  expect(statesIn({})).toHaveLength(5);
  expect(statesIn({ counted: true, states: ['held', 'review'] })).toEqual(['review']);
  expect(statesIn({ stopped: true })).toEqual(['held', 'deleted']);
});

test('a button can carry the longest one, and what is no filter is refused', () => {
  const days = { ...march, says: 'x'.repeat(60) };
  const long = 'ä'.repeat(200);
  const filter: InvoiceFilter = {
    words: long,
    vendor: long,
    category: long,
    number: long,
    iban: 'D'.repeat(34),
    currency: 'EUR',
    dates: days,
    due: days,
    added: days,
    states: ['review', 'booked', 'confirmed', 'held', 'deleted'],
    least: '100000000000.00',
    most: '200000000000.00',
    source: 'slack_file',
    counted: true,
  };
  expect(InvoiceFilter.parse(JSON.parse(JSON.stringify(filter)))).toEqual(filter);
  expect(JSON.stringify({ filter, from: 1_000_000 }).length).toBeLessThan(2000);
  expect(InvoiceFilter.safeParse({ ...filter, vendr: 'x' }).success).toBe(false);
  expect(InvoiceFilter.safeParse({ vendorId: '1 or 1=1' }).success).toBe(false);
});
