import { expect, test } from 'vitest';
import type { Rhythm } from '../../../src/domain/rhythm.ts';
import { askRegularly } from '../../../src/reports/ask/ask-regularly.ts';

const asked = (words: string, rhythm: Rhythm) => {
  const { words: kept, question } = askRegularly(words, rhythm, {
    today: '2026-12-01',
    currency: 'EUR',
    allowance: null,
  });
  return [kept, question.period.says];
};

test.each([
  ['', 'daily', 'overview', 'December 2026'],
  ['', 'weekly monday', 'overview last week', '23 to 29 November 2026'],
  ['', 'monthly first', 'overview last month', 'November 2026'],
  ['overview', 'monthly 1', 'overview last month', 'November 2026'],
  ['Dashboard', 'monthly 1', 'Dashboard last month', 'November 2026'],
  ['vendor:"acme paper"', 'monthly 1', 'overview vendor:"acme paper" last month', 'November 2026'],
  ['last quarter', 'monthly 1', 'overview last quarter', 'Q3 2026'],
  ['period:2026', 'monthly 1', 'overview period:2026', '2026'],
  ['since march', 'weekly monday', 'overview since march', 'since March 2026'],
  ['trend', 'monthly 1', 'trend', 'last 12 months'],
  ['suppliers top 5', 'weekly monday', 'suppliers top 5', 'last 12 months'],
  ['ageing', 'weekly monday', 'ageing', 'all time'],
] as const)('“%s” %s is asked as “%s”: %s', (words, rhythm, kept, says) => {
  expect(asked(words, rhythm)).toEqual([kept, says]);
});

test.each([
  ['vendros', /Did you mean “vendors”/],
  ['trend --csv', /A digest is a message, so --csv does not go with it/],
] as const)('“%s” is refused', (words, says) => {
  expect(() => asked(words, 'daily')).toThrow(says);
});
