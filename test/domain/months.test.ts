import { expect, test } from 'vitest';
import { firstDay, lastDay, monthName, monthOf, monthText, describe as named } from '../../src/domain/months.ts';

test('months are counted, added and written', () => {
  const december = monthOf('2025-12-31');
  expect([monthText(december), monthText(december + 1), monthText(december - 12)]).toEqual([
    '2025-12',
    '2026-01',
    '2024-12',
  ]);
  expect([firstDay(december + 3), lastDay(december + 2), lastDay(monthOf('2024-02-01'))]).toEqual([
    '2026-03-01',
    '2026-02-28',
    '2024-02-29',
  ]);
  expect(monthName(december)).toBe('December 2025');
});

test.each([
  ['2026-01-01', '2026-12-31', '2026'],
  ['2025-01-01', '2026-12-31', '2025 to 2026'],
  ['2026-04-01', '2026-06-30', 'Q2 2026'],
  ['2026-05-01', '2026-07-31', 'May to July 2026'],
  ['2025-11-01', '2026-01-31', 'November 2025 to January 2026'],
  ['2026-05-01', '2026-05-31', 'May 2026'],
  ['2026-05-01', '2026-05-30', '1 to 30 May 2026'],
  ['2026-05-05', '2026-05-05', '5 May 2026'],
  ['2026-05-05', '2026-06-01', '5 May to 1 June 2026'],
  ['2025-12-30', '2026-01-02', '30 December 2025 to 2 January 2026'],
])('%s to %s is %s', (from, to, says) => {
  expect(named(from, to)).toBe(says);
});
