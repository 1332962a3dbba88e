import { expect, test } from 'vitest';
import { registerFonts } from '../../../src/adapters/vega/fonts.ts';
import { key, keyRoom } from '../../../src/adapters/vega/key.ts';
import { compared, trend } from './cases.ts';

registerFonts();

/** What the layers of a key hold. */
const held = (...given: Parameters<typeof key>) =>
  key(...given).map(({ data }) => (data && 'values' in data && Array.isArray(data.values) ? data.values : []));

test('a chart of one amount has no key and no room for it', () => {
  expect([key(trend, 'columns', 50), keyRoom(trend, 'columns')]).toEqual([[], { height: 0, title: {} }]);
});

test('a key names both amounts from the edge of the heading on, and shows how they are drawn', () => {
  const [boxes = [], words = []] = held(compared, 'columns', 50);
  expect(words.map(({ label }) => label)).toEqual(['Last 12 months', 'The 12 months before']);
  expect(boxes[0]).toMatchObject({ x: -50 + 7.5, h: 15 });
  expect(boxes[1].h).toBeLessThan(boxes[0].h);
  expect(words[1].x).toBeGreaterThan(words[0].x + 100);
  expect(held(compared, 'line', 50)[0]).toHaveLength(4);
});

test('a first amount without a name is left out, and a long name is cut', () => {
  const [boxes = [], words = []] = held({ ...trend, beside: { field: 'x', says: 'x '.repeat(90) } }, 'bars', 0);
  expect([boxes.length, words.length]).toEqual([1, 1]);
  expect(words[0].label).toMatch(/…$/);
});
