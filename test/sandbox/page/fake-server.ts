import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Action, ActionResult, Snapshot } from '../../../src/sandbox/page-api.ts';
import { workspace } from './fake-workspace.ts';

const page = fileURLToPath(new URL('../../../src/sandbox/page/', import.meta.url));

export type Sent = {
  readonly as: string | null;
  readonly path: string;
  readonly action?: Action;
  readonly query: URLSearchParams;
  readonly bytes: number;
};

/**
 * Serves the page and answers it from memory. Unlike the real server it knows no app: it records what the page says,
 * answers as told, and shows whatever snapshot a test sets.
 */
export async function startFakeServer() {
  const files = await bundle();
  const sent: Sent[] = [];
  const lines = new Set<{ readonly as: string | null; readonly response: ServerResponse }>();
  let change: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot;
  let answer: (sent: Sent) => ActionResult = () => ({ ok: true });
  const snapshot = (as: string | null) => change(workspace(as ?? 'U0ADA00001'));
  const tell = (line: { as: string | null; response: ServerResponse }) =>
    line.response.write(`data: ${JSON.stringify(snapshot(line.as))}\n\n`);

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const as = searchParams.get('as');
    if (pathname === '/sandbox/live') {
      const line = { as, response: response.writeHead(200, { 'content-type': 'text/event-stream' }) };
      lines.add(line);
      response.on('close', () => lines.delete(line));
      return tell(line);
    }
    if (request.method === 'POST') {
      const body = await whole(request);
      const one: Sent = {
        as,
        path: pathname,
        query: searchParams,
        bytes: body.length,
        ...(pathname === '/sandbox/act' ? { action: JSON.parse(body.toString()) } : {}),
      };
      sent.push(one);
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(one)));
    }
    if (pathname.startsWith('/sandbox/file/'))
      return response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture);
    const [type, content] = files[pathname] ?? ['text/plain', ''];
    return response.writeHead(content ? 200 : 404, { 'content-type': type }).end(content);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    sent,
    /** Sets how snapshots differ from the canned one and tells every open page. */
    show(next: (snapshot: Snapshot) => Snapshot) {
      change = next;
      for (const line of lines) tell(line);
    },
    answer(next: (sent: Sent) => ActionResult) {
      answer = next;
    },
    /** Forgets what was sent and told, for the next test. */
    reset() {
      sent.length = 0;
      change = (same) => same;
      answer = () => ({ ok: true });
    },
    /** Cuts every live line, as a stopped server does. */
    cut() {
      for (const { response } of lines) response.destroy();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function bundle(): Promise<Record<string, readonly [string, string]>> {
  const built = await build({
    entryPoints: [`${page}main.tsx`],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = (ending: string) => built.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return {
    '/': ['text/html; charset=utf-8', await readFile(`${page}index.html`, 'utf8')],
    '/page.js': ['text/javascript', text('.js')],
    '/page.css': ['text/css', text('.css')],
  };
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400"><rect width="640" height="400" fill="#fff"/>
${[120, 100, 150, 160, 210].map((height, index) => `<rect x="${70 + index * 105}" y="${320 - height}" width="70" height="${height}" fill="#0f7256"/>`).join('')}
<path d="M50 320H600" stroke="#55635f"/></svg>`;
