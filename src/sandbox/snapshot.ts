import { record } from './arguments.ts';
import { slackFiles } from './block-kit/walk.ts';
import { kindOf } from './file-shape.ts';
import { stackOf } from './modals.ts';
import type { Channel, Message, Person, Sample, SharedFile, Snapshot, View } from './page-api.ts';
import type { SeedChannel, SeedPerson } from './seed.ts';
import type { StoredFile, StoredMessage, StoredView, Workspace } from './workspace.ts';
import { isMember, messagesOf } from './workspace.ts';

export type SnapshotParts = {
  readonly workspace: Workspace;
  readonly isConnected: () => boolean;
  readonly samples: readonly Sample[];
};

/** The workspace as one person sees it. */
export function snapshot({ workspace, isConnected, samples }: SnapshotParts, me: SeedPerson): Snapshot {
  const { seed } = workspace;
  const mine = [...workspace.channels.values()].filter(({ members }) => members.includes(me.id));
  const visible = me.deleted ? [] : mine;
  const home = workspace.homes.get(me.id);
  return {
    team: { id: seed.team.id, name: seed.team.name },
    me: personView(me),
    people: [...workspace.people.values()].map(personView),
    app: { userId: seed.app.userId, name: seed.app.name, connected: isConnected() },
    channels: visible.map((channel) => channelView(workspace, channel, me)),
    messages: Object.fromEntries(visible.map(({ id }) => [id, messagesView(workspace, id, me)])),
    home: home ? viewView(home) : null,
    modals: stackOf(workspace, me.id).map(viewView),
    commands: seed.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
    shortcuts: seed.shortcuts,
    samples,
  };
}

/** May the person open the file: it is theirs, shared where they are, or shown to them in a block. */
export function maySee(workspace: Workspace, person: SeedPerson, file: StoredFile): boolean {
  if (file.user === person.id || file.shares.some(({ channel }) => isMember(workspace, channel, person.id)))
    return true;
  const home = workspace.homes.get(person.id)?.body.blocks ?? [];
  const modals = stackOf(workspace, person.id).flatMap(({ body }) => body.blocks);
  const channels = [...workspace.channels.values()].filter(({ members }) => members.includes(person.id));
  const messages = channels.flatMap(({ id }) => seenIn(workspace, id, person).flatMap(({ blocks }) => blocks));
  return slackFiles([...home, ...modals, ...messages], '').some(
    ({ id, url }) => id === file.id || url?.includes(file.id),
  );
}

function seenIn(workspace: Workspace, channel: string, me: SeedPerson): readonly StoredMessage[] {
  return messagesOf(workspace, channel).filter(({ onlyFor }) => onlyFor === null || onlyFor === me.id);
}

function personView(person: SeedPerson): Person {
  const { id, name, realName, title, color } = person;
  const isGuest = (person.isRestricted || person.isUltraRestricted) ?? false;
  return { id, name, realName, title, color, isGuest, isBot: person.isBot ?? false, deleted: person.deleted ?? false };
}

function channelView(workspace: Workspace, channel: SeedChannel, me: SeedPerson): Channel {
  const { id, kind, topic, members } = channel;
  const other = members.find((member) => member !== me.id) ?? me.id;
  const read = Number(workspace.read.get(`${me.id}:${id}`) ?? 0);
  const unread = seenIn(workspace, id, me).filter(({ ts, user }) => Number(ts) > read && user !== me.id).length;
  return {
    id,
    kind,
    topic,
    members,
    unread,
    name: kind === 'im' ? (workspace.people.get(other)?.realName ?? other) : channel.name,
  };
}

function messagesView(workspace: Workspace, channel: string, me: SeedPerson): readonly Message[] {
  const seen = seenIn(workspace, channel, me);
  const replies = new Map<string, number>();
  for (const { threadTs, onlyFor } of seen) {
    if (threadTs && !onlyFor) replies.set(threadTs, (replies.get(threadTs) ?? 0) + 1);
  }
  return seen.map((message) => messageView(workspace, message, replies.get(message.ts) ?? 0));
}

function messageView(workspace: Workspace, message: StoredMessage, replyCount: number): Message {
  const { ts, channel, user, text, blocks, reactions, threadTs } = message;
  const flags = { edited: message.edited !== null, ephemeral: message.onlyFor !== null };
  return {
    ts,
    channel,
    user,
    text,
    blocks,
    reactions,
    threadTs,
    replyCount,
    files: filesView(workspace, message),
    ...flags,
  };
}

function filesView(workspace: Workspace, message: StoredMessage): readonly SharedFile[] {
  return message.files.flatMap((id) => {
    const file = workspace.files.get(id);
    if (!file) return [];
    const name = file.deleted ? 'This file was deleted.' : file.name;
    const mimetype = file.deleted ? '' : kindOf(file.name).mimetype;
    return [{ id, name, mimetype, size: file.bytes.length, url: `/sandbox/file/${id}`, altText: file.altText }];
  });
}

function viewView({ id, body, errors }: StoredView): View {
  const type = body.type === 'home' ? 'home' : 'modal';
  return {
    id,
    type,
    callbackId: typeof body.callback_id === 'string' ? body.callback_id : '',
    title: words(body.title) ?? '',
    submit: words(body.submit),
    close: words(body.close),
    blocks: body.blocks,
    errors,
  };
}

function words(text: unknown): string | null {
  const { text: inner } = record(text);
  return typeof inner === 'string' ? inner : null;
}
