import { expect, test } from 'vitest';
import { slackDate } from '../../../../src/sandbox/page/text/slack-date.ts';

const now = new Date(2026, 10, 20, 12, 0);
const at = (date: Date) => date.getTime() / 1000;

test.each([
  [new Date(2026, 11, 1, 9, 5), '{date_short} at {time}', 'Dec 1, 2026 at 09:05'],
  [new Date(2026, 10, 20, 9, 5), '{date_short_pretty} {time}', 'Today 09:05'],
  [new Date(2026, 10, 19, 9, 5), '{date_pretty}', 'Yesterday'],
  [new Date(2026, 10, 20, 10, 0), '{ago}', '2 hours ago'],
  [new Date(2026, 2, 4), '{date_num} {unheard_of}', '2026-03-04 {unheard_of}'],
])('%s as %s', (date, format, words) => {
  expect(slackDate(at(date), format, now)).toBe(words);
});
