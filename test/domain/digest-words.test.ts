import { expect, test } from 'vitest';
import { digestWords } from '../../src/domain/digest-words.ts';

const report = (rhythm: string, words: string, at = '09:00', channel: string | null = null) => ({
  asks: { kind: 'report', words },
  rhythm,
  at,
  channel,
});
const reminders = (days: number, at = '08:00', channel: string | null = null) => ({
  asks: { kind: 'reminders', days },
  rhythm: 'weekdays',
  at,
  channel,
});

test.each([
  ['weekly', report('weekly monday', '')],
  ['weekly vendors last week in <#C123> at 9', report('weekly monday', 'vendors last week', '09:00', 'C123')],
  ['<#C123> at 09:30 vendors top 5 weekly', report('weekly monday', 'vendors top 5', '09:30', 'C123')],
  ['weekly trend to <#G1|finance> at 17.15', report('weekly monday', 'trend', '17:15', 'G1')],
  ['Weekly on Friday overview', report('weekly friday', 'overview')],
  ['vendors on fridays', report('weekly friday', 'vendors')],
  ['every tuesday vendors at 5 pm', report('weekly tuesday', 'vendors', '17:00')],
  ['every week sources', report('weekly monday', 'sources')],
  ['every day ageing at 12am', report('daily', 'ageing', '00:00')],
  ['weekdays overview at 12pm', report('weekdays', 'overview', '12:00')],
  ['every weekday', report('weekdays', '')],
  ['weekly daily', report('weekly monday', 'daily')],
  ['daily daily last 90 days', report('daily', 'daily last 90 days')],
  ['monthly categories', report('monthly first', 'categories')],
  ['monthly on the first working day trend', report('monthly first', 'trend')],
  ['monthly trend on the 15th', report('monthly 15', 'trend')],
  ['on the 1st of each month', report('monthly 1', '')],
  ['every month on 31', report('monthly 31', '')],
  ['monthly on the last day', report('monthly 31', '')],
  ['weekly vendor:“look at 9 in monthly” top 5', report('weekly monday', 'vendor:"look at 9 in monthly" top 5')],
  ['weekly vendor:"a" category:"b c" --table', report('weekly monday', 'vendor:"a" category:"b c" --table')],
  ['reminders', reminders(3)],
  ['Reminder in <#C9> 7 days before at 7:30', reminders(7, '07:30', 'C9')],
  ['reminders 1 day ahead every weekday', reminders(1)],
  ['reminders 0d', reminders(0)],
])('“%s”', (text, expected) => {
  expect(digestWords(text)).toEqual(expected);
});

test.each([
  ['vendors last week', /^Say how often: daily, weekdays, weekly or monthly/],
  ['weekly in #finance', /^Slack knows no channel “#finance” that you are in/],
  ['weekly at 25', /^“at 25” is no hour of the day/],
  ['weekly at 9:75', /^“at 9:75” is no hour/],
  ['weekly at 13pm', /^“at 13pm” is no hour/],
  ['weekly at noon', /^“at noon” is no hour/],
  ['daily on monday', /^“monday” does not go with daily. Type weekly on monday/],
  ['weekly on the 15th', /^“on the 15th” does not go with weekly/],
  ['monthly on friday', /^“friday” does not go with monthly/],
  ['on friday on the 3rd', /does not go with/],
  ['monthly on the 32nd', /^No month has such a day/],
  ['monthly on the 0th', /^No month has such a day/],
  [`weekly ${'x'.repeat(301)}`, /300 letters at most/],
  ['reminders 31 days before', /^Reminders come 30 days before at most/],
  ['reminders weekly', /^Reminders come every weekday; I do not understand “weekly” there/],
  ['reminders vendors', /I do not understand “vendors” there/],
])('“%s” is refused with what would do', (text, says) => {
  expect(() => digestWords(text)).toThrow(says);
});
