import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';

/** A user of this machine. */
export type Person = { readonly uid: number; readonly gid: number };

/** Where the server lives, and as whom it runs when Penny is root (Postgres refuses root). */
export type Place = { readonly home: string; readonly as: Person | null };

/**
 * Says where the server of this folder lives, and makes that place: in the folder, or where the server's user may go when it may not go there.
 * In that case a signpost in the folder leads to it, so that a folder that was moved keeps its database, and one that was deleted is begun anew.
 */
export async function findPlace(folder: string, log: Log): Promise<Place> {
  const wanted = join(resolve(folder), 'postgres');
  if (process.getuid?.() !== 0) {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return { home: wanted, as: null };
  }
  await mkdir(resolve(folder), { recursive: true });
  const as = await unprivileged();
  const home = (await signpost(folder)) ?? ((await mayEnter(as, resolve(folder))) ? wanted : await elsewhere(folder));
  await give(home, as);
  if (home !== wanted) log.info({ home }, 'the database lives outside the folder, since its user may not enter there');
  return { home, as };
}

const signpostOf = (folder: string) => join(resolve(folder), 'postgres.at');
const signpost = (folder: string): Promise<string | null> => readFile(signpostOf(folder), 'utf8').catch(() => null);

async function elsewhere(folder: string): Promise<string> {
  const home = join('/var/lib/penny', randomUUID());
  await writeFile(signpostOf(folder), home, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error; // of two that start at once, both go where the first says
  });
  return (await signpost(folder)) ?? home;
}

async function give(home: string, { uid, gid }: Person): Promise<void> {
  try {
    await mkdir(home, { recursive: true });
    await chown(home, uid, gid);
    await chmod(home, 0o700);
  } catch (cause) {
    const says = `Penny cannot make ${home} for her database. Let her write there, start her as a user other than root, or set DATABASE_URL.`;
    throw new Fault('unavailable', says, { cause });
  }
}

/** initdb looks its user up by name, so it must be one that this machine knows. */
async function unprivileged(): Promise<Person> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['penny', 'postgres', 'nobody']) {
    const line = lines.find(([who]) => who === name);
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Fault(
    'unavailable',
    'Postgres does not run as root, and this machine has no user penny, postgres or nobody. Make one (useradd penny), or set DATABASE_URL.',
  );
}

/** May this person enter the folder and all above it? */
export async function mayEnter({ uid, gid }: Person, folder: string): Promise<boolean> {
  const { mode, uid: owner, gid: group } = await stat(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return folder === dirname(folder) || mayEnter({ uid, gid }, dirname(folder));
}
