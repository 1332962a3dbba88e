import { fileObject } from './file-shape.ts';
import type { SeedChannel, SeedPerson } from './seed.ts';
import { otherTeam } from './seed.ts';
import type { StoredMessage, StoredView, Workspace } from './workspace.ts';
import { messagesOf } from './workspace.ts';

/** Slack's JSON for what the workspace stores. */
type Json = Readonly<Record<string, unknown>>;

const CREATED = 1_760_000_000;

export function userObject(workspace: Workspace, person: SeedPerson): Json {
  const guest = person.isRestricted ?? person.isUltraRestricted ?? false;
  const profile = {
    title: person.title,
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    team: person.teamId ?? workspace.seed.team.id,
    ...(person.isBot ? { bot_id: workspace.seed.app.botId, api_app_id: workspace.seed.app.id } : {}),
  };
  const flags = {
    is_admin: person.isAdmin ?? false,
    is_owner: person.isOwner ?? false,
    is_primary_owner: person.isOwner ?? false,
    is_restricted: guest,
    is_ultra_restricted: person.isUltraRestricted ?? false,
    is_bot: person.isBot ?? false,
    is_app_user: false,
    ...(person.isStranger ? { is_stranger: true } : {}),
  };
  const id = { id: person.id, team_id: person.teamId ?? workspace.seed.team.id, name: person.name };
  // Slack leaves profile details of a deactivated account out of users.info.
  if (person.deleted)
    return { ...id, deleted: true, profile, is_bot: flags.is_bot, is_app_user: false, updated: CREATED };
  const zone = { tz: person.tz ?? 'Europe/Berlin', tz_label: 'Central European Time', tz_offset: 3600 };
  return {
    ...id,
    deleted: false,
    color: person.color,
    real_name: person.realName,
    ...zone,
    profile,
    ...flags,
    updated: CREATED,
  };
}

export function channelObject(workspace: Workspace, channel: SeedChannel): Json {
  const bot = workspace.seed.app.userId;
  const common = { id: channel.id, created: CREATED, is_archived: false, is_org_shared: false };
  if (channel.kind === 'im') {
    const user = channel.members.find((member) => member !== bot);
    return { ...common, is_im: true, user, is_user_deleted: false, priority: 0 };
  }
  const ext = channel.isExtShared ?? false;
  const teams = ext ? [workspace.seed.team.id, otherTeam.id] : [workspace.seed.team.id];
  const isPrivate = channel.kind === 'private';
  const told = (value: string) => ({ value, creator: '', last_set: 0 });
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_general: channel.name === 'general',
    is_shared: ext,
    is_ext_shared: ext,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: teams,
    unlinked: 0,
    creator: channel.members[0] ?? '',
    is_member: channel.members.includes(bot),
    topic: told(channel.topic),
    purpose: told(''),
    previous_names: [],
    context_team_id: workspace.seed.team.id,
    updated: CREATED * 1000,
  };
}

export function botProfile(workspace: Workspace): Json {
  const { app, team } = workspace.seed;
  const icons = { image_36: '', image_48: '', image_72: '' };
  return { id: app.botId, app_id: app.id, name: app.name, deleted: false, updated: CREATED, team_id: team.id, icons };
}

/** A message as events, history and interaction payloads carry it. */
export function messageObject(workspace: Workspace, message: StoredMessage, withMetadata = false): Json {
  const { app, team } = workspace.seed;
  const fromApp = message.user === app.userId;
  return {
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    ts: message.ts,
    ...(fromApp ? { bot_id: app.botId, app_id: app.id, bot_profile: botProfile(workspace) } : {}),
    text: message.text,
    ...(message.subtype === 'file_share' ? {} : { team: workspace.people.get(message.user)?.teamId ?? team.id }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files.length > 0 ? { files: filesOf(workspace, message) } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map(({ name, users }) => ({ name, users, count: users.length })) }
      : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.edited } } : {}),
    ...threadFields(workspace, message),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

function filesOf(workspace: Workspace, message: StoredMessage): readonly Json[] {
  return message.files.flatMap((id) => {
    const file = workspace.files.get(id);
    if (!file) return [];
    if (file.deleted) return [{ id, mode: 'tombstone' }];
    // A file from another company says nothing of itself until files.info is asked.
    if (workspace.people.get(file.user)?.isStranger)
      return [{ id, mode: 'file_access', file_access: 'check_file_info' }];
    // Where a file is shared is told by files.info alone.
    const { shares: _, channels: __, groups: ___, ims: ____, ...inMessage } = fileObject(workspace, file);
    return [inMessage];
  });
}

function threadFields(workspace: Workspace, message: StoredMessage): Json {
  if (message.threadTs) {
    const parent = messagesOf(workspace, message.channel).find(({ ts }) => ts === message.threadTs);
    return { thread_ts: message.threadTs, ...(parent ? { parent_user_id: parent.user } : {}) };
  }
  const replies = repliesTo(workspace, message);
  const latest = replies.at(-1);
  if (!latest) return {};
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

export function repliesTo(workspace: Workspace, message: StoredMessage): readonly StoredMessage[] {
  return messagesOf(workspace, message.channel).filter(({ threadTs, onlyFor }) => threadTs === message.ts && !onlyFor);
}

/** A view with what Slack adds to it. `values` is what the person has entered so far. */
export function viewObject(workspace: Workspace, view: StoredView, values: Json = {}): Json {
  const { app, team } = workspace.seed;
  return {
    private_metadata: '',
    callback_id: '',
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    external_id: '',
    // Slack gives a Home an empty title of its own.
    ...(view.body.type === 'home' ? { title: { type: 'plain_text', text: 'View Title', emoji: true } } : {}),
    ...view.body,
    id: view.id,
    team_id: team.id,
    state: { values },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: app.id,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}
