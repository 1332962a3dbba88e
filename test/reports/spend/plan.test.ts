import { expect, test } from 'vitest';
import { likeLeft, planOf } from '../../../src/reports/spend/plan.ts';

test.each([
  ['2026-11-01', '2026-11-30', 100_000n],
  ['2026-01-01', '2026-12-31', 1_200_000n],
  ['2026-11-01', '2026-11-15', 50_000n],
  ['2026-11-30', '2026-11-30', 3_333n], // a thirtieth, rounded
  ['2026-02-15', '2026-02-28', 50_000n],
  ['2026-01-17', '2026-03-15', 196_774n], // 15 of 31, February, 15 of 31: rounded once
  ['2026-09-16', '2026-10-31', 150_000n],
  ['2028-02-29', '2028-03-31', 103_448n], // a leap year
])('from %s to %s the plan of €1,000 a month is %s', (from, to, minor) => {
  expect(planOf(100_000n, { from, to })).toBe(minor);
});

test('the smallest budget rounds to nothing on a day, and not below', () => {
  expect(planOf(1n, { from: '2026-11-02', to: '2026-11-02' })).toBe(0n);
});

const like = (from: string, to: string, today: string) =>
  likeLeft({ from, to, says: '' }, today).map(({ from: a, to: b, times }) => `${a} ${b} ${times}`);

test('the rest of this month is like the end of each of the three before', () => {
  expect(like('2026-11-01', '2026-11-30', '2026-11-23')).toEqual([
    '2026-08-24 2026-08-31 1',
    '2026-09-24 2026-09-30 1',
    '2026-10-24 2026-10-31 1',
  ]);
  expect(like('2026-11-01', '2026-11-25', '2026-11-23').at(-1)).toBe('2026-10-24 2026-10-25 1');
  expect(like('2027-03-01', '2027-03-31', '2027-03-29')).toEqual([
    '2026-12-30 2026-12-31 1',
    '2027-01-30 2027-01-31 1', // February has no such days
  ]);
});

test('months to come are like the three before, and one that the period cuts like their beginning', () => {
  expect(like('2026-01-01', '2026-12-31', '2026-09-30')).toEqual(['2026-06-01 2026-08-31 3']);
  expect(like('2026-10-01', '2026-12-10', '2026-10-30')).toEqual([
    '2026-07-31 2026-07-31 1',
    '2026-08-31 2026-08-31 1',
    '2026-07-01 2026-09-30 1',
    '2026-07-01 2026-07-10 1',
    '2026-08-01 2026-08-10 1',
    '2026-09-01 2026-09-10 1',
  ]);
});

test.each([
  ['2026-10-01', '2026-10-31'],
  ['2026-11-01', '2026-11-23'],
  ['2026-12-01', '2026-12-31'],
])('from %s to %s nothing is left: over, or not begun', (from, to) => {
  expect(like(from, to, '2026-11-23')).toEqual([]);
});
