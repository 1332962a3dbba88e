import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { isCurrency, toMinor } from './domain/money.ts';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const slackId = (kind: string) => new RegExp(`^${kind}[A-Z0-9]{2,}$`);
const ids = (kind: string, what: string) =>
  list.refine((all) => all.every((id) => slackId(kind).test(id)), `must be ${what} ids, separated by commas`);
const address = z.string().refine(isSafeEndpoint, 'must be an https:// address; http:// is for this machine only');
const postgres = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

/** The environment as PRODUCT names it. Everything may be absent: then Penny runs by itself, with the sandbox. */
const Environment = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token (xoxb-…)').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must be an app-level token (xapp-…)').optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be the address of a Slack Web API, like https://slack.com/api/' })
    .optional(),
  PENNY_ADMINS: ids('[UW]', 'Slack user').default([]),
  PENNY_OPS_CHANNEL: z.string().regex(slackId('[CG]'), 'must be the id of a Slack channel').optional(),
  PENNY_INTAKE_CHANNELS: ids('[CG]', 'Slack channel').default([]),
  DATABASE_URL: postgres.optional(),
  DATABASE_READ_URL: postgres.optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket: small letters, digits and dashes')
    .optional(),
  AWS_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region, like eu-central-1')
    .optional(),
  AWS_ENDPOINT_URL: address.optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
  PENNY_READER: z.enum(['auto', 'textract', 'embedded'], 'must be auto, textract or embedded').default('auto'),
  TEXTRACT_SNS_TOPIC_ARN: z
    .string()
    .regex(/^arn:aws[\w-]*:sns:[a-z\d-]+:\d{12}:[\w-]{1,256}$/, 'must be the ARN of a standard SNS topic')
    .optional(),
  TEXTRACT_ROLE_ARN: z
    .string()
    .regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'must be the ARN of an IAM role')
    .optional(),
  TEXTRACT_SQS_URL: z
    .string()
    .refine(isSafeEndpoint, 'must be the https:// address of an SQS queue; http:// is for this machine only')
    .optional(),
  MONTHLY_BUDGET_USD: z
    .string()
    .regex(/^\d{1,6}(\.\d\d)?$/, 'must be an amount in US dollars, like 50 or 49.90')
    .transform((text) => toMinor(text, 'USD'))
    .optional(),
  REPORTING_CURRENCY: z.string().refine(isCurrency, 'must be an ISO currency code, like EUR').default('EUR'),
  RATES_URL: address.optional(),
  PENNY_CHARTS: z.enum(['native', 'picture'], 'must be native or picture').default('picture'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).optional(),
  PENNY_FOLDER: z
    .string()
    .default('.penny')
    .transform((path) => (isAbsolute(path) ? path : resolve(path))),
});
type Environment = z.infer<typeof Environment>;

/** Invoices and what changes their amounts go over the network: only to and from this machine may they go unencrypted. */
function isSafeEndpoint(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\..*|\[::1\])$/.test(url.hostname));
}

/** `slack` is null when no workspace is configured: the sandbox stands in. */
export type Config = {
  readonly slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string | null } | null;
  readonly admins: readonly string[];
  readonly opsChannel: string | null;
  readonly intakeChannels: readonly string[];
  readonly databaseUrl: string | null;
  readonly databaseReadUrl: string | null;
  /** Null when nothing of AWS is used. Without `credentials` the AWS SDK finds them: profile, role of the container or machine. */
  readonly aws: {
    readonly region: string;
    readonly endpoint: string | null;
    readonly credentials: {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    } | null;
  } | null;
  /** Where files are kept; null is the folder. */
  readonly bucket: string | null;
  /** Textract, which is paid by the page, reads before the embedded reader does. */
  readonly textract: boolean;
  /** Where Textract says that a job is done, and the queue (null: none) by which Penny hears of it. */
  readonly textractTopic: {
    readonly topicArn: string;
    readonly roleArn: string;
    readonly queueUrl: string | null;
  } | null;
  readonly reportingCurrency: string;
  /** US cents a month that Penny itself may cost. */
  readonly allowance: bigint | null;
  /** Where exchange rates are fetched from; null: they are not. */
  readonly ratesUrl: string | null;
  /** Who draws charts unless asked otherwise: Slack where it can, or Penny. */
  readonly charts: Environment['PENNY_CHARTS'];
  readonly logLevel: Environment['LOG_LEVEL'];
  /** The sandbox's page; null is 3000, or any free one where that is taken. */
  readonly port: number | null;
  /** Where the embedded Postgres, the files and temporary copies live. */
  readonly folder: string;
};

/** Every variable that Penny reads, for the test that holds `.env.example`. */
export const variables: readonly string[] = Object.keys(Environment.shape);

