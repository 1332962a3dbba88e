import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { copyFile, link, lstat, mkdir, opendir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../domain/fault.ts';
import type { Drop, Drops, FoundDrop } from '../../ports/drops.ts';
import type { Log } from '../../ports/log.ts';

type Options = {
  readonly folder: string;
  readonly log: Log;
  /** The last part of a stranger's path, fit to be shown. */
  readonly nameOf: (path: string) => string;
  /** Throws Fault('invalid') for a file that is empty or too large. */
  readonly fits: (size: number, name: string) => void;
  /** Milliseconds for which a file must not change before it counts as whole. */
  readonly stillFor?: number;
  /** Milliseconds after which a file that was set aside was left by a process that was killed: taking one never takes so long. */
  readonly leftBehindAfter?: number;
};

const root = 'inbox';

/** The inbox in a folder: `<folder>/inbox`, and folders in it. A file is whole once its size and time stand still. */
export function diskDrops({ folder, log, nameOf, fits, stillFor = 5_000, leftBehindAfter = 600_000 }: Options): Drops {
  const place = (key: string) => {
    if (!key.startsWith(`${root}/`) || key.split('/').includes('..')) throw new Error('that is no place in the inbox');
    return join(folder, ...key.split('/'));
  };
  const skip = (path: string) => (error: unknown) => {
    log.warn(
      { err: error, path },
      'something in the inbox cannot be read; let the user that runs Penny read and write there',
    );
  };

  return {
    async found() {
      const inbox = join(folder, root);
      await mkdir(inbox, { recursive: true, mode: 0o700 });
      const seen = new Map<string, Stats>();
      for await (const path of filesIn(inbox, { skip, leftBehindAfter })) {
        const before = await lstat(path).catch(skip(path));
        if (before) seen.set(path, before);
      }
      if (seen.size > 0) await pause(stillFor);
      const found: FoundDrop[] = [];
      for (const [path, before] of seen) {
        const version = await versionOf(path, before).catch(skip(path));
        const key = relative(folder, path).split(sep).join('/');
        if (version) found.push({ key, version, name: nameOf(key) });
      }
      return found;
    },

    async fetch({ key, version }, work) {
      const path = place(key);
      const { size } = await lstat(path).catch(gone);
      fits(size, key);
      if ((await versionOf(path).catch(gone)) !== version) throw replaced();
      const [, sha256 = ''] = version.split(' ');
      return work({ path, size, sha256 }); // the store makes sure that what it copies has this hash
    },

    async remove(drop) {
      await setAside(place(drop.key), drop, (aside) => rm(aside));
    },

    async refuse(drop, id) {
      const to = join(folder, 'refused', id, basename(drop.key));
      await setAside(place(drop.key), drop, async (aside) => {
        await mkdir(dirname(to), { recursive: true, mode: 0o700 });
        await move(aside, to);
      });
    },
  };
}

/** Files that are neither hidden nor links, folder by folder; puts back what a killed process had set aside. */
async function* filesIn(folder: string, how: Walk): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(how.skip(folder));
  for await (const entry of entries ?? []) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) await putBack(path, how.leftBehindAfter);
    else if (entry.isDirectory()) yield* filesIn(path, how);
    else if (entry.isFile()) yield path;
  }
}
type Walk = { readonly skip: (path: string) => (error: unknown) => void; readonly leftBehindAfter: number };

/** Time and content of a file; nothing when it changed since `before`, or while it was looked at. */
async function versionOf(path: string, before?: Stats): Promise<string | null> {
  const first = await lstat(path);
  if (!first.isFile() || (before && !isSame(first, before))) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return isSame(first, await lstat(path)) ? `${first.mtimeMs} ${hash.digest('hex')}` : null;
}

const isSame = (a: Stats, b: Stats): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs;

/**
 * Does `work` with the file under another, hidden name in its folder, which no scanner writes to: so what is looked at is what is taken, and a file that
 * took its place meanwhile goes back.
 */
async function setAside(path: string, { version }: Drop, work: (aside: string) => Promise<void>): Promise<void> {
  const aside = join(dirname(path), `.${randomUUID()}${taken}${fitting(basename(path))}`);
  try {
    if ((await versionOf(path)) !== version) return;
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw new Fault('forbidden', 'Penny may not take files out of her inbox; let her user read and write there.', {
      cause: error,
    });
  }
  if ((await versionOf(aside)) === version) await work(aside);
  else await restore(aside, path);
}

const taken = '.taken.';

/** With what stands before it, no name is longer than a file system allows: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const fitting = (name: string): string => {
  let short = name;
  while (Buffer.byteLength(short) > 200) short = [...short].slice(1).join('');
  return short;
};

async function putBack(aside: string, leftBehindAfter: number): Promise<void> {
  const [, name] = /^\.[0-9a-f-]{36}\.taken\.(.+)$/s.exec(basename(aside)) ?? [];
  if (name === undefined) return;
  const { ctimeMs } = await lstat(aside).catch(() => ({ ctimeMs: Date.now() })); // put back meanwhile
  if (Date.now() - ctimeMs >= leftBehindAfter) await restore(aside, join(dirname(aside), name));
}

/** Never over another file: then it waits until that one is gone. */
async function restore(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
    await rm(aside);
  } catch (error) {
    if (isMissing(error) || isThere(error)) return;
    if (!(await isFree(path))) return;
    await rename(aside, path); // a disk without links (a scanner's card, a share of another system)
  }
}

const isFree = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    (error: unknown) => isMissing(error),
  );

/** Also to another disk, where the name shows no half file. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: unknown) => {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyFile(from, `${to}.half`);
    await rename(`${to}.half`, to);
    await rm(from);
  });
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';
const isThere = (error: unknown): boolean => codeOf(error) === 'EEXIST';

const replaced = (cause?: unknown): Fault =>
  new Fault(
    'missing',
    'The file left the inbox, or was replaced there, before Penny could read it. Put it there again if it is still needed.',
    { cause },
  );

function gone(error: unknown): never {
  throw isMissing(error) ? replaced(error) : error;
}
