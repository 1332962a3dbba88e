import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { isCurrency } from './domain/money.ts';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const slackId = (kind: string) => new RegExp(`^${kind}[A-Z0-9]{2,}$`);
const ids = (kind: string, what: string) =>
  list.refine((all) => all.every((id) => slackId(kind).test(id)), `must be ${what} ids, separated by commas`);

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
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address')
    .optional(),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address')
    .optional(),
  PENNY_READER: z.enum(['auto', 'embedded'], 'must be auto or embedded').default('auto'),
  REPORTING_CURRENCY: z.string().refine(isCurrency, 'must be an ISO currency code, like EUR').default('EUR'),
  S3_BUCKET: z.undefined('is set, but this version keeps files in a folder only; unset it').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).optional(),
  PENNY_FOLDER: z
    .string()
    .default('.penny')
    .transform((path) => (isAbsolute(path) ? path : resolve(path))),
});
type Environment = z.infer<typeof Environment>;

/** `slack` is null when no workspace is configured: the sandbox stands in. */
export type Config = {
  readonly slack: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string | null } | null;
  readonly admins: readonly string[];
  readonly opsChannel: string | null;
  readonly intakeChannels: readonly string[];
  readonly databaseUrl: string | null;
  readonly databaseReadUrl: string | null;
  readonly reportingCurrency: string;
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
    reportingCurrency: env.REPORTING_CURRENCY,
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
  ];
  return rules.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}
