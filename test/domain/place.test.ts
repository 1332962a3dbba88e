import { expect, test } from 'vitest';
import { placeIn } from '../../src/domain/place.ts';

const today = '2026-11-23';

test.each([
  ['2026', { month: 0, months: 12, year: 2026 }],
  ['q3', { month: 6, months: 3, year: null }],
  ['2025q3', { month: 6, months: 3, year: 2025 }],
  ['mar', { month: 2, months: 1, year: null }],
  ['mar. 2025', { month: 2, months: 1, year: 2025 }],
  ['2025-03', { month: 2, months: 1, year: 2025 }],
  ['2025-03-04', { month: 2, months: 1, year: 2025, day: '2025-03-04' }],
  ['4.3.2025', { month: 2, months: 1, year: 2025, day: '2025-03-04' }],
  ['4th march', { month: 2, months: 1, year: 2026, day: '2026-03-04' }],
  ['31 dec', { month: 11, months: 1, year: 2025, day: '2025-12-31' }],
  ['today', { month: 10, months: 1, year: 2026, day: today }],
  ['yesterday', { month: 10, months: 1, year: 2026, day: '2026-11-22' }],
])('“%s”', (words, place) => {
  expect(placeIn(words, today)).toEqual(place);
});

test.each(['', 'mars', 'j', 'ma', '1850', '2026-00', '0/2026', '30 feb', '29 feb 2025', '4/3/2025', 'q0'])(
  '“%s” is no place',
  (words) => {
    expect(placeIn(words, today)).toBeNull();
  },
);
