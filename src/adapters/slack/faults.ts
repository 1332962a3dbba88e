import { webApi } from '@slack/bolt';
import { Fault } from '../../domain/fault.ts';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi;

/** Slack's own word for what went wrong ("channel_not_found"); null for anything that is not a refusal by Slack. */
export const slackCode = (error: unknown): string | null =>
  error instanceof WebAPIPlatformError ? error.data.error : null;

/** What Slack said beside it, line by line. */
export const slackDetails = (error: unknown): readonly string[] =>
  error instanceof WebAPIPlatformError ? (error.data.response_metadata?.messages ?? []) : [];

const away = new Set([
  'accesslimited',
  'fatal_error',
  'internal_error',
  'ratelimited',
  'rate_limited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

const gone = new Set([
  'cant_update_message',
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'thread_not_found',
  'user_not_found',
]);

const goneFiles = new Set(['file_deleted', 'file_not_found']);

/** The credentials: Penny cannot cure it, an admin can, and then trying again helps. */
export const credentialErrors: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** A Fault for what Slack or the way to it did; anything else (a wrong block, a bug) comes back as it is. The one place where this is decided. */
export function slackFault(error: unknown): unknown {
  if (
    error instanceof WebAPIRateLimitedError ||
    error instanceof WebAPIHTTPError ||
    error instanceof WebAPIRequestError
  ) {
    return new Fault('unavailable', 'Slack does not answer right now. Try again in a minute.', { cause: error });
  }
  const code = slackCode(error);
  if (code === null) return error;
  const says = (...[kind, sentence]: ConstructorParameters<typeof Fault>) =>
    new Fault(kind, sentence, { cause: error });
  if (away.has(code)) return says('unavailable', 'Slack has a hiccup right now. Try again in a minute.');
  if (goneFiles.has(code))
    return says('missing', 'The file was deleted before Penny could read it. Share it again if it should be booked.');
  if (gone.has(code)) return says('missing', 'That is not there any more in Slack, or Penny may not see it.');
  if (credentialErrors.has(code))
    return says('unavailable', `Slack refuses Penny's token (${code}). An admin must renew it.`);
  if (code === 'not_in_channel')
    return says('conflict', 'Penny is not in that channel. Invite it with /invite, then try again.');
  if (code === 'missing_scope')
    return says('invalid', `${lacking(error)} An admin must reinstall the app with the scopes of manifest.yml.`);
  return error;
}

function lacking(error: unknown): string {
  const needed = error instanceof WebAPIPlatformError && 'needed' in error.data ? ` ${String(error.data.needed)}` : '';
  return `Penny lacks the Slack permission${needed}.`;
}

/** Runs a call to Slack; what it throws is translated by `slackFault`. */
export async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw slackFault(error);
  }
}

/** Runs a call to Slack; a refusal with one of these codes counts as `otherwise`. */
export async function unless<T>(codes: readonly string[], otherwise: T, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const code = slackCode(error);
    if (code !== null && codes.includes(code)) return otherwise;
    throw slackFault(error);
  }
}
