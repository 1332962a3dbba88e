import type { SlackPerson } from '../../ports/directory.ts';

/** A user of users.info, as far as Penny looks at it. */
type SlackUser = {
  readonly id?: string;
  readonly team_id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly tz?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly profile?: { readonly display_name?: string; readonly real_name?: string };
};

/** Somebody as Penny sees them; `home` is Penny's own team. */
export function slackPerson(user: SlackUser, home: string): SlackPerson {
  const { id = '', team_id = null, profile } = user;
  return {
    id,
    team: team_id,
    name: user.real_name || profile?.real_name || profile?.display_name || user.name || id,
    zone: zoneOf(user.tz),
    standing: standing(user, home),
  };
}

/** Slack's zone, where this machine knows it too. */
function zoneOf(named: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: named ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** What stands nearest to "no role" wins: somebody deactivated is that first, whatever else they were. */
function standing(user: SlackUser, home: string): SlackPerson['standing'] {
  if (user.deleted) return 'deleted';
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  if (user.is_stranger || (user.team_id !== undefined && user.team_id !== home)) return 'external';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  return 'member';
}
