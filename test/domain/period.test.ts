import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isDate } from '../../src/domain/calendar.ts';
import { allTime, parsePeriod, periodBefore } from '../../src/domain/period.ts';

/** A Monday in the middle of a quarter. */
const today = '2026-11-23';

test.each([
  ['this month', '2026-11-01', '2026-11-30', 'November 2026'],
  ['Last Month', '2026-10-01', '2026-10-31', 'October 2026'],
  ['previous month', '2026-10-01', '2026-10-31', 'October 2026'],
  ['this quarter', '2026-10-01', '2026-12-31', 'Q4 2026'],
  ['last quarter', '2026-07-01', '2026-09-30', 'Q3 2026'],
  ['this year', '2026-01-01', '2026-12-31', '2026'],
  ['last year', '2025-01-01', '2025-12-31', '2025'],
  ['this week', '2026-11-23', '2026-11-29', '23 to 29 November 2026'],
  ['last week', '2026-11-16', '2026-11-22', '16 to 22 November 2026'],
  ['today', '2026-11-23', '2026-11-23', '23 November 2026'],
  ['yesterday', '2026-11-22', '2026-11-22', '22 November 2026'],
  ['last 90 days', '2026-08-26', '2026-11-23', 'last 90 days'],
  ['past 1 day', '2026-11-23', '2026-11-23', '23 November 2026'],
  ['last 12 months', '2025-12-01', '2026-11-30', 'last 12 months'],
  ['last 2 quarters', '2026-07-01', '2026-12-31', 'last 2 quarters'],
  ['last 2 weeks', '2026-11-16', '2026-11-29', 'last 2 weeks'],
  ['last 3 years', '2024-01-01', '2026-12-31', 'last 3 years'],
  ['2026-03', '2026-03-01', '2026-03-31', 'March 2026'],
  ['3/2026', '2026-03-01', '2026-03-31', 'March 2026'],
  ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
  ['2026', '2026-01-01', '2026-12-31', '2026'],
  ['q2', '2026-04-01', '2026-06-30', 'Q2 2026'],
  ['Q2 2025', '2025-04-01', '2025-06-30', 'Q2 2025'],
  ['2025-Q2', '2025-04-01', '2025-06-30', 'Q2 2025'],
  ['march', '2026-03-01', '2026-03-31', 'March 2026'],
  ['December', '2025-12-01', '2025-12-31', 'December 2025'],
  ['sept', '2026-09-01', '2026-09-30', 'September 2026'],
  ['in march 2025', '2025-03-01', '2025-03-31', 'March 2025'],
  ['2025 mar', '2025-03-01', '2025-03-31', 'March 2025'],
  ['jan to mar', '2026-01-01', '2026-03-31', 'Q1 2026'],
  ['jan to apr', '2026-01-01', '2026-04-30', 'January to April 2026'],
  ['from jan through apr', '2026-01-01', '2026-04-30', 'January to April 2026'],
  ['between jan and apr', '2026-01-01', '2026-04-30', 'January to April 2026'],
  ['jan-mar 2026', '2026-01-01', '2026-03-31', 'Q1 2026'],
  ['jan – apr 2025', '2025-01-01', '2025-04-30', 'January to April 2025'],
  ['oct 2025—jan', '2025-10-01', '2026-01-31', 'October 2025 to January 2026'],
  ['nov to feb', '2025-11-01', '2026-02-28', 'November 2025 to February 2026'],
  ['nov to feb 2025', '2024-11-01', '2025-02-28', 'November 2024 to February 2025'],
  ['q1-q3', '2026-01-01', '2026-09-30', 'January to September 2026'],
  ['2024-2025', '2024-01-01', '2025-12-31', '2024 to 2025'],
  ['2026-01..2026-03', '2026-01-01', '2026-03-31', 'Q1 2026'],
  ['2026-01-2026-04', '2026-01-01', '2026-04-30', 'January to April 2026'],
  ['2026-01-05 to 2026-02-07', '2026-01-05', '2026-02-07', '5 January to 7 February 2026'],
  ['“2025-12-30” to “2026-01-02”', '2025-12-30', '2026-01-02', '30 December 2025 to 2 January 2026'],
  ['17 march to 9 october 2025', '2025-03-17', '2025-10-09', '17 March to 9 October 2025'],
  ['17 november to 9 march 2025', '2024-11-17', '2025-03-09', '17 November 2024 to 9 March 2025'],
  ['5.1.2026 - 7.1.2026', '2026-01-05', '2026-01-07', '5 to 7 January 2026'],
  ['5 march', '2026-03-05', '2026-03-05', '5 March 2026'],
  ['March 5th, 2025', '2025-03-05', '2025-03-05', '5 March 2025'],
  ['24 december', '2025-12-24', '2025-12-24', '24 December 2025'],
  ['ytd', '2026-01-01', '2026-11-23', '2026 to date'],
  ['month to date', '2026-11-01', '2026-11-23', '1 to 23 November 2026'],
  ['since march', '2026-03-01', '2026-11-23', 'since March 2026'],
  ['from last quarter', '2026-07-01', '2026-11-23', 'since Q3 2026'],
  ['since 2025-05-05', '2025-05-05', '2026-11-23', 'since 5 May 2025'],
  ['march to today', '2026-03-01', '2026-11-23', '1 March to 23 November 2026'],
  ['all', '1900-01-01', '2199-12-31', 'all time'],
] as const)('%s', (words, from, to, says) => {
  expect(parsePeriod(words, today)).toEqual({ from, to, says });
});

