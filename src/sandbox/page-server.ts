import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from './acts/act.ts';
import { act } from './acts/act.ts';
import { parseAction, parseLookUp } from './acts/action.ts';
import { lookUp } from './acts/look-up.ts';
import { readBody } from './arguments.ts';
import type { Delivery } from './delivery.ts';
import { kindOf } from './file-shape.ts';
import type { ActionResult, Offered } from './page-api.ts';
import type { Bundle } from './page-bundle.ts';
import { pageBundle } from './page-bundle.ts';
import type { SeedPerson } from './seed.ts';
import type { SnapshotParts } from './snapshot.ts';
import { maySee, snapshot } from './snapshot.ts';
import { dropFile } from './upload.ts';

export type SampleFile = { readonly name: string; readonly description: string; readonly path: string };

export type PageParts = SnapshotParts & {
  readonly delivery: Pick<Delivery, 'ask'>;
  readonly sampleFiles: readonly SampleFile[];
};

/** Answers one request of the page; false when the path is none of its own. */
export type PageServer = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

const COALESCE_MS = 50;
const CSP =
  "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

export function pageServer(parts: PageParts): PageServer {
  const bundle = pageBundle();
  return async (request, response, url) => {
    const { pathname } = url;
    if (pathname === '/') return sendShell(response, await bundle());
    if (pathname === '/page.js') return send(response, 'text/javascript', (await bundle())?.js ?? '');
    if (pathname === '/page.css') return send(response, 'text/css', (await bundle())?.css ?? '');
    if (pathname.startsWith('/archives/')) return sendToMessage(response, url);
    if (!pathname.startsWith('/sandbox/')) return false;
    if (!isOwnPage(request)) return send(response, 'text/plain', 'Only the sandbox’s own page may ask this.', 403);
    return answer(parts, request, response, url);
  };
}

/** A permalink, as `chat.getPermalink` gives it, leads to the place in the page. */
function sendToMessage(response: ServerResponse, { pathname, searchParams }: URL): boolean {
  const [, , channel = '', message = ''] = pathname.split('/');
  const ts = message.replace(/^p(\d+)(\d{6})$/, '$1.$2');
  const place = new URLSearchParams({ at: channel, thread: searchParams.get('thread_ts') ?? ts });
  response.writeHead(302, { location: `/#${place}` }).end();
  return true;
}

/** Keeps foreign web pages out: they can reach 127.0.0.1 too, but cannot hide where they come from. */
export function isOwnPage(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  const { origin, 'sec-fetch-site': site } = request.headers;
  return (
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}

async function answer(
  parts: PageParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const [, , what, id] = url.pathname.split('/');
  const person = askedPerson(parts, url.searchParams.get('as'));
  if (what === 'file') return sendFile(parts, response, id ?? '', url.searchParams.has('as') ? person : undefined);
  if (!person) return sendResult(response, { ok: false, error: 'Nobody here has this id.' }, 404);
  const actor: Actor = { workspace: parts.workspace, delivery: parts.delivery, person };
  switch (`${request.method} ${what}`) {
    case 'GET snapshot':
      return send(response, 'application/json', JSON.stringify(snapshot(parts, person)));
    case 'GET live':
      return sendLive(parts, response, person.id);
    case 'POST act':
      return sendAct(response, actor, (await readBody(request)).toString());
    case 'POST look-up':
      return sendOffered(response, actor, (await readBody(request)).toString());
    case 'POST upload':
      return sendResult(response, dropFile(actor, { ...target(url), bytes: await readBody(request) }));
    case 'POST sample':
      return sendResult(response, await dropSample(actor, parts.sampleFiles, url));
    default:
      return send(response, 'text/plain', 'not found', 404);
  }
}

async function sendAct(response: ServerResponse, actor: Actor, body: string): Promise<boolean> {
  const action = parseAction(body);
  if (!action) return sendResult(response, { ok: false, error: 'The sandbox does not understand this action.' }, 400);
  return sendResult(response, await act(actor, action));
}

async function sendOffered(response: ServerResponse, actor: Actor, body: string): Promise<boolean> {
  const typed = parseLookUp(body);
  if (!typed) return sendResult(response, { ok: false, error: 'The sandbox does not understand this.' }, 400);
  return sendResult(response, await lookUp(actor, typed));
}

/** The first person of the workspace when none is named: whoever opens the page has to begin as somebody. */
function askedPerson({ workspace }: PageParts, id: string | null): SeedPerson | undefined {
  return id
    ? workspace.people.get(id)
    : [...workspace.people.values()].find(({ isBot, deleted }) => !isBot && !deleted);
}

function target(url: URL) {
  const value = (name: string) => url.searchParams.get(name) ?? undefined;
  return {
    channel: value('channel') ?? '',
    name: value('name') ?? 'file',
    threadTs: value('thread_ts'),
    comment: value('comment'),
  };
}

async function dropSample(actor: Actor, samples: readonly SampleFile[], url: URL): Promise<ActionResult> {
  const wanted = target(url);
  const sample = samples.find(({ name }) => name === wanted.name);
  if (!sample) return { ok: false, error: `There is no sample called ${wanted.name}.` };
  return dropFile(actor, { ...wanted, bytes: await readFile(sample.path) });
}

/** Whole snapshots: the first at once, then one after each change, at most every 50 ms. */
function sendLive(parts: PageParts, response: ServerResponse, id: string): boolean {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  let timer: NodeJS.Timeout | undefined;
  const push = () => {
    timer = undefined;
    const me = parts.workspace.people.get(id);
    if (me) response.write(`data: ${JSON.stringify(snapshot(parts, me))}\n\n`);
  };
  push();
  const stop = parts.workspace.onChange(() => {
    timer ??= setTimeout(push, COALESCE_MS);
  });
  response.on('close', () => {
    stop();
    clearTimeout(timer);
  });
  return true;
}

function sendFile(
  { workspace }: PageParts,
  response: ServerResponse,
  id: string,
  person: SeedPerson | undefined,
): boolean {
  const file = workspace.files.get(id);
  if (!file || file.deleted || (person && !maySee(workspace, person, file)))
    return send(response, 'text/plain', 'not found', 404);
  const { mimetype } = kindOf(file.name);
  // A shared HTML or SVG file must not run as a page of the sandbox.
  const safe = /^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain)$/.test(mimetype);
  response.setHeader(
    'content-disposition',
    `${safe ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
  return send(response, safe ? mimetype : 'application/octet-stream', file.bytes);
}

function sendShell(response: ServerResponse, bundle: Bundle | undefined): boolean {
  response.setHeader('content-security-policy', CSP);
  if (bundle) return send(response, 'text/html', bundle.html);
  return send(response, 'text/plain', 'The sandbox is running. Its page is not part of this copy.');
}

function sendResult(response: ServerResponse, result: ActionResult | Offered, status = 200): boolean {
  return send(response, 'application/json', JSON.stringify(result), status);
}

function send(response: ServerResponse, type: string, body: string | Buffer, status = 200): boolean {
  const charset = /^text\/|json/.test(type) ? '; charset=utf-8' : '';
  response
    .writeHead(status, {
      'content-type': type + charset,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(body);
  return true;
}
