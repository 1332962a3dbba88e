import { expect, test } from 'vitest';
import { answeringDesk } from '../support/answers.ts';
import { menuOf, read } from '../support/chat.ts';

const { desk, answer } = await answeringDesk();
const menuIn = (reply: Awaited<ReturnType<typeof answer>>) => menuOf(reply, 'Other period');
const offers = (reply: Awaited<ReturnType<typeof answer>>) =>
  menuIn(reply).choices.flatMap(({ options }) => options.map(([, label]) => label));

test('the question is asked about another period, in its place, and goes on from there', async () => {
  const shown = await answer();
  expect(offers(shown)).toEqual([
    'The period before: February 2026',
    'Last month: February 2026',
    'This quarter: Q1 2026',
    'Last quarter: Q4 2025',
    'This year: 2026',
    'Last year: 2025',
    'Last 12 months',
    'All time',
  ]);
  const before = await desk.pick(menuIn(shown), 'The period before: February 2026', 'ben');
  expect(before).toMatchObject({ to: 'person', replaces: true });
  expect(read(before)).toMatch(/All €500\.00 went to Blue Paper/);
  const earlier = await desk.pick(menuIn(before), 'The period before: January 2026', 'ben');
  expect(read(earlier)).toMatch(/^Nothing in EUR in January 2026\./);
  const all = await desk.pick(menuIn(earlier), 'All time', 'ben');
  expect(offers(all)).not.toContain(expect.stringContaining('before'));
  expect(offers(all)).not.toContain('All time');
});

test('a period that is none, and who may not ask', async () => {
  const menu = menuIn(await answer());
  expect(read(await desk.pick(menu, 'lunch', 'ben'))).toMatch(/Ask the question again/);
  expect(read(await desk.pick(menu, 'all time', 'cleo'))).toMatch(/does not let you see reports/);
  const forged = (from: string, to: string) => ({ ...menu, about: menu.about.replace(from, to) });
  expect(read(await desk.pick(forged('2026-03-01', "1'; drop table invoice; --"), 'all time', 'ben'))).toMatch(/older/);
  expect(read(await desk.pick(forged('"vendors"', '"horoscope"'), 'all time', 'ben'))).toMatch(/no report horoscope/);
});
