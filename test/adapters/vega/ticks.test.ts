import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticks, visible } from '../../../src/adapters/vega/ticks.ts';

test.each([
  [
    [4_046_300],
    [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000].filter((stop) => stop % 2_000_000 === 0),
    [0, 4_046_300],
  ],
  [[100], [0, 25, 50, 75, 100], [0, 100]],
  [[3], [0, 1, 2, 3], [0, 3]],
  [[1], [0, 1], [0, 1]],
  [[0], [0], [0, 1]],
  [[], [0], [0, 1]],
  [
    [-240, 500],
    [-200, 0, 200, 400],
    [-240, 500],
  ],
] as const)('of %j', (amounts, stops, domain) => {
  expect(ticks(amounts)).toEqual({ stops, domain });
});

test('lines are few, whole, among the amounts, and zero is one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e15, max: 1e15 }), { maxLength: 30 }), (amounts) => {
      const { stops, domain } = ticks(amounts);
      expect(stops).toContain(0);
      expect(stops.length).toBeLessThanOrEqual(7);
      for (const stop of stops) expect(Number.isSafeInteger(stop) && stop >= domain[0] && stop <= domain[1]).toBe(true);
      for (const amount of amounts) expect(amount >= domain[0] && amount <= domain[1]).toBe(true);
    }),
  );
});

test('what is there can be seen, and what is not stays away', () => {
  expect([
    visible(1, [0, 12_000]),
    visible(-1, [-12_000, 0]),
    visible(0, [0, 12_000]),
    visible(5000, [0, 12_000]),
  ]).toEqual([100, -100, 0, 5000]);
});
