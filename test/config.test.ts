import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', PENNY_ADMINS: 'U012AB3CD' };

const topic = 'arn:aws:sns:eu-central-1:123456789012:AmazonTextract-penny';
const role = 'arn:aws:iam::123456789012:role/penny/textract';
const queue = 'https://sqs.eu-central-1.amazonaws.com/123456789012/penny';
const jobs = {
  S3_BUCKET: 'invoices',
  AWS_REGION: 'eu-central-1',
  TEXTRACT_SNS_TOPIC_ARN: topic,
  TEXTRACT_ROLE_ARN: role,
};

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
  const config = readConfig({
    ...slack,
    PENNY_INTAKE_CHANNELS: 'C012345, C067890',
    REPORTING_CURRENCY: 'CHF',
    PENNY_CHARTS: 'native',
    MONTHLY_BUDGET_USD: '49.90',
  });
  expect(config.allowance).toBe(4_990n);

  expect(config.slack).toEqual({ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: null });
  expect(config.intakeChannels).toEqual(['C012345', 'C067890']);
  expect(config.reportingCurrency).toBe('CHF');
  expect(config.charts).toBe('native');
  expect(readConfig(slack).charts).toBe('picture');
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
  [{ MONTHLY_BUDGET_USD: 'fifty' }, /MONTHLY_BUDGET_USD must be an amount in US dollars/],
  [{ REPORTING_CURRENCY: 'EURO' }, /REPORTING_CURRENCY must be an ISO currency code/],
  [{ RATES_URL: 'http://www.ecb.europa.eu/rates.xml' }, /RATES_URL must be an https/],
  [{ PENNY_CHARTS: 'pretty' }, /PENNY_CHARTS must be native or picture/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be debug, info, warn or error/],
  [{ PORT: 'abc' }, /PORT must be a port number/],
  [{ PENNY_READER: 'best' }, /PENNY_READER must be auto, textract or embedded/],
  [{ PENNY_READER: 'textract' }, /AWS_REGION is missing beside PENNY_READER=textract/],
  [{ S3_BUCKET: 'invoices' }, /AWS_REGION is missing beside S3_BUCKET/],
  [{ S3_BUCKET: 'My Invoices', AWS_REGION: 'eu-central-1' }, /S3_BUCKET must be the name of a bucket/],
  [{ S3_BUCKET: 'invoices', AWS_REGION: 'Frankfurt' }, /AWS_REGION must be a region/],
  [{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'AKIA1' }, /AWS_SECRET_ACCESS_KEY is missing/],
  [{ AWS_REGION: 'eu-central-1', AWS_SECRET_ACCESS_KEY: 's' }, /AWS_ACCESS_KEY_ID is missing/],
  [{ AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's' }, /AWS_REGION is missing beside AWS_ACCESS_KEY_ID/],
  [{ AWS_SESSION_TOKEN: 't' }, /AWS_SESSION_TOKEN is given without/],
  [{ AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' }, /AWS_ENDPOINT_URL is given, but/],
  [
    { S3_BUCKET: 'invoices', AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL: 'http://s3.example.com' },
    /AWS_ENDPOINT_URL must be an https/,
  ],
  [{ ...jobs, TEXTRACT_ROLE_ARN: '' }, /TEXTRACT_ROLE_ARN is missing beside TEXTRACT_SNS_TOPIC_ARN/],
  [{ ...jobs, TEXTRACT_SNS_TOPIC_ARN: '' }, /TEXTRACT_SNS_TOPIC_ARN is missing beside TEXTRACT_ROLE_ARN/],
  [{ ...jobs, TEXTRACT_SNS_TOPIC_ARN: 'penny' }, /TEXTRACT_SNS_TOPIC_ARN must be the ARN of a standard SNS topic/],
  [{ ...jobs, TEXTRACT_SNS_TOPIC_ARN: `${topic}.fifo` }, /must be the ARN of a standard SNS topic/],
  [{ ...jobs, TEXTRACT_ROLE_ARN: topic }, /TEXTRACT_ROLE_ARN must be the ARN of an IAM role/],
  [{ ...jobs, TEXTRACT_SQS_URL: 'http://sqs.example.com/1/penny' }, /TEXTRACT_SQS_URL must be the https/],
  [{ TEXTRACT_SQS_URL: queue }, /TEXTRACT_SQS_URL is given without/],
  [{ ...jobs, S3_BUCKET: '', AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's' }, /Textract runs no jobs/],
  [{ ...jobs, PENNY_READER: 'embedded' }, /Textract runs no jobs/],
])('%o refuses to start with a sentence', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence);
});

const region = { AWS_REGION: 'eu-central-1' };
const keys = { AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's' };
test.each([
  [{}, { aws: null, bucket: null, textract: false }],
  [region, { aws: null, bucket: null, textract: false }],
  [
    { ...keys, PENNY_READER: 'embedded' },
    { aws: null, bucket: null, textract: false },
  ],
  [
    { ...region, S3_BUCKET: 'invoices' },
    { bucket: 'invoices', textract: true },
  ],
  [
    { ...region, S3_BUCKET: 'invoices', PENNY_READER: 'embedded' },
    { bucket: 'invoices', textract: false },
  ],
  [
    { ...region, PENNY_READER: 'textract' },
    { bucket: null, textract: true },
  ],
  [
    { ...region, ...keys },
    { bucket: null, textract: true },
  ],
])('%o uses of AWS: %o', (environment, expected) => {
  expect(readConfig(environment)).toMatchObject(expected);
});

test('AWS with keys of its own, or with those of the machine, and another server', () => {
  const own = readConfig({ ...region, ...keys, AWS_SESSION_TOKEN: 't', AWS_ENDPOINT_URL: 'http://localhost:4566' });
  const credentials = { accessKeyId: 'AKIA1', secretAccessKey: 's', sessionToken: 't' };
  expect(own.aws).toEqual({ region: 'eu-central-1', endpoint: 'http://localhost:4566', credentials });
  expect(readConfig({ ...region, S3_BUCKET: 'invoices' }).aws).toEqual({
    region: 'eu-central-1',
    endpoint: null,
    credentials: null,
  });
});

test('where Textract says that a job is done, with and without a queue to hear of it', () => {
  expect(readConfig(jobs).textractTopic).toEqual({ topicArn: topic, roleArn: role, queueUrl: null });
  expect(readConfig({ ...jobs, TEXTRACT_SQS_URL: queue }).textractTopic).toMatchObject({ queueUrl: queue });
  expect(readConfig({}).textractTopic).toBeNull();
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
