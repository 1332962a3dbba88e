import type { Args } from '../arguments.ts';
import { count, flag, required, text } from '../arguments.ts';
import { join } from '../membership.ts';
import { Refusal } from '../refusal.ts';
import type { SeedChannel } from '../seed.ts';
import { channelObject, messageObject } from '../shapes.ts';
import type { StoredMessage, Workspace } from '../workspace.ts';
import { messagesOf, openDirectMessage } from '../workspace.ts';
import type { Answer, Methods } from './method.ts';
import { historyScope, joinedChannel, knownPerson, page, readScope, visibleChannel } from './method.ts';
import { kindsOf, typeScopes } from './users.ts';

function list(workspace: Workspace, args: Args): Answer {
  const kinds = kindsOf(text(args, 'types'));
  const bot = workspace.seed.app.userId;
  const all = [...workspace.channels.values()].filter(
    ({ kind, members }) => kinds.includes(kind) && (kind === 'channel' || members.includes(bot)),
  );
  const { items, cursor } = page(all, args, count(args, 'limit', 100));
  const channels = items.map((channel) => ({ ...channelObject(workspace, channel), ...memberCount(channel) }));
  return { ok: true, channels, response_metadata: { next_cursor: cursor } };
}

function info(workspace: Workspace, args: Args): Answer {
  const channel = visibleChannel(workspace, text(args, 'channel'));
  const members = flag(args, 'include_num_members') ? memberCount(channel) : {};
  return { ok: true, channel: { ...channelObject(workspace, channel), ...members } };
}

function memberCount(channel: SeedChannel): Answer {
  return channel.kind === 'im' ? {} : { num_members: channel.members.length };
}

function members(workspace: Workspace, args: Args): Answer {
  const channel = visibleChannel(workspace, text(args, 'channel'));
  const { items, cursor } = page(channel.members, args, count(args, 'limit', 100));
  return { ok: true, members: items, response_metadata: { next_cursor: cursor } };
}

/** Newest first; thread replies are not among them. */
function history(workspace: Workspace, args: Args): Answer {
  const channel = joinedChannel(workspace, text(args, 'channel'));
  const all = messagesOf(workspace, channel.id).filter(
    (message) => !message.onlyFor && !message.threadTs && within(message, args),
  );
  return messagePage(workspace, all.toReversed(), args);
}

/** The parent first, then its replies, oldest first. */
function replies(workspace: Workspace, args: Args): Answer {
  const channel = joinedChannel(workspace, text(args, 'channel'));
  const ts = required(args, 'ts');
  const thread = messagesOf(workspace, channel.id).filter(
    (message) => !message.onlyFor && (message.ts === ts || message.threadTs === ts),
  );
  if (thread.length === 0) throw new Refusal('thread_not_found');
  return messagePage(
    workspace,
    thread.filter((message) => message.ts === ts || within(message, args)),
    args,
  );
}

function within(message: StoredMessage, args: Args): boolean {
  const [oldest, latest] = [
    Number(text(args, 'oldest') ?? 0),
    Number(text(args, 'latest') ?? Number.POSITIVE_INFINITY),
  ];
  const at = Number(message.ts);
  return flag(args, 'inclusive') ? at >= oldest && at <= latest : at > oldest && at < latest;
}

function messagePage(workspace: Workspace, all: readonly StoredMessage[], args: Args): Answer {
  const { items, cursor } = page(all, args, count(args, 'limit', 100));
  const withMetadata = flag(args, 'include_all_metadata');
  const messages = items.map((message) => messageObject(workspace, message, withMetadata));
  return {
    ok: true,
    messages,
    has_more: cursor !== '',
    ...(cursor ? { response_metadata: { next_cursor: cursor } } : {}),
  };
}

function open(workspace: Workspace, args: Args): Answer {
  const existing = text(args, 'channel');
  if (existing)
    return { ok: true, no_op: true, already_open: true, channel: { id: visibleChannel(workspace, existing).id } };
  const users = required(args, 'users').split(',');
  if (users.length > 1) throw new Refusal('mpim_not_supported_by_the_sandbox');
  const person = knownPerson(workspace, users[0]);
  if (person.deleted) throw new Refusal('user_disabled');
  if (person.isBot) throw new Refusal('cannot_dm_bot');
  const channel = openDirectMessage(workspace, person.id);
  return { ok: true, channel: flag(args, 'return_im') ? channelObject(workspace, channel) : { id: channel.id } };
}

function setTopic(workspace: Workspace, args: Args): Answer {
  const channel = joinedChannel(workspace, text(args, 'channel'));
  const changed = { ...channel, topic: text(args, 'topic') ?? '' };
  workspace.channels.set(channel.id, changed);
  workspace.changed();
  return { ok: true, channel: channelObject(workspace, changed) };
}

function joinChannel(workspace: Workspace, args: Args): Answer {
  const channel = visibleChannel(workspace, text(args, 'channel'));
  if (channel.kind !== 'channel') throw new Refusal('method_not_supported_for_channel_type');
  return { ok: true, channel: channelObject(workspace, join(workspace, channel.id, workspace.seed.app.userId)) };
}

export const conversations: Methods = {
  'conversations.list': { scopes: (_, args) => typeScopes(text(args, 'types')), run: list },
  'conversations.info': { scopes: readScope, run: info },
  'conversations.members': { scopes: readScope, run: members },
  'conversations.history': { scopes: historyScope, run: history },
  'conversations.replies': { scopes: historyScope, run: replies },
  'conversations.open': { scopes: ['im:write'], run: open },
  'conversations.join': { scopes: ['channels:join'], run: joinChannel },
  'conversations.setTopic': { scopes: ['channels:write.topic'], run: setTopic },
};
