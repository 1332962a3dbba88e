import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../domain/fault.ts';
import type { ObjectStore } from '../../ports/object-store.ts';

/** Keeps files in a folder, each under the first digits of its key: `<folder>/objects/ab/cd/<sha256>`, readable by this user alone. */
export function diskObjects(folder: string): ObjectStore {
  const place = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('the key of an object is 64 hex digits');
    return join(folder, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };

  return {
    async put(sha256, path) {
      const kept = place(sha256);
      await sweep(join(folder, 'objects', 'half'));
      const there = (await exists(kept)) ? await hashOf(kept) : null;
      if (there === sha256) return;
      const half = join(folder, 'objects', 'half', randomUUID());
      await mkdir(dirname(half), { recursive: true, mode: 0o700 });
      try {
        await copyFile(path, half);
        await chmod(half, 0o600);
        if ((await hashOf(half)) !== sha256) throw new Error('the file changed while it was being stored');
        await toDisk(half);
        await mkdir(dirname(kept), { recursive: true, mode: 0o700 });
        if (there === null) {
          await link(half, kept).catch(unlessThere); // a link never overwrites, and is whole at once
        } else {
          await rename(half, kept); // what a disk has damaged is not what the key promises: this mends it
        }
        await toDisk(dirname(kept));
      } finally {
        await rm(half, { force: true });
      }
    },

    has: (sha256) => exists(place(sha256)),

    async lend(sha256, work) {
      const kept = place(sha256);
      const found = (await exists(kept)) ? await hashOf(kept) : null;
      if (found !== sha256) {
        const says = found === null ? 'That file is not in the store any more.' : 'That file is damaged in the store.';
        throw new Fault('missing', `${says} Share it again, and tell an admin.`);
      }
      return work(kept);
    },
  };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

/** Storing a file never takes this long: what is older was left by a process that was killed. */
const leftBehindAfter = 600_000;

async function sweep(halves: string): Promise<void> {
  for (const name of await readdir(halves).catch(() => [])) {
    const path = join(halves, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() })); // stored meanwhile
    if (Date.now() - mtimeMs > leftBehindAfter) await rm(path, { force: true });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Waits until the file, or the names in the folder, would survive a power cut. Windows opens no folder for that. */
async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