test.each([
  '',
  'vendors',
  'market',
  'ma',
  '13/2026',
  '2026-13',
  '2026-02-30',
  '31 june 2026',
  'last 0 days',
  'this 3 months',
  'q5',
  '2026-03..2026-01',
  'since 2027',
  '5/1/2026',
  'to',
  '-',
])('“%s” names no period', (words) => {
  expect(parsePeriod(words, today)).toBeNull();
});

test('early in the year a month without a year may be last year’s', () => {
  expect(parsePeriod('march', '2026-02-10')?.says).toBe('March 2025');
  expect(parsePeriod('february', '2026-02-10')?.says).toBe('February 2026');
  expect(parsePeriod('last month', '2026-01-31')?.says).toBe('December 2025');
  expect(parsePeriod('last quarter', '2026-02-10')?.says).toBe('Q4 2025');
  expect(parsePeriod('this week', '2026-02-01')?.from).toBe('2026-01-26');
});

describe('the comparable period before', () => {
  test.each([
    ['october', '2026-09-01', '2026-09-30'],
    ['march', '2026-02-01', '2026-02-28'],
    ['q1', '2025-10-01', '2025-12-31'],
    ['2026', '2025-01-01', '2025-12-31'],
    ['last 12 months', '2024-12-01', '2025-11-30'],
    ['ytd', '2025-01-01', '2025-11-23'],
    ['month to date', '2026-10-01', '2026-10-23'],
    ['last 90 days', '2026-05-28', '2026-08-25'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['2026-01-05 to 2026-02-07', '2025-12-02', '2026-01-04'],
  ])('of %s', (words, from, to) => {
    const period = parsePeriod(words, today);
    expect(period && periodBefore(period)).toMatchObject({ from, to });
  });

  test('a month that is running is compared with the same days of the one before', () => {
    expect(periodBefore({ from: '2026-11-01', to: '2026-11-30', says: '' }, today)).toEqual({
      from: '2026-10-01',
      to: '2026-10-23',
      says: '1 to 23 October 2026',
    });
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31', says: '' }, '2026-03-30').to).toBe('2026-02-28');
    expect(periodBefore({ from: '2026-11-23', to: '2026-11-29', says: '' }, '2026-11-24')).toMatchObject({
      from: '2026-11-16',
      to: '2026-11-17',
    });
    expect(periodBefore({ from: '2026-01-01', to: '2026-12-31', says: '' }, today)).toMatchObject({
      from: '2025-01-01',
      to: '2025-11-23',
    });
  });

  test('of all time are real days still', () => {
    expect(isDate(periodBefore(allTime).from)).toBe(true);
  });

  test('ends the day before the period begins, or is a part of those days', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (from, length, passed) => {
        const period = { from, to: addDays(from, length), says: '' };
        const earlier = periodBefore(period, addDays(from, passed));
        expect(isDate(earlier.from) && isDate(earlier.to) && earlier.from <= earlier.to && earlier.to < from).toBe(
          true,
        );
      }),
    );
  });
});

test('whatever is typed gives a period with real days, or none', () => {
  const word = fc.constantFrom(
    'jan',
    'march',
    'q3',
    '2026',
    '2025-02',
    '-',
    'to',
    'last',
    '3',
    'days',
    'since',
    '..',
    '31',
    'the',
    '05.01.2026',
    'week',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const period = parsePeriod(words.join(' '), today);
      expect(period === null || (isDate(period.from) && isDate(period.to) && period.from <= period.to)).toBe(true);
    }),
  );
});
