import { newId } from './ids.ts';
import { messageObject } from './shapes.ts';
import type { StoredMessage, Workspace } from './workspace.ts';
import { isMember } from './workspace.ts';

type Json = Readonly<Record<string, unknown>>;

/** The scope without which Slack does not send an event, whatever is subscribed. */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  file_shared: ['files:read'],
  file_created: ['files:read'],
  file_deleted: ['files:read'],
  file_change: ['files:read'],
  user_change: ['users:read'],
  team_join: ['users:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
};

const MESSAGE_KINDS = { channel: 'message.channels', private: 'message.groups', im: 'message.im' } as const;

/**
 * Sends an event to the app, if the app subscribes to it, has the scope, and is a member of the channel it is about.
 * `subscription` differs from the event's type for messages only (`message.channels`).
 */
export function announce(
  workspace: Workspace,
  event: Json & { readonly type: string },
  channel?: string,
  subscription = event.type,
): void {
  const { seed } = workspace;
  if (!seed.events.includes(subscription)) return;
  const scopes = EVENT_SCOPES[subscription];
  if (scopes && !scopes.some((scope) => seed.scopes.includes(scope))) return;
  if (channel && !isMember(workspace, channel, seed.app.userId)) return;
  workspace.deliver(callbackBody(workspace, event, channel));
}

/** A message, its change or its deletion, to an app with history scopes. */
export function announceMessage(workspace: Workspace, message: StoredMessage, change: Json = {}): void {
  const channel = workspace.channels.get(message.channel);
  if (!channel || message.onlyFor) return;
  const { seed } = workspace;
  const channelType = channel.kind === 'private' ? 'group' : channel.kind;
  const place = { channel: channel.id, channel_type: channelType, event_ts: message.ts };
  const body = Object.keys(change).length > 0 ? { type: 'message', ...change } : messageObject(workspace, message);
  announce(workspace, { ...body, type: 'message', ...place }, channel.id, MESSAGE_KINDS[channel.kind]);
  const isNew = Object.keys(change).length === 0;
  if (isNew && channel.kind !== 'im' && message.text.includes(`<@${seed.app.userId}>`)) {
    announce(
      workspace,
      { ...messageObject(workspace, message), type: 'app_mention', channel: channel.id, event_ts: message.ts },
      channel.id,
    );
  }
}

/** After chat.update or an edit by a person. */
export function announceChange(workspace: Workspace, now: StoredMessage, before: StoredMessage): void {
  announceMessage(workspace, now, {
    subtype: 'message_changed',
    hidden: true,
    message: messageObject(workspace, now),
    previous_message: messageObject(workspace, before),
    ts: workspace.nextTs(),
  });
}

export function announceDeletion(workspace: Workspace, gone: StoredMessage): void {
  announceMessage(workspace, gone, {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: gone.ts,
    previous_message: messageObject(workspace, gone),
    ts: workspace.nextTs(),
  });
}

function callbackBody(workspace: Workspace, event: Json, channel: string | undefined): Json {
  const { team, app } = workspace.seed;
  const external = channel ? (workspace.channels.get(channel)?.isExtShared ?? false) : false;
  return {
    token: 'verification-token-of-the-sandbox',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: newId('Ev', 9),
    event_time: Math.floor(workspace.clock.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: external,
    event_context: newId('4-', 40),
  };
}
