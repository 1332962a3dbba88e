import { expect, test } from 'vitest';
import { answeringDesk } from '../support/answers.ts';
import { control, read } from '../support/chat.ts';

const { desk, answer } = await answeringDesk();

test('the question is asked about the period before, and goes on from there', async () => {
  const before = await desk.press(control(await answer(), 'Period before'), 'ben');
  expect(before).toMatchObject({ to: 'person', replaces: true });
  expect(read(before)).toMatch(/All €500\.00 went to Blue Paper/);
  const earlier = await desk.press(control(before, 'Period before'), 'ben');
  expect(read(earlier)).toMatch(/^Nothing in EUR in January 2026\./);
  expect(read(await answer('vendors all'))).not.toContain('[Period before]');
});
