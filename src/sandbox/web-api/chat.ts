import type { Args } from '../arguments.ts';
import { required, text } from '../arguments.ts';
import { readContent } from '../compose.ts';
import { announceChange, announceDeletion, announceMessage } from '../events.ts';
import { Refusal } from '../refusal.ts';
import type { SeedChannel } from '../seed.ts';
import { messageObject } from '../shapes.ts';
import type { StoredMessage, Workspace } from '../workspace.ts';
import { draft, findMessage, openDirectMessage, putMessage, removeMessage } from '../workspace.ts';
import type { Answer, Methods } from './method.ts';
import { joinedChannel, visibleChannel } from './method.ts';

/** Where an app may post: by id, by `#name`, or to a person, which opens the direct message. */
function destination(workspace: Workspace, args: Args): SeedChannel {
  const asked = text(args, 'channel') ?? '';
  const person = workspace.people.get(asked);
  if (person?.isBot) throw new Refusal('cannot_dm_bot');
  if (person?.deleted) throw new Refusal('user_disabled');
  if (person) return openDirectMessage(workspace, person.id);
  const named = [...workspace.channels.values()].find(
    ({ name, kind }) => kind !== 'im' && name === asked.replace(/^#/, ''),
  );
  const id = named?.id ?? asked;
  const anywhere = workspace.seed.scopes.includes('chat:write.public');
  return anywhere ? visibleChannel(workspace, id) : joinedChannel(workspace, id);
}

function postMessage(workspace: Workspace, args: Args): Answer {
  const channel = destination(workspace, args);
  const message: StoredMessage = {
    ...draft(workspace, channel.id, workspace.seed.app.userId),
    ...readContent(workspace, args),
    threadTs: text(args, 'thread_ts') ?? null,
  };
  putMessage(workspace, message);
  announceMessage(workspace, message);
  return { ok: true, channel: channel.id, ts: message.ts, message: messageObject(workspace, message, true) };
}

function postEphemeral(workspace: Workspace, args: Args): Answer {
  const channel = joinedChannel(workspace, text(args, 'channel'));
  const user = required(args, 'user');
  if (!channel.members.includes(user)) throw new Refusal('user_not_in_channel');
  const message: StoredMessage = {
    ...draft(workspace, channel.id, workspace.seed.app.userId),
    ...readContent(workspace, args),
    threadTs: text(args, 'thread_ts') ?? null,
    onlyFor: user,
  };
  putMessage(workspace, message);
  return { ok: true, message_ts: message.ts };
}

/** A message of the app's own; ephemeral ones cannot be reached by their timestamp. */
function ownMessage(workspace: Workspace, args: Args, otherwise: string): StoredMessage {
  const channel = visibleChannel(workspace, text(args, 'channel'));
  const message = findMessage(workspace, channel.id, text(args, 'ts') ?? '');
  if (!message || message.onlyFor) throw new Refusal('message_not_found');
  if (message.user !== workspace.seed.app.userId) throw new Refusal(otherwise);
  return message;
}

/** New text alone takes the blocks away; new blocks alone leave the text. Only a change without blocks is marked as edited. */
function update(workspace: Workspace, args: Args): Answer {
  const before = ownMessage(workspace, args, 'cant_update_message');
  const content = readContent(workspace, args);
  const after: StoredMessage = {
    ...before,
    text: text(args, 'text') === undefined ? before.text : content.text,
    blocks: content.blocks,
    metadata: content.metadata ?? before.metadata,
    edited: content.blocks.length > 0 ? before.edited : workspace.nextTs(),
  };
  putMessage(workspace, after);
  announceChange(workspace, after, before);
  const message = messageObject(workspace, after, true);
  return { ok: true, channel: after.channel, ts: after.ts, text: after.text, message };
}

function remove(workspace: Workspace, args: Args): Answer {
  const message = ownMessage(workspace, args, 'cant_delete_message');
  removeMessage(workspace, message.channel, message.ts);
  announceDeletion(workspace, message);
  return { ok: true, channel: message.channel, ts: message.ts };
}

function getPermalink(workspace: Workspace, args: Args): Answer {
  const channel = visibleChannel(workspace, text(args, 'channel'));
  const message = findMessage(workspace, channel.id, required(args, 'message_ts'));
  if (!message || message.onlyFor) throw new Refusal('message_not_found');
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  const permalink = `${workspace.origin}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return { ok: true, channel: channel.id, permalink };
}

export const chat: Methods = {
  'chat.postMessage': { scopes: ['chat:write'], run: postMessage },
  'chat.postEphemeral': { scopes: ['chat:write'], run: postEphemeral },
  'chat.update': { scopes: ['chat:write'], run: update },
  'chat.delete': { scopes: ['chat:write'], run: remove },
  'chat.getPermalink': { run: getPermalink },
};
