import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../src/domain/fault.ts';
import type { Saying } from '../../src/domain/reply.ts';
import type { Mark } from '../../src/ports/outbox.ts';
import type { NamedPicture, SlackChannel, Workspace } from '../../src/ports/workspace.ts';

const away = async (): Promise<never> => {
  throw new Fault('unavailable', 'Slack is away.');
};

/** A workspace that never answers. */
export const noWorkspace: Workspace = {
  file: away,
  fetch: away,
  person: away,
  channel: away,
  post: away,
  update: away,
  delivered: away,
  mark: away,
  upload: away,
  attach: away,
  directMessages: away,
  whisper: away,
  publishHome: away,
  permalink: async () => null,
  filesSince: away,
};

export type Shown = {
  readonly channel: string;
  readonly thread: string | null;
  readonly ts: string;
  readonly saying: Saying;
  readonly delivery: string;
};

/**
 * A small workspace in memory: files by id, what was posted, whispered and marked. Unlike Slack it is never late, never limits and never refuses;
 * `fails` makes the next calls of a method throw, after or before they took effect.
 */
export function smallWorkspace(
  files: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>> = {},
) {
  const posts: Shown[] = [];
  const marks = new Map<string, Mark>();
  const cleared: (readonly Mark[])[] = [];
  const whispers: { readonly person: string; readonly saying: Saying }[] = [];
  const uploads: NamedPicture[] = [];
  const homes = new Map<string, { readonly saying: Saying; readonly hash: string; readonly times: number }>();
  const attached: {
    readonly channel: string;
    readonly thread: string | null;
    readonly name: string;
    readonly says: string;
    readonly bytes: Buffer;
  }[] = [];
  const failing = new Map<keyof Workspace, { times: number; after: boolean }>();
  let clock = 100;
  const channels = new Map<string, Partial<SlackChannel> | null>();

  const failure = <T>(method: keyof Workspace, work: () => T): T => {
    const plan = failing.get(method);
    if (!plan || plan.times === 0) return work();
    plan.times -= 1;
    if (plan.after) work();
    throw new Fault('unavailable', `Slack did not answer to ${method}.`);
  };

  const workspace: Workspace = {
    async file(id) {
      const file = files[id];
      if (!file) throw new Fault('missing', 'This file was deleted before it could be read. Share it again.');
      return failure('file', () => ({
        id,
        name: file.name,
        size: file.bytes.length,
        sharedBy: null,
        message: `ts-${id}`,
        download: `https://files.slack.com/${id}`,
      }));
    },
    async fetch({ id, size }, work) {
      const bytes = failure('fetch', () => files[id]?.bytes ?? new Uint8Array());
      const folder = await mkdtemp(join(tmpdir(), 'penny-fetch-'));
      try {
        const path = join(folder, 'file');
        await writeFile(path, bytes);
        return await work({ path, size, sha256: createHash('sha256').update(bytes).digest('hex') });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    person: async (id) => ({ id, team: 'T1', name: id, zone: 'UTC', standing: 'member' }),
    channel: async (id) => {
      const known = channels.get(id);
      const open = { name: id.slice(1).toLowerCase(), isMember: true, isArchived: false, isShared: false };
      return known === null ? null : { ...open, ...known };
    },
    post: async (channel, thread, saying, delivery) =>
      failure('post', () => {
        clock += 1;
        posts.push({ channel, thread, ts: `${clock}.0`, saying, delivery });
        return `${clock}.0`;
      }),
    update: async (channel, ts, saying) =>
      failure('update', () => {
        const at = posts.findIndex((post) => post.channel === channel && post.ts === ts);
        const old = posts[at];
        if (!old) throw new Fault('missing', 'This message is gone.');
        posts[at] = { ...old, saying };
      }),
    delivered: async (_channel, _thread, delivery) => posts.find((post) => post.delivery === delivery)?.ts ?? null,
    mark: async (_channel, ts, mark, others) => {
      cleared.push(others);
      await failure('mark', () => void marks.set(ts, mark));
    },
    upload: async (picture) =>
      failure('upload', () => {
        uploads.push(picture);
        return `FPICTURE${String(uploads.length).padStart(4, '0')}`;
      }),
    attach: async (channel, thread, { name, says, content }) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      return failure('attach', () => {
        attached.push({ channel, thread, name, says, bytes: Buffer.concat(pieces) });
        return `FATTACHED${String(attached.length).padStart(3, '0')}`;
      });
    },
    directMessages: async (person) => `D${person}`,
    whisper: async (_channel, person, saying) => void whispers.push({ person, saying }),
    publishHome: async (person, saying, hash) =>
      failure('publishHome', () => {
        const before = homes.get(person);
        if (hash !== null && before && hash !== before.hash) return null;
        const times = (before?.times ?? 0) + 1;
        homes.set(person, { saying, times, hash: `${times}.${person}` });
        return `${times}.${person}`;
      }),
    permalink: async (channel, ts) => `https://slack.example/archives/${channel}/${ts}`,
    filesSince: async () => Object.keys(files).map((id) => ({ id, user: 'UCLEO' })),
  };
  return {
    workspace,
    posts,
    /** What is not an open channel with Penny in it; null is one that she does not see. */
    channels,
    attached,
    marks,
    cleared,
    whispers,
    uploads,
    homes,
    fails: (method: keyof Workspace, times: number, after = false) => void failing.set(method, { times, after }),
  };
}
