import { count, text } from '../arguments.ts';
import { Refusal } from '../refusal.ts';
import { botProfile, channelObject, userObject } from '../shapes.ts';
import type { Methods } from './method.ts';
import { knownPerson, page } from './method.ts';

const TYPES = { public_channel: 'channel', private_channel: 'private', im: 'im', mpim: 'mpim' } as const;
const TYPE_SCOPES = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
} as const;

/** `types` of a list call as Slack writes them; refuses an unknown one. */
export function askedTypes(types: string | undefined): readonly (keyof typeof TYPES)[] {
  return (types ?? 'public_channel').split(',').map((type) => {
    if (type in TYPES) return type as keyof typeof TYPES; // `in` has just looked
    throw new Refusal('invalid_types');
  });
}

export function kindsOf(types: string | undefined): readonly string[] {
  return askedTypes(types).map((type) => TYPES[type]);
}

export function typeScopes(types: string | undefined): readonly string[] {
  return askedTypes(types).map((type) => TYPE_SCOPES[type]);
}

export const users: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run: (workspace, args) => ({ ok: true, user: userObject(workspace, knownPerson(workspace, text(args, 'user'))) }),
  },
  'users.list': {
    scopes: ['users:read'],
    run(workspace, args) {
      // Strangers are seen in their channels only, not in the workspace's list.
      const all = [...workspace.people.values()].filter((person) => !person.isStranger);
      const { items, cursor } = page(all, args, count(args, 'limit', 1000));
      const members = items.map((person) => userObject(workspace, person));
      return {
        ok: true,
        members,
        cache_ts: Math.floor(workspace.clock.now() / 1000),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
  'users.conversations': {
    scopes: (_, args) => typeScopes(text(args, 'types')),
    run(workspace, args) {
      const user = text(args, 'user') ?? workspace.seed.app.userId;
      const kinds = kindsOf(text(args, 'types'));
      const bot = workspace.seed.app.userId;
      const all = [...workspace.channels.values()].filter(
        ({ kind, members }) =>
          kinds.includes(kind) && members.includes(user) && (kind === 'channel' || members.includes(bot)),
      );
      const { items, cursor } = page(all, args, count(args, 'limit', 100));
      // Slack leaves is_member out here: it is true of all.
      const channels = items.map((channel) => ({ ...channelObject(workspace, channel), is_member: undefined }));
      return { ok: true, channels, response_metadata: { next_cursor: cursor } };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run(workspace, args) {
      const { app } = workspace.seed;
      if ((text(args, 'bot') ?? app.botId) !== app.botId) throw new Refusal('bot_not_found');
      const { team_id: _, ...bot } = botProfile(workspace);
      return { ok: true, bot: { ...bot, user_id: app.userId } };
    },
  },
};
