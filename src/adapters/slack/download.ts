import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Fetched, SlackFile } from '../../ports/workspace.ts';
import { allowedFile } from './file-hosts.ts';

export type DownloadSettings = {
  readonly botToken: string;
  readonly fileHosts: readonly string[];
  /** Bytes that a file of that name may have. */
  readonly mostBytes: (name: string) => number;
  /** The folder for local copies. */
  readonly temp: string;
};

/** Milliseconds: a minute, and a second more for each megabyte of a long table. */
const within = (bytes: number): number => 60_000 + bytes / 1_000;
const ending = '.shared';

/** `most`: the bytes that this file may have. */
type Downloading = DownloadSettings & { readonly most: number };

/**
 * Fetches a shared file to a local copy that is gone once `work` returns. Throws Fault('invalid') for a file that is too large or to which Penny has no
 * access, Fault('missing') for one that is gone, Fault('unavailable') for a way that broke.
 */
export async function fetched<T>(
  file: SlackFile,
  settings: DownloadSettings,
  work: (fetched: Fetched) => Promise<T>,
): Promise<T> {
  const most = settings.mostBytes(file.name);
  if (file.size > most) throw tooLarge(most);
  const url = allowedFile(file.download, settings.fileHosts);
  if (url === null)
    throw new Fault('invalid', 'That file is not stored in Slack. Download it, then share the file itself.');
  await mkdir(settings.temp, { recursive: true, mode: 0o700 });
  await sweep(settings.temp, new Date(Date.now() - leftBehindAfter));
  const path = join(settings.temp, `${randomUUID()}${ending}`);
  try {
    return await work({ path, ...(await download(url, path, file, { ...settings, most })) });
  } finally {
    await rm(path, { force: true });
  }
}

/** No work on a file takes this long: what is older was left by a process that was killed. */
export const leftBehindAfter = 600_000;

/** Removes copies that a killed process left behind. */
export async function sweep(temp: string, olderThan: Date): Promise<void> {
  for (const name of await readdir(temp).catch(() => [])) {
    const path = join(temp, name);
    if (!name.endsWith(ending)) continue;
    const { mtime } = await stat(path).catch(() => ({ mtime: new Date() })); // gone meanwhile, as it should be
    if (mtime < olderThan) await rm(path, { force: true });
  }
}

async function download(
  url: URL,
  path: string,
  file: SlackFile,
  settings: Downloading,
): Promise<Omit<Fetched, 'path'>> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), within(file.size));
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${settings.botToken}` },
      // a redirect would lead away from the listed host, or to the login page
      redirect: 'manual',
      signal: stop.signal,
    });
    refuse(response, settings);
    const local = await write(response, path, settings);
    if (local.size !== file.size)
      throw isPage(response)
        ? noAccess()
        : new Fault('unavailable', 'Slack sent only a part of the file. Penny tries again.');
    return local;
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('unavailable', 'The file could not be fetched from Slack. Penny tries again.', { cause: error });
  } finally {
    clearTimeout(late);
    stop.abort(); // also ends a transfer that was refused half-way
  }
}

function refuse(response: Response, { most }: Downloading): void {
  const { status } = response;
  if (status === 404 || status === 410)
    throw new Fault('missing', 'The file is not there any more. Share it again if it is still needed.');
  if (status === 401 || status === 403 || (status >= 300 && status < 400)) throw noAccess();
  if (status !== 200)
    throw new Fault('unavailable', 'Slack does not hand out the file right now. Penny tries again.', { cause: status });
  if (Number(response.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
}

/** Without access Slack answers 200 with its login page. */
const isPage = (response: Response): boolean => (response.headers.get('content-type') ?? '').startsWith('text/html');

const noAccess = () =>
  new Fault(
    'invalid',
    'Slack does not let Penny open this file. An admin must give the app the scope files:read and reinstall it.',
  );

const tooLarge = (most: number) =>
  new Fault(
    'invalid',
    `That file is larger than ${Math.floor(most / 1024 / 1024)} MB. Share a smaller scan, or one invoice at a time.`,
  );

/** Writes the body to disk, counting and hashing on the way; stops at the limit whatever the headers said. */
async function write(response: Response, path: string, { most }: Downloading): Promise<Omit<Fetched, 'path'>> {
  const hash = createHash('sha256');
  let size = 0;
  const out = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > most) throw tooLarge(most);
      hash.update(chunk);
      await out.writeFile(chunk);
    }
  } finally {
    await out.close();
  }
  return { size, sha256: hash.digest('hex') };
}
