import { expect, test } from 'vitest';
import { ask } from '../../../src/reports/ask/ask.ts';
import { hear, nearestReports } from '../../../src/reports/ask/sentence.ts';

const today = '2026-11-25';

test.each([
  ['What did we spend on AWS last quarter?', 'last quarter', 'AWS'],
  ['how much have we spent this month', 'this month', null],
  ['Who got most of the money in 2025?', 'vendors in 2025', null],
  ['show me our top 5 suppliers since march', 'vendors since march top 5', null],
  ['What is overdue?', 'ageing', null],
  ['why did spend go up in october', 'changes in october', null],
  ['spend per month for Blue Paper GmbH 2026', 'trend 2026', 'Blue Paper GmbH'],
  ['trend last year compare', 'trend last year compare', null],
  ['How much did the travel category cost us in the last 90 days?', 'categories in the last 90 days', 'travel'],
  ['vendors vendor:"Acme Paper" jan to mar --csv', 'vendors jan to mar vendor:"Acme Paper" csv', null],
  ['what did we pay in USD this year', 'this year usd', null],
  ['where do our invoices come from?', 'sources', null],
])('“%s” is heard', (sentence, words, name) => {
  expect(hear(sentence, today)).toEqual({ words, name });
  expect(() => ask(words, { today, currency: 'EUR', allowance: null })).not.toThrow();
});

test.each(['', 'thank you!', 'the printer is broken', 'may I?'])('“%s” asks for nothing of the kind', (sentence) => {
  expect(hear(sentence, today)).toBeNull();
});

test('the nearest reports have most words in common', () => {
  expect(nearestReports('which days are invoices', 3)[0]?.name).toBe('daily');
  expect(nearestReports('gibberish', 3)).toHaveLength(3);
});
