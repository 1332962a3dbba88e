import { describe, expect, test } from 'vitest';
import type { InvoiceFilter } from '../../src/domain/invoice-filter.ts';
import { askedInvoices } from '../../src/workflows/asked-invoices.ts';

const today = '2026-11-25';
const days = (from: string, to: string, says: string) => ({ from, to, says });
const march = days('2026-03-01', '2026-03-31', 'March 2026');
const sinceMarch = days('2026-03-01', today, 'since March 2026');
/** Without the states, where nothing is said of them. */
function asked(text: string) {
  const { states, ...rest } = askedInvoices(text, today);
  return states?.join() === 'review,booked,confirmed,held' ? rest : { ...rest, states };
}

test.each<readonly [string, InvoiceFilter]>([
  ['acme', { words: 'acme' }],
  [
    'acme over 500 since march status:review "blue paper" iban:DE89 3704',
    { words: 'acme "blue paper" 3704', over: '500', dates: sinceMarch, states: ['review'], iban: 'DE89' },
  ],
  ['“Blue Paper”', { words: '"Blue Paper"' }],
  ['OVER 500 ACME', { words: 'ACME', over: '500' }],
  ['under 1.000,50', { under: '1000.50' }],
  ['above 1,000', { over: '1000' }],
  ['below 1.000', { under: '1000' }],
  ["more than €1'234.50", { over: '1234.50', currency: 'EUR' }],
  ['> 500 usd', { over: '500', currency: 'USD' }],
  ['>=500', { least: '500' }],
  ['less than 2k', { under: '2000' }],
  ['at least EUR 20', { least: '20', currency: 'EUR' }],
  ['up to 20,5', { most: '20.5' }],
  ['between 200 and 100', { least: '100', most: '200' }],
  ['between march and may', { dates: days('2026-03-01', '2026-05-31', 'March to May 2026') }],
  ['acme EUR', { words: 'acme', currency: 'EUR' }],
  ['in october', { dates: days('2026-10-01', '2026-10-31', 'October 2026') }],
  ['acme 2026-03', { words: 'acme', dates: march }],
  ['march toner', { words: 'toner', dates: march }],
  ['mar toner', { words: 'mar toner' }],
  ['last quarter acme', { words: 'acme', dates: days('2026-07-01', '2026-09-30', 'Q3 2026') }],
  ['due march', { due: march, owed: true }],
  ['overdue', { due: days('1900-01-01', '2026-11-24', 'overdue'), owed: true }],
  ['due diligence', { words: 'due diligence' }],
  ['over the moon', { words: 'over the moon' }],
  ['all acme', { words: 'acme' }],
  ['#0123', { invoice: '123' }],
  ['number:INV-77 vendor:"acme paper" category:travel', { number: 'INV-77', vendor: 'acme paper', category: 'travel' }],
  ['vendor: acme', { vendor: 'acme' }],
  ['supplier:acme state:held,deleted', { vendor: 'acme', states: ['held', 'deleted'] }],
  ['status:waiting', { states: ['review', 'held'] }],
  ['source:inbox currency:jpy', { source: 'drop', currency: 'JPY' }],
  ['due:"last month"', { due: days('2026-10-01', '2026-10-31', 'October 2026'), owed: true }],
  ['added:2026-03', { added: march }],
  ['at 12:30', { words: 'at 12:30' }],
  ['toner — blue', { words: 'toner — blue' }],
  ['', {}],
])('%s', (text, filter) => {
  expect(asked(text)).toEqual(filter);
});

describe('a slip is answered with the nearest word', () => {
  test.each([
    ['status:reviw', '“reviw” is no status. Did you mean status:review?'],
    ['status:xyzzy', '“xyzzy” is no status. There are review, booked,'],
    ['source:inbx', 'Did you mean source:inbox?'],
    ['currency:euros', '“euros” is no currency.'],
    ['venor:acme', 'There is no venor: here. Did you mean vendor:?'],
    ['acme —vendor acme —tabel', 'There is no --tabel here.'],
    ['period:whenever', '“whenever” is no period.'],
    ['iban:12', 'its last four digits at least'],
    ['number:?', 'Give the invoice number'],
    ['vendor:" "', 'Say which vendor'],
    ['a '.repeat(150), 'That is more than 200 letters.'],
  ])('%s', (text, says) => {
    expect(() => askedInvoices(text, today)).toThrow(says);
  });
});
