import { expect, test } from 'vitest';
import { control, read } from '../support/chat.ts';
import { digestDesk } from '../support/digests.ts';

const { desk, at, audited } = await digestDesk();

test('stopped by who may, with Undo on the message; it comes no more, and a second press is told so', async () => {
  const stop = control(await desk.chat('/penny digest daily at 11', 'ben'), 'Stop');
  expect(stop.confirm?.title).toBe('Stop this digest?');
  expect(read(await desk.press(stop, 'cleo'))).toMatch(/Your role does not let you/);

  const stopped = await desk.press(stop, 'ada');
  expect(stopped).toMatchObject({ kind: 'say', to: 'person', replaces: true });
  expect(read(stopped)).toMatch(/^“overview” is stopped\.\n\[Undo\]\nNothing comes on a schedule yet\./);
  expect(await at('2026-03-31T11:00:00Z')).toEqual([]);
  expect(read(await desk.press(stop, 'ben'))).toBe('“overview” is stopped already.');
  expect((await audited()).map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    'ben digest.set',
    'ada digest.stop',
  ]);
});

test.each(['', '{}', '{"digest":"1; drop"}'])('a forged value is refused: %s', async (value) => {
  expect(read(await desk.press({ press: 'digest-stop', label: 'Stop', value }, 'ben'))).toMatch(/older Penny/);
});

test('one that there is not', async () => {
  const button = { press: 'digest-stop', label: 'Stop', value: '{"digest":"999"}' };
  expect(read(await desk.press(button, 'ben'))).toMatch(/^There is no such digest/);
});
