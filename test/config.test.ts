import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', PENNY_ADMINS: 'U012AB3CD' };

test('with nothing set, Penny runs by herself', () => {
  expect(readConfig({})).toMatchObject({
    slack: null,
    databaseUrl: null,
    reportingCurrency: 'EUR',
    port: null,
    logLevel: 'info',
  });
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '', DATABASE_URL: '', PORT: '' })).toEqual(readConfig({}));
});

test('a workspace, lists with spaces, and a currency', () => {
  const config = readConfig({ ...slack, PENNY_INTAKE_CHANNELS: 'C012345, C067890', REPORTING_CURRENCY: 'CHF' });

  expect(config.slack).toEqual({ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: null });
  expect(config.intakeChannels).toEqual(['C012345', 'C067890']);
  expect(config.reportingCurrency).toBe('CHF');
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN must be a bot token/],
  [{ SLACK_BOT_TOKEN: 'changeme' }, /SLACK_BOT_TOKEN must be a bot token/],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN is missing beside SLACK_BOT_TOKEN/],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN/],
  [{ ...slack, PENNY_ADMINS: '' }, /PENNY_ADMINS is missing/],
  [{ ...slack, PENNY_ADMINS: 'ada' }, /PENNY_ADMINS must be Slack user ids/],
  [{ PENNY_INTAKE_CHANNELS: '#invoices' }, /PENNY_INTAKE_CHANNELS must be Slack channel ids/],
  [{ SLACK_API_URL: 'http://127.0.0.1:1/api/' }, /SLACK_API_URL is given without/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must be a postgres/],
  [{ DATABASE_READ_URL: 'postgres://x' }, /DATABASE_READ_URL is given without DATABASE_URL/],
  [{ REPORTING_CURRENCY: 'EURO' }, /REPORTING_CURRENCY must be an ISO currency code/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be debug, info, warn or error/],
  [{ PORT: 'abc' }, /PORT must be a port number/],
  [{ PENNY_READER: 'textract' }, /PENNY_READER must be auto or embedded/],
  [{ S3_BUCKET: 'invoices' }, /S3_BUCKET is set, but/],
])('%o refuses to start with a sentence', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence);
});

test('all that is wrong is said at once, and no value is shown', () => {
  const wrong = { SLACK_BOT_TOKEN: 'secret-token', PORT: 'abc', DATABASE_URL: 'mysql://user:secret-word@host' };
  const message = (() => {
    try {
      readConfig(wrong);
      return '';
    } catch (error) {
      return String(error);
    }
  })();

  expect(message.match(/^ {2}\S/gm)).toHaveLength(3);
  expect(message).not.toMatch(/secret/);
});
