import { expect, test } from 'vitest';
import { control, read } from '../support/chat.ts';
import { digestDesk } from '../support/digests.ts';

const { desk, at, goTo, audited } = await digestDesk();

test('Undo brings it back from then on: what was missed meanwhile does not come', async () => {
  const stop = control(await desk.chat('/penny digest daily at 11', 'ben'), 'Stop');
  const undo = control(await desk.press(stop, 'ben'), 'Undo');
  goTo('2026-03-31T11:30:00Z');

  expect(read(await desk.press(undo, 'noor'))).toMatch(/Ask an admin/);
  expect(read(await desk.press(undo, 'ben'))).toMatch(
    /^“overview” comes again, next on Wednesday 1 April 2026\.\n1 digest comes on a schedule\./,
  );
  expect(read(await desk.press(undo, 'ben'))).toBe('“overview” comes already.');
  expect(await at('2026-03-31T11:31:00Z')).toEqual([]);
  expect(await at('2026-04-01T11:00:00Z')).toHaveLength(1);
  expect((await audited()).at(-1)).toMatchObject({ actor: 'ben', action: 'digest.resume' });
});

test('not beside the like of it that was set meanwhile', async () => {
  const stop = control(await desk.chat('/penny digest weekly vendors', 'ben'), 'Stop');
  const undo = control(await desk.press(stop, 'ben'), 'Undo');
  await desk.chat('/penny digest weekly vendors', 'ada');

  expect(read(await desk.press(undo, 'ben'))).toMatch(/^That digest comes there at that time already/);
});
