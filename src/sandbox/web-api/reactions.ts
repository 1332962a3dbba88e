import type { Args } from '../arguments.ts';
import { required, text } from '../arguments.ts';
import { announce } from '../events.ts';
import { Refusal } from '../refusal.ts';
import { messageObject } from '../shapes.ts';
import type { StoredMessage, Workspace } from '../workspace.ts';
import { findMessage, putMessage } from '../workspace.ts';
import type { Answer, Methods } from './method.ts';
import { joinedChannel } from './method.ts';

function target(workspace: Workspace, args: Args): StoredMessage {
  const channel = joinedChannel(workspace, text(args, 'channel'));
  const message = findMessage(workspace, channel.id, text(args, 'timestamp') ?? '');
  if (!message || message.onlyFor) throw new Refusal('message_not_found');
  return message;
}

function tell(workspace: Workspace, type: string, message: StoredMessage, reaction: string): void {
  const item = { type: 'message', channel: message.channel, ts: message.ts };
  const user = workspace.seed.app.userId;
  announce(
    workspace,
    { type, user, item, reaction, item_user: message.user, event_ts: workspace.nextTs() },
    message.channel,
  );
}

function add(workspace: Workspace, args: Args): Answer {
  const message = target(workspace, args);
  const name = required(args, 'name').replaceAll(':', '');
  const bot = workspace.seed.app.userId;
  const present = message.reactions.find((reaction) => reaction.name === name);
  if (present?.users.includes(bot)) throw new Refusal('already_reacted');
  const users = [...(present?.users ?? []), bot];
  const reactions = present
    ? message.reactions.map((reaction) => (reaction === present ? { name, users } : reaction))
    : [...message.reactions, { name, users }];
  putMessage(workspace, { ...message, reactions });
  tell(workspace, 'reaction_added', message, name);
  return { ok: true };
}

function remove(workspace: Workspace, args: Args): Answer {
  const message = target(workspace, args);
  const name = required(args, 'name').replaceAll(':', '');
  const bot = workspace.seed.app.userId;
  const present = message.reactions.find((reaction) => reaction.name === name);
  if (!present?.users.includes(bot)) throw new Refusal('no_reaction');
  const left = message.reactions.map((reaction) =>
    reaction === present ? { name, users: reaction.users.filter((user) => user !== bot) } : reaction,
  );
  putMessage(workspace, { ...message, reactions: left.filter(({ users }) => users.length > 0) });
  tell(workspace, 'reaction_removed', message, name);
  return { ok: true };
}

function get(workspace: Workspace, args: Args): Answer {
  const message = target(workspace, args);
  return { ok: true, type: 'message', channel: message.channel, message: messageObject(workspace, message) };
}

export const reactions: Methods = {
  'reactions.add': { scopes: ['reactions:write'], run: add },
  'reactions.remove': { scopes: ['reactions:write'], run: remove },
  'reactions.get': { scopes: ['reactions:read'], run: get },
};
