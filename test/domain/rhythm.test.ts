import { expect, test } from 'vitest';
import {
  dayWords,
  isRhythm,
  lastTime,
  nextTime,
  oftenWords,
  rhythms,
  timetableWords,
  Zone,
} from '../../src/domain/rhythm.ts';

const at = (text: string) => new Date(text);
const timetable = (rhythm: string, time: string, zone: string) => {
  if (!isRhythm(rhythm)) throw new Error(`${rhythm} is no rhythm`);
  return { rhythm, at: time, zone };
};

test.each([
  // what comes every day keeps its hour on the wall over each change of the clocks
  ['daily', '09:00', 'Europe/Berlin', '2026-03-28T08:00Z', ['2026-03-29T07:00Z', '2026-03-30T07:00Z']],
  ['daily', '09:00', 'America/New_York', '2026-10-31T13:00Z', ['2026-11-01T14:00Z', '2026-11-02T14:00Z']],
  ['daily', '09:00', 'Pacific/Auckland', '2026-09-25T21:00Z', ['2026-09-26T20:00Z', '2026-09-27T20:00Z']],
  // an hour that is left out is told after it, one that comes twice is told the first time
  ['daily', '02:30', 'Europe/Berlin', '2026-03-28T01:30Z', ['2026-03-29T01:30Z', '2026-03-30T00:30Z']],
  ['daily', '02:30', 'Europe/Berlin', '2026-10-24T00:30Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z']],
  ['daily', '02:30', 'America/New_York', '2026-03-07T07:30Z', ['2026-03-08T07:30Z', '2026-03-09T06:30Z']],
  ['daily', '01:30', 'America/New_York', '2026-10-31T05:30Z', ['2026-11-01T05:30Z', '2026-11-02T06:30Z']],
  ['daily', '02:30', 'Pacific/Auckland', '2026-04-03T13:30Z', ['2026-04-04T13:30Z', '2026-04-05T14:30Z']],
  // half hours and quarters of an hour, and clocks that move by half an hour
  ['daily', '09:00', 'Asia/Kathmandu', '2026-05-01T00:00Z', ['2026-05-01T03:15Z']],
  ['daily', '02:15', 'Australia/Lord_Howe', '2026-10-02T15:45Z', ['2026-10-03T15:45Z', '2026-10-04T15:15Z']],
  // the day there is not the day here
  ['weekly monday', '08:00', 'Pacific/Auckland', '2026-11-25T00:00Z', ['2026-11-29T19:00Z', '2026-12-06T19:00Z']],
  ['weekly monday', '20:00', 'America/New_York', '2026-11-25T00:00Z', ['2026-12-01T01:00Z']],
  // weekends
  ['weekdays', '09:00', 'UTC', '2026-11-27T09:00Z', ['2026-11-30T09:00Z', '2026-12-01T09:00Z']],
  // month ends
  ['monthly 31', '09:00', 'UTC', '2026-01-31T09:00Z', ['2026-02-28T09:00Z', '2026-03-31T09:00Z', '2026-04-30T09:00Z']],
  ['monthly 29', '09:00', 'UTC', '2028-01-29T09:00Z', ['2028-02-29T09:00Z', '2028-03-29T09:00Z']],
  ['monthly 1', '00:00', 'Pacific/Auckland', '2026-12-15T00:00Z', ['2026-12-31T11:00Z', '2027-01-31T11:00Z']],
  // the first working day: a Monday the 2nd or 3rd, else the 1st
  [
    'monthly first',
    '09:00',
    'UTC',
    '2026-07-15T00:00Z',
    ['2026-08-03T09:00Z', '2026-09-01T09:00Z', '2026-10-01T09:00Z', '2026-11-02T09:00Z'],
  ],
] as const)('%s at %s in %s after %s', (rhythm, time, zone, from, expected) => {
  const regular = timetable(rhythm, time, zone);
  let after = at(from);
  for (const slot of expected) {
    const next = nextTime(regular, after);
    expect(next).toEqual(at(slot));
    expect(lastTime(regular, next)).toEqual(next);
    expect(lastTime(regular, new Date(next.getTime() - 1)).getTime()).toBeLessThanOrEqual(after.getTime());
    after = next;
  }
});

test('each rhythm comes, for months and in odd zones, never twice on a day', () => {
  for (const [i, rhythm] of rhythms.entries()) {
    const zone = i % 2 === 0 ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago';
    let after = at('2027-12-30T23:59Z');
    const days = Array.from({ length: 13 }, () => {
      after = nextTime(timetable(rhythm, '02:30', zone), after);
      return dayWords(after, zone);
    });
    expect(new Set(days).size, `${rhythm} ${zone}`).toBe(13);
  }
});

test('people read it as they say it', () => {
  expect(rhythms.map(oftenWords)).toEqual(
    expect.arrayContaining([
      'every day',
      'every weekday',
      'every Monday',
      'on the first working day of each month',
      'on the 1st of each month',
      'on the 22nd of each month',
      'on the 13th of each month',
      'on the last day of each month',
    ]),
  );
  expect(new Set(rhythms.map(oftenWords)).size).toBe(rhythms.length);
  expect(timetableWords(timetable('weekly monday', '09:00', 'Europe/Berlin'))).toBe(
    'every Monday at 09:00 (Europe/Berlin)',
  );
  expect(dayWords(at('2026-11-29T19:00Z'), 'Pacific/Auckland')).toBe('Monday 30 November 2026');
});

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  [' europe/berlin ', 'Europe/Berlin'],
  ['berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['utc', 'UTC'],
])('the zone %s is %s', (typed, zone) => {
  expect(Zone.parse(typed)).toBe(zone);
});

test.each(['', 'Atlantis', 'Europe/', '9'])('“%s” is no zone', (typed) => {
  expect(Zone.safeParse(typed).error?.issues[0]?.message).toBe(
    `There is no time zone “${typed}”. Write it like Europe/Berlin, or the city alone.`,
  );
});
