import type { SandboxClock } from './clock.ts';
import { newId, timestamps } from './ids.ts';
import type { Block } from './page-api.ts';
import type { SeedChannel, SeedPerson, WorkspaceSeed } from './seed.ts';
import { directMessage } from './seed.ts';

export type StoredMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly files: readonly string[];
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly threadTs: string | null;
  /** Timestamp of the last change. */
  readonly edited: string | null;
  /** The one person who sees an ephemeral message. */
  readonly onlyFor: string | null;
  readonly subtype: string | null;
  readonly metadata: unknown;
};

export type Share = { readonly channel: string; readonly ts: string; readonly threadTs: string | null };

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly user: string;
  readonly bytes: Buffer;
  readonly created: number;
  /** Until then Slack scans it: no mimetype, no shares, not to be used in a block. */
  readonly readyAt: number;
  /** Given an upload address, but not yet completed. */
  readonly pending: boolean;
  readonly deleted: boolean;
  readonly shares: readonly Share[];
};

export type StoredView = {
  readonly id: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly hash: string;
  /** As the app sent it, block and action ids filled in. */
  readonly body: Readonly<Record<string, unknown>> & { readonly type: string; readonly blocks: readonly Block[] };
  readonly errors: Readonly<Record<string, string>>;
};

export type Trigger = {
  readonly user: string;
  readonly expiresAt: number;
  readonly used: boolean;
  readonly viewId: string | null;
};

export type ResponseUrl = {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly threadTs: string | null;
  /** The message that "original" means. */
  readonly original: string | null;
  readonly uses: number;
  readonly expiresAt: number;
};

/** All that the sandbox knows. The maps are changed in place; what they hold is replaced, never changed. */
export type Workspace = {
  readonly seed: WorkspaceSeed;
  readonly clock: SandboxClock;
  readonly fileProcessingMs: number;
  /** Address of the server, without a slash at the end. */
  readonly origin: string;
  readonly botToken: string;
  readonly people: Map<string, SeedPerson>;
  readonly channels: Map<string, SeedChannel>;
  readonly messages: Map<string, readonly StoredMessage[]>;
  readonly files: Map<string, StoredFile>;
  /** Open modals of a person, the topmost last. */
  readonly modals: Map<string, readonly StoredView[]>;
  readonly homes: Map<string, StoredView>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** The newest timestamp a person has read, by `person:channel`. */
  readonly read: Map<string, string>;
  nextTs(): string;
  /** Tells everyone who watches that there is something new to see. */
  changed(): void;
  onChange(listener: () => void): () => void;
  /** Sends one `event_callback` body to the app. */
  readonly deliver: (body: Readonly<Record<string, unknown>>) => void;
};

export type WorkspaceParts = Pick<Workspace, 'seed' | 'clock' | 'fileProcessingMs' | 'origin' | 'botToken' | 'deliver'>;

export function createWorkspace(parts: WorkspaceParts): Workspace {
  const listeners = new Set<() => void>();
  return {
    ...parts,
    people: new Map(parts.seed.people.map((person) => [person.id, person])),
    channels: new Map(parts.seed.channels.map((channel) => [channel.id, channel])),
    messages: new Map(),
    files: new Map(),
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    read: new Map(),
    nextTs: timestamps(() => parts.clock.now()),
    changed() {
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function messagesOf(workspace: Workspace, channel: string): readonly StoredMessage[] {
  return workspace.messages.get(channel) ?? [];
}

export function findMessage(workspace: Workspace, channel: string, ts: string): StoredMessage | undefined {
  return messagesOf(workspace, channel).find((message) => message.ts === ts);
}

export function putMessage(workspace: Workspace, message: StoredMessage): void {
  const others = messagesOf(workspace, message.channel).filter(({ ts }) => ts !== message.ts);
  // Order is by time of posting; an update keeps its place.
  const all = [...others, message].sort((a, b) => Number(a.ts) - Number(b.ts));
  workspace.messages.set(message.channel, all);
  workspace.changed();
}

export function removeMessage(workspace: Workspace, channel: string, ts: string): void {
  workspace.messages.set(
    channel,
    messagesOf(workspace, channel).filter((message) => message.ts !== ts),
  );
  workspace.changed();
}

/** What a new message has unless it is said otherwise. */
export function draft(workspace: Workspace, channel: string, user: string): StoredMessage {
  return {
    channel,
    ts: workspace.nextTs(),
    user,
    text: '',
    blocks: [],
    files: [],
    reactions: [],
    threadTs: null,
    edited: null,
    onlyFor: null,
    subtype: null,
    metadata: null,
  };
}

export function isMember(workspace: Workspace, channel: string, user: string): boolean {
  return workspace.channels.get(channel)?.members.includes(user) ?? false;
}

/** The direct message between the app and a person; made when there is none yet. */
export function openDirectMessage(workspace: Workspace, person: string): SeedChannel {
  for (const channel of workspace.channels.values()) {
    if (channel.kind === 'im' && channel.members.includes(person)) return channel;
  }
  const made = directMessage(newId('D', 9), person, workspace.seed.app.userId);
  workspace.channels.set(made.id, made);
  workspace.changed();
  return made;
}

export function isReady(workspace: Workspace, file: StoredFile): boolean {
  return !file.pending && workspace.clock.now() >= file.readyAt;
}
