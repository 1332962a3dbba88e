import type { Log } from '../../ports/log.ts';
import type { Identity } from './identity.ts';

/** What the bot token must be allowed; manifest.yml asks for the same and says why, a test holds the two together. */
export const neededScopes = [
  'commands',
  'chat:write',
  'files:read',
  'files:write',
  'reactions:write',
  'users:read',
  'im:history',
  'app_mentions:read',
  'im:write',
  'channels:read',
  'groups:read',
] as const;

/** Says at the start what would otherwise fail one by one later. Slack names the scopes beside its answer; where it does not, nothing is known. */
export function warnOfMissingScopes({ scopes }: Identity, log: Log): void {
  const missing = scopes.length === 0 ? [] : neededScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) log.warn({ missing }, 'the Slack app lacks scopes; reinstall it with manifest.yml');
}
