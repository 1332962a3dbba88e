import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';

const hex = z.string().regex(/^[0-9a-f]{48}$/);
const Passwords = z.strictObject({ owner: hex, app: hex, read: hex });
export type Passwords = z.infer<typeof Passwords>;

/** The passwords of this folder's server, made once; the file is for this user alone. */
export async function passwordsOf(folder: string): Promise<Passwords> {
  const path = join(folder, 'postgres.passwords.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return make(path);
  const known = Passwords.safeParse(parse(text));
  if (known.success) return known.data;
  throw new Fault('invalid', `${path} is damaged. Put it back as it was: the database cannot be opened without it.`);
}

/** Of two that make one at once, both take what the first made. */
async function make(path: string): Promise<Passwords> {
  const password = () => randomBytes(24).toString('hex');
  const half = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(half, 'wx', 0o600);
  await file.writeFile(JSON.stringify({ owner: password(), app: password(), read: password() }));
  await file.sync();
  await file.close();
  await link(half, path).catch(unlessThere);
  await rm(half);
  return Passwords.parse(parse(await readFile(path, 'utf8')));
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
