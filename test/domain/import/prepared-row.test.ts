import { expect, test } from 'vitest';
import { type ColumnRole, columnRoles, type Mapping } from '../../../src/domain/import/columns.ts';
import { leftOut } from '../../../src/domain/import/left-out.ts';
import { prepareRow, rowPreparer } from '../../../src/domain/import/prepared-row.ts';

const mapping: Mapping = { columns: columnRoles, header: 1, dates: 'dmy', decimal: '.', currency: 'EUR', date: null };
const cells = (said: Partial<Record<ColumnRole, string>>): readonly string[] => {
  const row: Partial<Record<ColumnRole, string>> = {
    vendor: 'Acme Ltd',
    number: 'A-1',
    date: '31/01/2026',
    total: '119.00',
    ...said,
  };
  return columnRoles.map((role) => row[role] ?? '');
};
const prepared = (said: Partial<Record<ColumnRole, string>>, changed: Partial<Mapping> = {}) =>
  prepareRow({ line: 7, cells: cells(said) }, { ...mapping, ...changed });
const problem = (said: Partial<Record<ColumnRole, string>>, changed?: Partial<Mapping>) =>
  prepared(said, changed)?.problem;

test('a row is prepared as it will be booked', () => {
  const row = prepared({
    tax_id: 'DE 123.456.789',
    iban: 'de02 1203 0000',
    due_date: '28/02/2026',
    currency: 'usd',
    net: '100.00',
    tax: '19.00',
    category: 'Hosting',
    description: 'Servers\nin  May',
  });
  expect(row).toEqual({
    line: 7,
    vendor: 'Acme Ltd',
    vendorKey: 'acme',
    taxId: 'DE123456789',
    iban: 'DE0212030000',
    number: 'A-1',
    numberKey: 'A1',
    date: '2026-01-31',
    dueDate: '2026-02-28',
    currency: 'USD',
    netMinor: '10000',
    taxMinor: '1900',
    totalMinor: '11900',
    category: 'Hosting',
    description: 'Servers in May',
    raw: expect.stringContaining('"Servers\\nin  May"'),
    problem: null,
  });
});

test.each([
  ['the total', { total: '119.00', net: '1', tax: '1' }, '11900'],
  ['else net and tax', { total: '', net: '100', tax: '19' }, '11900'],
  ['else the net', { total: '', net: '(100.5)' }, '-10050'],
  ['a refund', { total: '-1,234.50' }, '-123450'],
  ['nothing at all', { total: '0.00' }, '0'],
  ['rounded like money', { total: '1.005' }, '101'],
  ['yen', { total: '1500', currency: 'JPY' }, '1500'],
  ['dinars', { total: '1.5', currency: 'KWD' }, '1500'],
])('the total is %s', (_name, said, minor) => {
  expect(prepared(said)).toMatchObject({ totalMinor: minor, problem: null });
});

test.each([
  ['no vendor', { vendor: ' ' }, 'No vendor is named.'],
  ['no amount', { total: '' }, 'No amount is given.'],
  ['what is no amount', { total: 'abc' }, '“abc” is not an amount.'],
  ['a tax that is none', { tax: 'zero' }, '“zero” is not an amount.'],
  ['no date', { date: 'N/A' }, 'No date is given.'],
  ['what is no date', { date: '00:00:00' }, '“00:00:00” is not a date.'],
  ['a day no calendar has', { date: '31/02/2026' }, 'The date “31/02/2026” does not exist.'],
  ['month and day in the other order', { date: '01/31/2026' }, 'The date “01/31/2026” does not exist.'],
  ['a due day no calendar has', { due_date: '31/02/2026' }, 'The due date “31/02/2026” does not exist.'],
  ['what is no currency', { currency: 'XQZ' }, '“XQZ” is not a currency.'],
  ['more than can be counted', { total: '123456789012345678901' }, 'The amount is larger than Penny can book.'],
  ['several things', { vendor: '', date: '' }, 'No vendor is named. No date is given.'],
])('%s is said in a sentence', (_name, said, sentence) => {
  expect(problem(said)).toBe(sentence);
});

test('a row that names no currency takes the table’s, or its amount’s mark, or has a problem', () => {
  expect(prepared({})?.currency).toBe('EUR');
  expect(prepared({ total: '£5.00' })).toMatchObject({ currency: 'GBP', totalMinor: '500' });
  expect(problem({}, { currency: null })).toBe('No currency is given.');
});

test('terms of payment are no due date and no harm', () => {
  expect(prepared({ due_date: '30 days net' })).toMatchObject({ dueDate: null, problem: null });
});

test('texts are one line, bounded, and hide nothing', () => {
  const row = prepared({ vendor: `A\0c\u202eme\t${'x'.repeat(300)}`, description: 'y'.repeat(600) });
  expect(row?.vendor).toMatch(/^A cme x+$/);
  expect(row?.vendor).toHaveLength(200);
  expect(row?.description).toHaveLength(500);
  expect(row?.raw).not.toMatch(/\\u0000/);
});

test('a row too long to keep keeps the beginning of its cells', () => {
  const row = prepareRow({ line: 2, cells: [...cells({}), 'z'.repeat(100_000)] }, mapping);
  expect(JSON.parse(row?.raw ?? '')).toEqual([...cells({}), 'z'.repeat(400)]);
});

const blank = columnRoles.map(() => ' ');
const only = (said: Partial<Record<ColumnRole, string>>) => columnRoles.map((role) => said[role] ?? '');
test.each([
  ['nothing', blank, 'blank'],
  ['the header again', only({ vendor: 'Vendor', number: 'Invoice Number', date: 'Date', total: 'Total' }), 'heading'],
  ['a grand total', only({ vendor: 'Grand Total', total: '99.00' }), 'totals'],
  ['a sum named in the number', only({ number: 'Summe:', total: '99.00' }), 'totals'],
  ['amounts alone', only({ net: '9.00', total: '99.00' }), 'totals'],
  ['a vendor called Total', cells({ vendor: 'Total' }), null],
  ['a vendor called Total, with a date and no number', cells({ vendor: 'Total', number: '' }), null],
  ['a sum that is none', only({ vendor: 'Grand Total', total: '9.00Acme' }), null],
  ['a row that lacks everything but a note', only({ description: 'see below' }), null],
])('%s: left out as %s', (_name, row, reason) => {
  expect(leftOut({ line: 5, cells: row }, mapping)).toBe(reason);
  expect(prepareRow({ line: 5, cells: row }, mapping) === null).toBe(reason !== null);
});

test('what stands above the header is heading', () => {
  const prepare = rowPreparer({ ...mapping, header: 3 });
  expect([1, 2, 3].map((line) => prepare({ line, cells: line === 2 ? [''] : ['Spend', 'in May'] }))).toEqual([
    'heading',
    'blank',
    'heading',
  ]);
  expect(prepare({ line: 4, cells: cells({}) })).toMatchObject({ line: 4, problem: null });
});

test('a row with fewer cells than the table has columns is read as far as it goes', () => {
  expect(prepareRow({ line: 9, cells: ['Acme'] }, mapping)).toMatchObject({
    vendor: 'Acme',
    problem: 'No amount is given. No date is given.',
  });
});

test('a row without a date is of the day that a person gave; one with a wrong date stays wrong', () => {
  expect(prepared({ date: '' }, { date: '2026-01-31' })).toMatchObject({ date: '2026-01-31', problem: null });
  expect(prepared({ date: 'soon' }, { date: '2026-01-31' })?.problem).toMatch(/“soon” is not a date/);
});
