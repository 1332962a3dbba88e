import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DownloadSettings, fetched, sweep } from '../../../src/adapters/slack/download.ts';
import type { SlackFile } from '../../../src/ports/workspace.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let handle: Handler;
let seen: { readonly url: string; readonly authorization: string | undefined }[];
const server = createServer((request, response) => {
  seen.push({ url: request.url ?? '', authorization: request.headers.authorization });
  handle(request, response);
});

let settings: DownloadSettings;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const temp = await mkdtemp(join(tmpdir(), 'penny-download-'));
  settings = { botToken: 'xoxb-test', fileHosts: [`127.0.0.1:${port}`], mostBytes: () => 1_000_000, temp };
});
beforeEach(() => {
  seen = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(settings.temp, { recursive: true });
});

const bytes = Buffer.from('%PDF-1.4 and so on');
const file = (more: Partial<SlackFile> = {}): SlackFile => ({
  id: 'F0ABCDEFGH',
  name: '../../etc/passwd',
  size: bytes.length,
  sharedBy: null,
  message: null,
  download: `http://${settings.fileHosts[0]}/files-pri/a.pdf`,
  ...more,
});
const serve =
  (status: number, headers: Record<string, string>, body: Buffer | string): Handler =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

test('a local copy with its hash, for the owner alone, gone afterwards', async () => {
  handle = serve(200, { 'content-type': 'application/pdf' }, bytes);

  const path = await fetched(file(), settings, async (local) => {
    expect(local.size).toBe(bytes.length);
    expect(local.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await readFile(local.path)).toEqual(bytes);
    expect((await stat(local.path)).mode & 0o777).toBe(0o600);
    return local.path;
  });

  expect(path.startsWith(settings.temp)).toBe(true);
  expect(path).not.toContain('passwd');
  expect(await readdir(settings.temp)).toEqual([]);
  expect(seen).toEqual([{ url: '/files-pri/a.pdf', authorization: 'Bearer xoxb-test' }]);
});

test('the copy is gone when the work fails', async () => {
  handle = serve(200, {}, bytes);

  await expect(fetched(file(), settings, () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  expect(await readdir(settings.temp)).toEqual([]);
});

test.each([
  [
    'the login page',
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    '<!DOCTYPE html><title>Sign in</title>',
    'invalid',
    'files:read',
  ],
  ['a redirect', 302, { location: 'http://127.0.0.1:1/elsewhere' }, '', 'invalid', 'files:read'],
  ['a redirect on the same host', 302, { location: '/login' }, '', 'invalid', 'files:read'],
  ['no access', 403, {}, '', 'invalid', 'files:read'],
  ['a deleted file', 404, {}, '', 'missing', 'not there any more'],
  ['too many requests', 429, { 'retry-after': '1' }, '', 'unavailable', 'right now'],
  ['an outage', 503, {}, '', 'unavailable', 'right now'],
  ['half a file', 200, { 'content-type': 'application/pdf' }, '%PDF', 'unavailable', 'only a part'],
  [
    'more than was announced',
    200,
    { 'content-type': 'application/pdf' },
    'x'.repeat(500),
    'unavailable',
    'only a part',
  ],
])('%s', async (_, status, headers, body, code, says) => {
  handle = serve(status, headers as Record<string, string>, body);
  let worked = false;

  const attempt = fetched(file(), settings, async () => {
    worked = true;
  });

  await expect(attempt).rejects.toMatchObject({ name: 'Fault', code });
  await expect(attempt).rejects.toThrow(says);
  expect(worked).toBe(false);
  expect(seen).toHaveLength(1);
  expect(await readdir(settings.temp)).toEqual([]);
});

test('a page that somebody shared is a file like any other', async () => {
  const page = Buffer.from('<html>an invoice</html>');
  handle = serve(200, { 'content-type': 'text/html' }, page);

  expect(await fetched(file({ size: page.length }), settings, async ({ size }) => size)).toBe(page.length);
});

test('a connection that breaks may be tried again', async () => {
  handle = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('%PDF');
    setImmediate(() => response.destroy());
  };

  await expect(fetched(file({ size: 1000 }), settings, async () => undefined)).rejects.toMatchObject({
    code: 'unavailable',
  });
});

test('a file that says it is too large is not asked for', async () => {
  await expect(fetched(file({ size: 1_000_001 }), settings, async () => undefined)).rejects.toThrow('larger than');

  expect(seen).toEqual([]);
});

test('a file that is larger than it said is given up at the limit', async () => {
  const flood = Buffer.alloc(64 * 1024);
  let sent = 0;
  const ended = new Promise<void>((resolve) => {
    handle = (_, response) => {
      response.on('close', resolve);
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += flood.length;
          if (!response.write(flood)) return void response.once('drain', more);
        }
      };
      more();
    };
  });

  await expect(fetched(file(), settings, async () => undefined)).rejects.toThrow('larger than');

  await ended;
  expect(sent).toBeLessThan(50_000_000);
  expect(await readdir(settings.temp)).toEqual([]);
});

test('a file of another service is never asked for', async () => {
  await expect(
    fetched(file({ download: 'https://docs.google.com/x' }), settings, async () => undefined),
  ).rejects.toMatchObject({ code: 'invalid' });

  expect(seen).toEqual([]);
});

test('what a killed process left is swept away, what is worked on is not', async () => {
  const [old, young, foreign] = ['old.shared', 'young.shared', 'other.txt'].map((name) =>
    join(settings.temp, name),
  ) as [string, string, string];
  for (const path of [old, young, foreign]) await writeFile(path, 'x');
  const longAgo = new Date(Date.now() - 7_200_000);
  await utimes(old, longAgo, longAgo);
  await utimes(foreign, longAgo, longAgo);

  await sweep(settings.temp, new Date(Date.now() - 3_600_000));
  await sweep(join(settings.temp, 'not-there'), new Date());

  expect((await readdir(settings.temp)).sort()).toEqual(['other.txt', 'young.shared']);
});
