import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmlessCell, originalCell } from '../../src/domain/cell.ts';

test.each([
  ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
  ['+49 30 1234', `'+49 30 1234`],
  ['-1+2', `'-1+2`],
  ['@sum(A1)', `'@sum(A1)`],
  ['  =1', `'  =1`],
  ['＝1', `'＝1`],
  [`'=1`, `''=1`],
  ['-12.50', '-12.50'],
  ['Acme = Co', 'Acme = Co'],
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
])('%s is written as %s, and read back as it was', (cell, written) => {
  expect(harmlessCell(cell)).toBe(written);
  expect(originalCell(written)).toBe(cell);
});

test('whatever stands in a cell comes back as it was, and nothing harmless would be run', () => {
  const cells = fc.array(fc.constantFrom(...`'=+-@＝ \t\r\na1.`), { maxLength: 8 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.oneof(cells, fc.string({ unit: 'grapheme' })), (cell) => {
      const written = harmlessCell(cell);
      expect(originalCell(written)).toBe(cell);
      expect(/^[=+\-@＝＋－＠\t\r]/.test(written) && !/^-?\d+(\.\d+)?$/.test(written)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
