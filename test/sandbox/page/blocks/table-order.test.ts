import { expect, test } from 'vitest';
import { arrange, isNumeric } from '../../../../src/sandbox/page/blocks/table-order.ts';

const row = (vendor: string, total: number) =>
  [
    { type: 'raw_text', text: vendor },
    { type: 'raw_number', value: total, text: `${total} EUR` },
  ] as const;
const rows = [row('Stadtwerke', 9120), row('ACME Ltd.', 980), row('Hansen', 5230)];
const names = (of: typeof rows) => of.map(([vendor]) => vendor.text);

test('numbers sort by value, not by their letters', () => {
  const sorted = arrange(rows, '', { column: 1, down: false });

  expect(sorted.map((one) => one[0])).toEqual([rows[1]?.[0], rows[2]?.[0], rows[0]?.[0]]);
});

test('search looks into every cell, whatever the case', () => {
  expect(arrange(rows, ' hansen ', null)).toEqual([rows[2]]);
  expect(arrange(rows, '980', null)).toEqual([rows[1]]);
});

test('nothing asked for keeps the app’s own order', () => {
  expect(arrange(rows, '', null)).toBe(rows);
  expect(names(rows)).toEqual(['Stadtwerke', 'ACME Ltd.', 'Hansen']);
});

test('only a column of numbers alone is numeric', () => {
  expect([isNumeric(rows, 0), isNumeric(rows, 1), isNumeric([], 1)]).toEqual([false, true, false]);
});
