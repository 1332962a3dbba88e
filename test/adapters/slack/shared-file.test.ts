import { expect, test } from 'vitest';
import { sharedFile } from '../../../src/adapters/slack/shared-file.ts';

const file = {
  id: 'F1',
  name: 'invoice.pdf',
  size: 12,
  user: 'UCLEO',
  mode: 'hosted',
  url_private: 'https://files.slack.com/a',
  url_private_download: 'https://files.slack.com/a/download',
  shares: { public: { C1: [{ ts: '2.0' }, { ts: '10.5' }] }, private: { D1: [{ ts: '3.0' }] } },
};

test('what Slack says of a file', () => {
  expect(sharedFile(file, 'D1')).toEqual({
    id: 'F1',
    name: 'invoice.pdf',
    size: 12,
    sharedBy: 'UCLEO',
    message: '3.0',
    download: 'https://files.slack.com/a/download',
  });
});

test('the newest message of the channel, or none yet', () => {
  expect(sharedFile(file, 'C1').message).toBe('10.5');
  expect(sharedFile(file, 'C2').message).toBeNull();
  expect(sharedFile({ ...file, shares: {} }, 'C1').message).toBeNull();
});

test.each([
  [{ mode: 'tombstone' }, 'missing'],
  [{ mode: 'hidden_by_limit' }, 'missing'],
  [{ file_access: 'file_not_found' }, 'missing'],
  [{ file_access: 'access_denied' }, 'invalid'],
  [{ mode: 'external' }, 'invalid'],
  [{ is_external: true, url_private: 'https://docs.google.com/x' }, 'invalid'],
  [{ url_private: '', url_private_download: '' }, 'invalid'],
])('%j is %s', (more, code) => {
  expect(() => sharedFile({ ...file, ...more }, 'C1')).toThrow(expect.objectContaining({ name: 'Fault', code }));
});