/** Throws an error whose message lists everything that is wrong, a sentence each, naming the variable and never its value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  const complaints = parsed.success
    ? halves(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  if (!parsed.success || complaints.length > 0)
    throw new Error(`Penny cannot start:\n${complaints.map((line) => `  ${line}`).join('\n')}`);
  const env = parsed.data;
  return {
    slack: slackOf(env),
    admins: env.PENNY_ADMINS,
    opsChannel: env.PENNY_OPS_CHANNEL ?? null,
    intakeChannels: env.PENNY_INTAKE_CHANNELS,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseReadUrl: env.DATABASE_READ_URL ?? null,
    ...awsOf(env),
    reportingCurrency: env.REPORTING_CURRENCY,
    allowance: env.MONTHLY_BUDGET_USD ?? null,
    ratesUrl: env.RATES_URL ?? null,
    charts: env.PENNY_CHARTS,
    logLevel: env.LOG_LEVEL,
    port: env.PORT ?? null,
    folder: env.PENNY_FOLDER,
  };
}

function slackOf({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: apiUrl,
}: Environment): Config['slack'] {
  return botToken && appToken ? { botToken, appToken, apiUrl: apiUrl ?? null } : null;
}

/** Why AWS is needed, by the setting that asks for it; null when nothing does. A region or keys of somebody's shell alone cost nobody anything where the embedded reader was chosen. */
function awsAsked(env: Environment): string | null {
  if (env.S3_BUCKET) return 'S3_BUCKET';
  if (env.PENNY_READER === 'textract') return 'PENNY_READER=textract';
  return env.AWS_ACCESS_KEY_ID && env.PENNY_READER === 'auto' ? 'AWS_ACCESS_KEY_ID' : null;
}

function awsOf(env: Environment): Pick<Config, 'aws' | 'bucket' | 'textract' | 'textractTopic'> {
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!region || !awsAsked(env)) return { aws: null, bucket: null, textract: false, textractTopic: null };
  const session = env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {};
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, ...session } : null;
  return {
    aws: { region, endpoint: env.AWS_ENDPOINT_URL ?? null, credentials },
    bucket: env.S3_BUCKET ?? null,
    textract: env.PENNY_READER !== 'embedded',
    textractTopic: topicOf(env),
  };
}

function topicOf({
  TEXTRACT_SNS_TOPIC_ARN: topicArn,
  TEXTRACT_ROLE_ARN: roleArn,
  TEXTRACT_SQS_URL: queueUrl,
}: Environment): Config['textractTopic'] {
  return topicArn && roleArn ? { topicArn, roleArn, queueUrl: queueUrl ?? null } : null;
}

/** Settings that make no sense without one another. */
function halves(env: Environment): readonly string[] {
  const rules: readonly (readonly [boolean, string])[] = [
    [
      !env.SLACK_BOT_TOKEN && env.SLACK_APP_TOKEN !== undefined,
      'SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN; set both for a real workspace or none for the sandbox.',
    ],
    [
      env.SLACK_BOT_TOKEN !== undefined && !env.SLACK_APP_TOKEN,
      'SLACK_APP_TOKEN is missing beside SLACK_BOT_TOKEN; set both for a real workspace or none for the sandbox.',
    ],
    [
      env.SLACK_BOT_TOKEN !== undefined && env.PENNY_ADMINS.length === 0,
      'PENNY_ADMINS is missing; name the Slack user id of at least one first admin.',
    ],
    [
      env.SLACK_API_URL !== undefined && !env.SLACK_BOT_TOKEN,
      'SLACK_API_URL is given without SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
    ],
    [env.DATABASE_READ_URL !== undefined && !env.DATABASE_URL, 'DATABASE_READ_URL is given without DATABASE_URL.'],
    [
      awsAsked(env) !== null && !env.AWS_REGION,
      `AWS_REGION is missing beside ${awsAsked(env)}; name the region, like eu-central-1.`,
    ],
    [
      env.AWS_ACCESS_KEY_ID !== undefined && !env.AWS_SECRET_ACCESS_KEY,
      'AWS_SECRET_ACCESS_KEY is missing beside AWS_ACCESS_KEY_ID; set both, or none to use the role of the machine.',
    ],
    [
      env.AWS_SECRET_ACCESS_KEY !== undefined && !env.AWS_ACCESS_KEY_ID,
      'AWS_ACCESS_KEY_ID is missing beside AWS_SECRET_ACCESS_KEY; set both, or none to use the role of the machine.',
    ],
    [
      env.AWS_SESSION_TOKEN !== undefined && !env.AWS_ACCESS_KEY_ID,
      'AWS_SESSION_TOKEN is given without AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    ],
    [
      env.AWS_ENDPOINT_URL !== undefined && awsAsked(env) === null,
      'AWS_ENDPOINT_URL is given, but nothing uses AWS; set S3_BUCKET or PENNY_READER=textract, or unset it.',
    ],
    [
      env.TEXTRACT_SNS_TOPIC_ARN !== undefined && !env.TEXTRACT_ROLE_ARN,
      'TEXTRACT_ROLE_ARN is missing beside TEXTRACT_SNS_TOPIC_ARN; set both, or none to ask Textract from time to time.',
    ],
    [
      env.TEXTRACT_ROLE_ARN !== undefined && !env.TEXTRACT_SNS_TOPIC_ARN,
      'TEXTRACT_SNS_TOPIC_ARN is missing beside TEXTRACT_ROLE_ARN; set both, or none to ask Textract from time to time.',
    ],
    [
      env.TEXTRACT_SQS_URL !== undefined && !(env.TEXTRACT_SNS_TOPIC_ARN && env.TEXTRACT_ROLE_ARN),
      'TEXTRACT_SQS_URL is given without TEXTRACT_SNS_TOPIC_ARN and TEXTRACT_ROLE_ARN; set all three.',
    ],
    [
      env.TEXTRACT_SNS_TOPIC_ARN !== undefined && (!env.S3_BUCKET || env.PENNY_READER === 'embedded'),
      'TEXTRACT_SNS_TOPIC_ARN is given, but Textract runs no jobs; set S3_BUCKET and let PENNY_READER be auto or textract.',
    ],
  ];
  return rules.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}
