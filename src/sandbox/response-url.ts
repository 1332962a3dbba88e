import type { Args } from './arguments.ts';
import { flag, structure, text } from './arguments.ts';
import { slackFiles } from './block-kit/walk.ts';
import { readContent } from './compose.ts';
import { announceMessage } from './events.ts';
import { newId } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { ResponseUrl, StoredMessage, Workspace } from './workspace.ts';
import { draft, findMessage, putMessage, removeMessage } from './workspace.ts';

const GOOD_FOR_MS = 30 * 60_000;
const MAX_USES = 5;

export type Origin = Pick<ResponseUrl, 'user' | 'channel' | 'threadTs' | 'original'>;

/** Makes an address at which the app may answer one command or interaction: five times within half an hour. */
export function newResponseUrl(workspace: Workspace, from: Origin): ResponseUrl {
  const made = { ...from, id: newId('', 24), uses: 0, expiresAt: workspace.clock.now() + GOOD_FOR_MS };
  workspace.responseUrls.set(made.id, made);
  return made;
}

export function addressOf(workspace: Workspace, { id }: ResponseUrl): string {
  return `${workspace.origin}/actions/${workspace.seed.team.id}/${id}`;
}

export type Responded = { readonly status: number; readonly body: string };

/** The app posts to a response_url. */
export function respond(workspace: Workspace, id: string, args: Args): Responded {
  const url = workspace.responseUrls.get(id);
  if (!url) return refused(404, 'invalid_response_url');
  if (workspace.clock.now() > url.expiresAt) return refused(404, 'expired_url');
  if (url.uses >= MAX_USES) return refused(404, 'used_url');
  workspace.responseUrls.set(id, { ...url, uses: url.uses + 1 });
  try {
    applyResponse(workspace, id, args);
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (error instanceof Refusal) return refused(400, error.code, error.more);
    throw error;
  }
}

function refused(status: number, error: string, more: Readonly<Record<string, unknown>> = {}): Responded {
  return { status, body: JSON.stringify({ ok: false, error, ...more }) };
}

/** Also what an app may return in the acknowledgement of a command: the same fields mean the same. */
export function applyResponse(workspace: Workspace, id: string, args: Args): void {
  const url = workspace.responseUrls.get(id);
  if (!url) return;
  const original = url.original ? findMessage(workspace, url.channel, url.original) : undefined;
  if (flag(args, 'delete_original')) {
    if (original) removeMessage(workspace, original.channel, original.ts);
    if (!text(args, 'text') && !structure(args, 'blocks')) return;
  }
  const content = readContent(workspace, args);
  // The file belongs to the app alone, and a response is not the app's own message: Slack refuses such pictures here.
  const picture = slackFiles(content.blocks, '/blocks')[0];
  if (picture)
    throw new Refusal('invalid_blocks', { errors: [`invalid slack file [json-pointer:${picture.pointer}]`] });
  if (flag(args, 'replace_original') && original) {
    const edited = content.blocks.length > 0 ? original.edited : workspace.nextTs();
    putMessage(workspace, { ...original, ...content, edited });
    return;
  }
  const message: StoredMessage = {
    ...draft(workspace, url.channel, workspace.seed.app.userId),
    ...content,
    threadTs: text(args, 'thread_ts') ?? url.threadTs,
    onlyFor: args.response_type === 'in_channel' ? null : url.user,
  };
  putMessage(workspace, message);
  announceMessage(workspace, message);
  // A command has no original until its first answer.
  const now = workspace.responseUrls.get(id) ?? url;
  if (!url.original) workspace.responseUrls.set(id, { ...now, original: message.ts });
}
