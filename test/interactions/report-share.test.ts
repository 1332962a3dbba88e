import { expect, test } from 'vitest';
import { answeringDesk } from '../support/answers.ts';
import { control, read } from '../support/chat.ts';

const { desk, answer } = await answeringDesk();

test('it is said to the channel with who shared it, and without buttons of its own', async () => {
  const reply = await desk.press(control(await answer(), 'Share'), 'ben');
  expect(reply).toMatchObject({ kind: 'say', to: 'channel' });
  expect(read(reply)).toContain('Shared by UBEN');
  expect(read(reply)).not.toContain('[Share]');
  const asCommand = read(await answer('vendors 2026-03 --share --csv'));
  expect(asCommand).not.toContain('[Share]');
  expect(asCommand).not.toContain('our direct messages'); // of whom, the channel would ask
});
