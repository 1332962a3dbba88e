import { expect, test } from 'vitest';
import { control, form, read } from '../support/chat.ts';
import { digestDesk } from '../support/digests.ts';
import { person } from '../support/people.ts';

const { desk } = await digestDesk();

test('the form opens with the channel, and the time zone of who presses', async () => {
  await desk.ports.store.directory.meet(person('UBEN'));
  const button = control(await desk.chat('/penny digest', 'ben'), 'New digest');

  const initial = Object.fromEntries(
    form(await desk.press(button, 'ben')).questions.map((question) => [
      question.name,
      'initial' in question ? question.initial : undefined,
    ]),
  );
  expect(initial).toEqual({
    what: undefined,
    channel: 'CIN',
    rhythm: 'weekly monday',
    at: '09:00',
    zone: 'Europe/Berlin',
  });
  expect(read(await desk.press(button, 'cleo'))).toMatch(/Your role does not let you/);
});
