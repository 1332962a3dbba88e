import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';

const hex = z.string().regex(/^[0-9a-f]{48}$/);
const Passwords = z.strictObject({ owner: hex, app: hex, read: hex });
export type Passwords = z.infer<typeof Passwords>;

/** The passwords of the server that lives there, made once; the file is for this user alone. */
export async function passwordsOf(home: string): Promise<Passwords> {
  const path = join(home, 'passwords.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null) {
    const known = Passwords.safeParse(parse(text));
    if (known.success) return known.data;
  } else if ((await stat(join(home, 'data')).catch(() => null)) === null) {
    return make(path);
  }
  const says = `${path} is ${text === null ? 'gone' : 'damaged'}, and without it the database beside it cannot be opened. Put it back; or remove ${home} to begin anew.`;
  throw new Fault('invalid', says);
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
