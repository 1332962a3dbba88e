import { expect, test } from 'vitest';
import { allowedFile, slackFileHosts } from '../../../src/adapters/slack/file-hosts.ts';

test.each([
  'http://files.slack.com/files-pri/T1-F1/a.pdf',
  'https://files.slack.com.bad.example/a',
  'https://files.slack.com@bad.example/a',
  'https://bad.example/files.slack.com',
  'https://bad.example#files.slack.com',
  'https://bad.example?files.slack.com',
  'https://bad.example\\@files.slack.com/a',
  'https://files.slack.com:8443/a',
  'https://user@files.slack.com/a',
  'https://user:secret@files.slack.com/a',
  'https://files.slack.com./a',
  'https://xfiles.slack.com/a',
  'https://slack.com/a',
  'https://slack-files.com/T1-F1-x',
  'https://127.0.0.1/a',
  'http://127.0.0.1/a',
  'https://[::ffff:169.254.169.254]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0x7f.1/',
  'https://docs.google.com/document/d/x',
  'https://f\u0456les.slack.com/a',
  'file:///etc/passwd',
  'ftp://files.slack.com/a',
  'javascript:alert(1)',
  '//files.slack.com/a',
  'files.slack.com/a',
  '',
])('%s is not shown the token', (address) => {
  expect(allowedFile(address, slackFileHosts)).toBeNull();
});

test('only the very host over https is', () => {
  expect(allowedFile('HTTPS://FILES.SLACK.COM/files-pri/T1-F1/a.pdf', slackFileHosts)?.href).toBe(
    'https://files.slack.com/files-pri/T1-F1/a.pdf',
  );
});

test('plain http is for a listed host of this machine alone', () => {
  expect(allowedFile('http://127.0.0.1:4000/a', ['127.0.0.1:4000'])).not.toBeNull();
  expect(allowedFile('http://127.0.0.1:4001/a', ['127.0.0.1:4000'])).toBeNull();
  expect(allowedFile('http://10.0.0.7:4000/a', ['10.0.0.7:4000'])).toBeNull();
});
