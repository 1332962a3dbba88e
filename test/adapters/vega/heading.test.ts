import { expect, test } from 'vitest';
import { registerFonts } from '../../../src/adapters/vega/fonts.ts';
import { heading } from '../../../src/adapters/vega/heading.ts';
import { bars } from './cases.ts';

registerFonts();
const linesOf = (title: string) => heading({ ...bars, title }).title.text;

test('the last line of a title does not hold one word alone', () => {
  expect(linesOf('Spend rose')).toEqual(['Spend rose']);
  const lines = linesOf('Meridian rose most, by €12,000; Café Roma fell by €9,100');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^\S+ .*€9,100$/);
});

test('a title that is too long is cut as late as it can be', () => {
  const lines = linesOf('word '.repeat(100));
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/word.*…$/);
  expect((lines[0] ?? '').length).toBeGreaterThan(40);
});

test('height counts the lines of title, subtitle and note', () => {
  const height = (subtitle: string, note?: string) => heading({ ...bars, title: 'A', subtitle }, note).height;
  expect(height('')).toBe(30);
  expect(height('B')).toBe(30 + 7 + 23);
  expect(height('B', 'C')).toBe(30 + 7 + 46);
});
