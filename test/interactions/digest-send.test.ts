import { expect, test } from 'vitest';
import { control, read } from '../support/chat.ts';
import { digestDesk } from '../support/digests.ts';

const { desk, slack, tasks, send, goTo, at } = await digestDesk();

test('it comes at once and once, whoever presses within the minute, and by its schedule all the same', async () => {
  const set = await desk.chat('/penny digest daily vendors at 11', 'ben');
  const button = control(set, 'Send now');
  goTo('2026-03-31T10:05:07Z');

  expect(read(await desk.press(button, 'cleo'))).toMatch(/Your role does not let you/);
  expect(read(await desk.press(button, 'ben'))).toMatch(/^It is on its way to the channel/);
  expect(read(await desk.press(button, 'ada'))).toBe('It is on its way already.');
  const waiting = await tasks();
  expect(waiting).toHaveLength(1);
  for (const task of waiting) await send(task);
  expect(slack.posts).toHaveLength(1);

  expect(await at('2026-03-31T11:00:20Z')).toHaveLength(1);
  await desk.press(control(set, 'Stop'), 'ben');
  expect(read(await desk.press(button, 'ben'))).toBe('“vendors” is stopped already.');
});
