import { expect, test } from 'vitest';
import { widthOf } from '../../../src/adapters/vega/fit-text.ts';
import { registerFonts } from '../../../src/adapters/vega/fonts.ts';
import { nameLines, nameOf } from '../../../src/adapters/vega/names.ts';
import { text } from '../../../src/adapters/vega/theme.ts';

registerFonts();

test('a name stands on one line, and a missing one is a dash', () => {
  expect(nameOf(' a\r\n\tb\u0000c ', 200)).toBe('a b c');
  expect([nameOf(null, 200), nameOf('', 200), nameOf(' \u0000', 200), nameOf(undefined, 200)]).toEqual([
    '–',
    '–',
    '–',
    '–',
  ]);
  expect([nameOf(7, 200), nameOf('1️⃣ Pizza 🍕', 200)]).toEqual(['7', '1 Pizza 🍕']);
});

test('a name from right to left is kept apart, with its ellipsis at its end', () => {
  expect(nameOf('حديد (ش.م.م)', 200)).toBe('\u2068حديد (ش.م.م)\u2069');
  expect(nameOf('شركة النور للتجارة والمقاولات', 90)).toMatch(/^\u2068شركة.*…\u2069$/);
});

test('the marks of direction take no room', () => {
  expect(widthOf(nameOf('שלום', 200), text.label)).toBe(widthOf('שלום', text.label));
});

test('a long name takes a second line, and is cut only there', () => {
  expect(nameLines('Meridian Office Supplies GmbH', 150, 2)).toEqual(['Meridian Office', 'Supplies GmbH']);
  expect(nameLines('Meridian Office Supplies of the North', 150, 2)).toEqual([
    'Meridian Office',
    expect.stringMatching(/^Supplies o.*…$/),
  ]);
  expect(nameLines('ACME', 150, 2)).toEqual(['ACME']);
  expect(nameLines('شركة النور للتجارة والمقاولات العامة', 90, 2)).toHaveLength(1);
});
