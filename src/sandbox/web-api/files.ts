import type { Args } from '../arguments.ts';
import { count, record, required, structure, text } from '../arguments.ts';
import { checkedBlocks } from '../compose.ts';
import { fileObject } from '../file-shape.ts';
import type { Block } from '../page-api.ts';
import { Refusal, refusalWith } from '../refusal.ts';
import { addFile, deleteFile, share, watchScan } from '../sharing.ts';
import type { StoredFile, Workspace } from '../workspace.ts';
import { isMember } from '../workspace.ts';
import type { Answer, Methods } from './method.ts';
import { joinedChannel } from './method.ts';

/** The app reaches its own files and those shared where it is a member. */
export function canReach(workspace: Workspace, file: StoredFile): boolean {
  const bot = workspace.seed.app.userId;
  return file.user === bot || file.shares.some(({ channel }) => isMember(workspace, channel, bot));
}

function reachableFile(workspace: Workspace, args: Args): StoredFile {
  const file = workspace.files.get(text(args, 'file') ?? '');
  if (!file || file.pending || !canReach(workspace, file))
    throw new Refusal(file?.deleted ? 'file_deleted' : 'file_not_found');
  if (file.deleted) throw new Refusal('file_deleted');
  return file;
}

function info(workspace: Workspace, args: Args): Answer {
  const file = fileObject(workspace, reachableFile(workspace, args));
  return { ok: true, file, comments: [], response_metadata: { next_cursor: '' } };
}

function list(workspace: Workspace, args: Args): Answer {
  const [channel, user] = [text(args, 'channel'), text(args, 'user')];
  const [from, to] = [Number(text(args, 'ts_from') ?? 0), Number(text(args, 'ts_to') ?? Number.POSITIVE_INFINITY)];
  const all = [...workspace.files.values()].filter((file) => {
    const created = file.created / 1000;
    if (file.deleted || file.pending || !canReach(workspace, file)) return false;
    if (channel && !file.shares.some((place) => place.channel === channel)) return false;
    return (!user || file.user === user) && created >= from && created <= to;
  });
  const size = count(args, 'count', 100);
  const page = count(args, 'page', 1);
  const files = all.toReversed().slice((page - 1) * size, page * size);
  const paging = { count: size, total: all.length, page, pages: Math.ceil(all.length / size) };
  return { ok: true, files: files.map((file) => fileObject(workspace, file)), paging };
}

function remove(workspace: Workspace, args: Args): Answer {
  const file = reachableFile(workspace, args);
  if (file.user !== workspace.seed.app.userId) throw new Refusal('cant_delete_file');
  deleteFile(workspace, file);
  return { ok: true };
}

function getUploadUrl(workspace: Workspace, args: Args): Answer {
  const name = required(args, 'filename');
  if (count(args, 'length', 0) === 0) throw refusalWith('invalid_arguments', ['missing required field: length']);
  const altText = text(args, 'alt_text') ?? text(args, 'alt_txt') ?? '';
  const file = addFile(workspace, { name, altText, user: workspace.seed.app.userId, bytes: Buffer.alloc(0) }, true);
  return { ok: true, upload_url: `${workspace.origin}/upload/v1/${file.id}`, file_id: file.id };
}

/** Ends an upload. The files' message comes when Slack has scanned them, later than this answer. */
function completeUpload(workspace: Workspace, args: Args): Answer {
  const asked = structure(args, 'files');
  if (!Array.isArray(asked) || asked.length === 0)
    throw refusalWith('invalid_arguments', ['missing required field: files']);
  const channel = text(args, 'channel_id') ?? text(args, 'channels');
  if (channel) joinedChannel(workspace, channel);
  const blocks = blocksOf(workspace, args);
  const readyAt = workspace.clock.now() + workspace.fileProcessingMs;
  const done = asked.map((entry) => completed(workspace, record(entry), readyAt));
  for (const file of done) workspace.files.set(file.id, file);
  if (channel) {
    const posting = {
      files: done.map(({ id }) => id),
      channel,
      user: workspace.seed.app.userId,
      threadTs: text(args, 'thread_ts') ?? null,
    };
    const post = () => share(workspace, { ...posting, text: text(args, 'initial_comment') ?? '', blocks });
    workspace.clock.setTimeout(post, workspace.fileProcessingMs);
  } else {
    for (const file of done) watchScan(workspace, file);
  }
  return { ok: true, files: done.map((file) => fileObject(workspace, file)) };
}

function completed(workspace: Workspace, entry: Answer, readyAt: number): StoredFile {
  const file = workspace.files.get(String(entry.id));
  if (!file?.pending || file.bytes.length === 0) throw new Refusal('file_not_found');
  return { ...file, title: text(entry, 'title') ?? file.name, pending: false, readyAt };
}

/** The comment wins over blocks. */
function blocksOf(workspace: Workspace, args: Args): readonly Block[] {
  const given = structure(args, 'blocks');
  return Array.isArray(given) && !text(args, 'initial_comment') ? checkedBlocks(workspace, given) : [];
}

export const files: Methods = {
  'files.info': { scopes: ['files:read'], run: info },
  'files.list': { scopes: ['files:read'], run: list },
  'files.delete': { scopes: ['files:write'], run: remove },
  'files.getUploadURLExternal': { scopes: ['files:write'], run: getUploadUrl },
  'files.completeUploadExternal': { scopes: ['files:write'], run: completeUpload },
};
