import type { Args } from '../arguments.ts';
import { text } from '../arguments.ts';
import { Refusal } from '../refusal.ts';
import type { SeedChannel, SeedPerson } from '../seed.ts';
import type { Workspace } from '../workspace.ts';
import { isMember } from '../workspace.ts';

export type Answer = Readonly<Record<string, unknown>>;

/** One method of the Web API. Throws a `Refusal` to answer `ok: false`. */
export type Method = {
  /** Scopes without which Slack answers `missing_scope`; a function when they depend on the arguments. */
  readonly scopes?: readonly string[] | ((workspace: Workspace, args: Args) => readonly string[]);
  run(workspace: Workspace, args: Args): Answer;
};

export type Methods = Readonly<Record<string, Method>>;

const READ_SCOPES = { channel: 'channels:read', private: 'groups:read', im: 'im:read' } as const;
const HISTORY_SCOPES = { channel: 'channels:history', private: 'groups:history', im: 'im:history' } as const;

/** The scope to read about the channel that the call names; none for an unknown one, which is refused later. */
export const readScope = scopeByChannel(READ_SCOPES);
export const historyScope = scopeByChannel(HISTORY_SCOPES);

function scopeByChannel(scopes: Readonly<Record<SeedChannel['kind'], string>>) {
  return (workspace: Workspace, args: Args): readonly string[] => {
    const channel = workspace.channels.get(text(args, 'channel') ?? '');
    return channel ? [scopes[channel.kind]] : [];
  };
}

/** A channel the app may know of: private ones and direct messages only as a member. */
export function visibleChannel(workspace: Workspace, id: string | undefined): SeedChannel {
  const channel = workspace.channels.get(id ?? '');
  const bot = workspace.seed.app.userId;
  if (!channel || (channel.kind !== 'channel' && !channel.members.includes(bot)))
    throw new Refusal('channel_not_found');
  return channel;
}

export function joinedChannel(workspace: Workspace, id: string | undefined): SeedChannel {
  const channel = visibleChannel(workspace, id);
  if (!isMember(workspace, channel.id, workspace.seed.app.userId)) throw new Refusal('not_in_channel');
  return channel;
}

export function knownPerson(workspace: Workspace, id: string | undefined): SeedPerson {
  const person = workspace.people.get(id ?? '');
  if (!person) throw new Refusal('user_not_found');
  return person;
}

/** One page of a list, with Slack's cursor. */
export function page<T>(
  all: readonly T[],
  args: Args,
  limit: number,
): { readonly items: readonly T[]; readonly cursor: string } {
  const start = Number(Buffer.from(text(args, 'cursor') ?? '', 'base64').toString() || 0);
  const end = start + limit;
  return { items: all.slice(start, end), cursor: end < all.length ? Buffer.from(String(end)).toString('base64') : '' };
}
