import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { lastDay, monthOf } from '../../../src/domain/months.ts';
import { allTime } from '../../../src/domain/period.ts';
import { spansOf } from '../../../src/reports/spend/spans.ts';

const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2023-01-01', n));
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

/** How often each day is counted. */
function covered(period: { from: string; to: string }, largest: 1 | 3 | 12): Map<string, number> {
  const { spans, edges } = spansOf(period, largest);
  const times = new Map<string, number>();
  const count = (from: string, to: string, sign: number) => {
    for (let at = from; at <= to; at = addDays(at, 1)) times.set(at, (times.get(at) ?? 0) + sign);
  };
  for (const { months, first, last } of spans) count(first, lastDay(monthOf(last) + months - 1), 1);
  for (const { from, to, sign } of edges) count(from, to, sign);
  return times;
}

test.each([1, 3, 12] as const)(
  'every day of a period counts once and no other, in units of up to %i months',
  (largest) => {
    fc.assert(
      fc.property(days, ({ from, to }) => {
        const times = [...covered({ from, to }, largest)].filter(([, n]) => n !== 0);
        expect(times.every(([at, n]) => n === 1 && from <= at && at <= to)).toBe(true);
        expect(times.length).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
      }),
    );
  },
);

test('at either end there is never more than half a month of single days', () => {
  fc.assert(
    fc.property(days, (period) => {
      for (const { from, to } of spansOf(period, 12).edges)
        expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeLessThan(16);
    }),
  );
});

test('whole months are put together to quarters and years', () => {
  expect(spansOf({ from: '2023-11-01', to: '2026-05-31' }, 12)).toEqual({
    spans: [
      { months: 1, first: '2023-11-01', last: '2023-12-01' },
      { months: 12, first: '2024-01-01', last: '2025-01-01' },
      { months: 3, first: '2026-01-01', last: '2026-01-01' },
      { months: 1, first: '2026-04-01', last: '2026-05-01' },
    ],
    edges: [],
  });
  expect(spansOf(allTime, 12).spans).toHaveLength(1);
});
