import { expect, test } from 'vitest';
import { addDays, dayOf, isDate } from '../../src/domain/calendar.ts';

test.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['2024-02-29', true],
  ['2026-2-8', false],
  ['31-03-2026', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isDate(text)).toBe(is);
});

test('the day depends on where one is', () => {
  const instant = new Date('2026-03-31T23:30:00Z');
  expect(dayOf(instant)).toBe('2026-03-31');
  expect(dayOf(instant, 'Europe/Berlin')).toBe('2026-04-01');
  expect(dayOf(instant, 'America/New_York')).toBe('2026-03-31');
});

test('days are added across months, years and the change of clocks', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
});
