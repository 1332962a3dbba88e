import { expect, test } from 'vitest';
import { slackPerson } from '../../../src/adapters/slack/person.ts';

test.each([
  [{}, 'member'],
  [{ is_restricted: true }, 'guest'],
  [{ is_restricted: true, is_ultra_restricted: true }, 'guest'],
  [{ team_id: 'T2' }, 'external'],
  [{ is_stranger: true }, 'external'],
  [{ is_bot: true }, 'bot'],
  [{ id: 'USLACKBOT' }, 'bot'],
  [{ deleted: true, is_bot: true }, 'deleted'],
] as const)('%j is %s', (more, standing) => {
  expect(slackPerson({ id: 'U1', team_id: 'T1', ...more }, 'T1').standing).toBe(standing);
});

test('a person goes by their full name, so that the audit log tells people apart', () => {
  const names = { name: 'ada', real_name: 'Ada Okafor', profile: { display_name: 'Addie' }, tz: 'Africa/Lagos' };

  expect(slackPerson({ id: 'U1', ...names }, 'T1')).toMatchObject({ name: 'Ada Okafor', zone: 'Africa/Lagos' });
  expect(slackPerson({ id: 'U1', name: 'ada', profile: { display_name: 'Addie' } }, 'T1').name).toBe('Addie');
  expect(slackPerson({ id: 'U1' }, 'T1')).toMatchObject({ name: 'U1', zone: 'UTC', team: null });
});
