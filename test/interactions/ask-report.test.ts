import { expect, test } from 'vitest';
import { askReport } from '../../src/interactions/ask-report.ts';
import { answeringDesk } from '../support/answers.ts';
import { read } from '../support/chat.ts';

const { desk } = await answeringDesk();

test('its words are answered as after the command, to who may ask', async () => {
  const button = askReport.draw({ words: 'vendors 2026-03' });
  expect(read(await desk.press(button, 'ben'))).toBe(read(await desk.chat('/spend vendors 2026-03', 'ben')));
  expect(read(await desk.press(button, 'cleo'))).toMatch(/does not let you see reports/);
  expect(read(await desk.press({ ...button, value: '{"words":"lunch"}' }, 'ben'))).toMatch(/“lunch” is no period/);
  expect(read(await desk.press({ ...button, value: '{}' }, 'ben'))).toMatch(/older Penny/);
});
