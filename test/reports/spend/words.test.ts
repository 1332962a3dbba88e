import { expect, test } from 'vitest';
import { allTime, parsePeriod } from '../../../src/domain/period.ts';
import { change, divided, share, within } from '../../../src/reports/spend/words.ts';

test.each([
  [10n, 4n, 3n],
  [-10n, 4n, -3n],
  [9n, 4n, 2n],
  [0n, 4n, 0n],
  [10n, -4n, -3n],
  [90071992547409931n, 2n, 45035996273704966n],
])('%i divided by %i is %i, half away from zero', (amount, by, result) => {
  expect(divided(amount, by)).toBe(result);
});

test.each([
  [1n, 4n, '25\u00a0%'],
  [4n, 4n, '100\u00a0%'],
  [0n, 4n, '0\u00a0%'],
  [1n, 1000n, '<1\u00a0%'],
  [999n, 1000n, '>99\u00a0%'],
  [5n, 4n, null],
  [-1n, 4n, null],
  [1n, 0n, null],
])('the share of %i in %i is %s', (part, whole, said) => {
  expect(share(part, whole)).toBe(said);
});

test.each([
  [112n, 100n, '12\u00a0% more'],
  [60n, 100n, '40\u00a0% less'],
  [0n, 100n, '100\u00a0% less'],
  [100n, 100n, 'as much'],
  [1001n, 1000n, '<1\u00a0% more'],
  [5000n, 100n, '50 times as much'],
  [5n, 0n, null],
  [5n, -5n, null],
  [-5n, 5n, null],
])('%i after %i is %s', (now, earlier, said) => {
  expect(change(now, earlier)).toBe(said);
});

test.each([
  ['last month', 'in October 2026'],
  ['last 90 days', 'in the last 90 days'],
  ['since march', 'since March 2026'],
  ['2026', 'in 2026'],
  ['5 march', 'on 5 March 2026'],
  ['last week', 'from 16 to 22 November 2026'],
  ['2026-01-05 to 2026-02-07', 'from 5 January to 7 February 2026'],
])('spend %s is spend %s', (words, said) => {
  const period = parsePeriod(words, '2026-11-23');
  expect(period && within(period)).toBe(said);
});

test('spend of all time is spend so far', () => {
  expect(within(allTime)).toBe('so far');
});
