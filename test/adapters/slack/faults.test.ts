import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { slackFault, translated, unless } from '../../../src/adapters/slack/faults.ts';
import { Fault } from '../../../src/domain/fault.ts';

const refused = (error: string, more: object = {}) => new webApi.WebAPIPlatformError({ ok: false, error, ...more });

test.each([
  [new webApi.WebAPIRateLimitedError(30), 'unavailable'],
  [new webApi.WebAPIHTTPError(503, 'away', {}), 'unavailable'],
  [new webApi.WebAPIRequestError(new Error('ECONNRESET')), 'unavailable'],
  [refused('internal_error'), 'unavailable'],
  [refused('token_revoked'), 'unavailable'],
  [refused('file_deleted'), 'missing'],
  [refused('channel_not_found'), 'missing'],
  [refused('not_in_channel'), 'conflict'],
  [refused('missing_scope', { needed: 'files:read' }), 'invalid'],
])('%s becomes %s', (error, code) => {
  const fault = slackFault(error);

  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({ code, cause: error });
});

test('the scope that is needed stands in the sentence', () => {
  expect(slackFault(refused('missing_scope', { needed: 'files:read' }))).toMatchObject({
    message: expect.stringContaining('files:read'),
  });
});

test('what is nobody’s doing but Penny’s stays what it is', () => {
  const bugs = [refused('invalid_blocks'), new TypeError('x'), new Fault('missing', 'Gone.')];

  expect(bugs.map(slackFault)).toEqual(bugs);
});

test('a refusal that counts as an answer', async () => {
  expect(await unless(['already_reacted'], null, () => Promise.reject(refused('already_reacted')))).toBeNull();
  await expect(
    unless(['already_reacted'], null, () => Promise.reject(refused('message_not_found'))),
  ).rejects.toMatchObject({ code: 'missing' });
  await expect(translated(() => Promise.reject(refused('is_archived')))).rejects.toMatchObject({ code: 'missing' });
});
