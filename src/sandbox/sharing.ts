import { announce, announceMessage } from './events.ts';
import { newId } from './ids.ts';
import type { Block } from './page-api.ts';
import type { StoredFile, StoredMessage, Workspace } from './workspace.ts';
import { draft, putMessage } from './workspace.ts';

export type NewFile = {
  readonly name: string;
  readonly title?: string;
  readonly altText?: string;
  readonly user: string;
  readonly bytes: Buffer;
};

/** Files that go into a channel as one message. */
export type Posting = {
  readonly files: readonly string[];
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
};

export function addFile(workspace: Workspace, file: NewFile, pending = false): StoredFile {
  const now = workspace.clock.now();
  const stored: StoredFile = {
    id: newId('F'),
    name: file.name,
    title: file.title ?? file.name,
    altText: file.altText ?? '',
    user: file.user,
    bytes: file.bytes,
    created: now,
    readyAt: now + workspace.fileProcessingMs,
    pending,
    deleted: false,
    shares: [],
  };
  workspace.files.set(stored.id, stored);
  if (!pending) watchScan(workspace, stored);
  return stored;
}

/** Lets everyone who watches see the file once its scan is over. */
export function watchScan(workspace: Workspace, file: StoredFile): void {
  workspace.clock.setTimeout(() => workspace.changed(), Math.max(0, file.readyAt - workspace.clock.now()));
}

/** Posts the files' message and tells the app: `file_shared` for each file, and the message itself to an app with history scopes. */
export function share(workspace: Workspace, posting: Posting): StoredMessage {
  const { channel, user, threadTs } = posting;
  const message: StoredMessage = {
    ...draft(workspace, channel, user),
    text: posting.text,
    blocks: posting.blocks,
    files: posting.files,
    threadTs,
    subtype: 'file_share',
  };
  putMessage(workspace, message);
  for (const id of posting.files) {
    const file = workspace.files.get(id);
    if (!file) continue;
    workspace.files.set(id, { ...file, shares: [...file.shares, { channel, ts: message.ts, threadTs }] });
    const about = { file_id: id, user_id: user, file: { id }, channel_id: channel };
    announce(workspace, { type: 'file_shared', ...about, event_ts: workspace.nextTs() }, channel);
  }
  announceMessage(workspace, message);
  return message;
}

/** The file becomes a tombstone: its messages stay, its bytes are gone. */
export function deleteFile(workspace: Workspace, file: StoredFile): void {
  const channels = [...new Set(file.shares.map(({ channel }) => channel))];
  workspace.files.set(file.id, { ...file, deleted: true, bytes: Buffer.alloc(0), shares: [] });
  announce(workspace, { type: 'file_deleted', file_id: file.id, channel_ids: channels, event_ts: workspace.nextTs() });
  workspace.changed();
}
