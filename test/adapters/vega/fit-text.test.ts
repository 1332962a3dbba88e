import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, widthOf, wrap } from '../../../src/adapters/vega/fit-text.ts';
import { registerFonts } from '../../../src/adapters/vega/fonts.ts';

registerFonts();
const style = { size: 17, weight: 400 };

test('what fits is left alone', () => {
  expect(cut('ACME Ltd.', 200, style)).toBe('ACME Ltd.');
  expect(wrap('one line', 200, 3, style)).toEqual(['one line']);
  expect(wrap('', 200, 3, style)).toEqual([]);
});

test('a long name ends in an ellipsis after a whole letter', () => {
  expect(cut('Meridian Office Supplies', 120, style)).toMatch(/^Meridian.*[^ ]…$/);
  expect(cut('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 60, style)).toMatch(/^(👩‍👩‍👧)+…$/u);
});

test('lines break at plain spaces, and never between a number and its unit', () => {
  const lines = wrap('Spend rose by no more than 12\u00a0% to €41,200.00 in November', 150, 9, style);
  expect(lines.join(' ')).toBe('Spend rose by no more than 12\u00a0% to €41,200.00 in November');
  expect(lines.some((line) => line.includes('12\u00a0%'))).toBe(true);
});

test('nothing is ever wider than its room, nor longer than its lines', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 30, max: 400 }), (text, most) => {
      const lines = wrap(text, most, 3, style);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(widthOf(line, style)).toBeLessThanOrEqual(most);
    }),
  );
});
