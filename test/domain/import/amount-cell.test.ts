import { expect, test } from 'vitest';
import { amountCell, currencyNamed, decimalOf } from '../../../src/domain/import/amount-cell.ts';

test.each([
  ['1234.50', '.', '1234.50'],
  ['-438.80', '.', '-438.80'],
  ['(260.00)', '.', '-260.00'],
  ['($260.00)', '.', '-260.00'],
  ['$(260.00)', '.', '-260.00'],
  ['-£1,234.50', '.', '-1234.50'],
  ['£-1,234.50', '.', '-1234.50'],
  ['$1,234.56', '.', '1234.56'],
  ['1.234,56', ',', '1234.56'],
  ['1 234,56-', ',', '-1234.56'],
  ['1\u202f234,56 €', ',', '1234.56'],
  ["1'234.50", '.', '1234.50'],
  ['CHF 1’234.50', '.', '1234.50'],
  ['€ 12,00', ',', '12.00'],
  ['EUR 12,00', ',', '12.00'],
  ['12.00 CR', '.', '-12.00'],
  ['12.00DR', '.', '12.00'],
  ['−5', '.', '-5'],
  ['12,34,567.00', '.', '1234567.00'],
  ['1,234', '.', '1234'],
  ['1,234', ',', '1.234'],
  ['1.234', '.', '1.234'],
  ['.50', '.', '0.50'],
  ['0.00', '.', '0.00'],
  ['(0.00)', '.', '0.00'],
  ['99 kr', ',', '99'],
] as const)('“%s” with “%s” is %s', (text, sign, decimal) => {
  expect(amountCell(text, sign)?.decimal).toBe(decimal);
});

test.each([
  '',
  'abc',
  '31.03.2019',
  '2019-03-31',
  '12:00',
  '(12',
  '12)',
  '1.2.3.4',
  'INV-1',
  '12%',
  '5 pieces',
  '--',
  '1e5',
  '££5',
])('“%s” is no amount', (text) => {
  expect(amountCell(text, '.')).toBeNull();
});

test.each([
  ['€', null, 'EUR'],
  ['eur', null, 'EUR'],
  ['zł', null, 'PLN'],
  ['$', null, 'USD'],
  ['$', 'CAD', 'CAD'],
  ['US$', 'CAD', 'USD'],
  ['$', 'EUR', 'USD'],
  ['XQZ', null, null],
  ['kr', null, null],
])('“%s” where %s is usual means %s', (text, usual, code) => {
  expect(currencyNamed(text, usual)).toBe(code);
});

test.each([
  ['points', ['1.50', '2,000', '1,000.00'], '.'],
  ['commas', ['1,50', '2.000', '3'], ','],
  ['thousands alone say it', ['1.234.567'], ','],
  ['open', ['1,234', '5'], null],
  ['contradiction', ['1,50', '1.50'], null],
])('the decimal sign is seen by the whole column: %s', (_name, cells, sign) => {
  expect(decimalOf(cells)).toBe(sign);
});
