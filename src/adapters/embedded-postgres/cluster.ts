import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Fault } from '../../domain/fault.ts';
import type { Person } from './place.ts';

/** The files of one server: programs, data, log. `durable` false gives up safety against power loss for speed: tests. */
export type Cluster = {
  readonly native: string;
  readonly home: string;
  readonly as: Person | null;
  readonly durable: boolean;
};

export const superuser = 'penny';
const major = '18';
const run = promisify(execFile);
const data = (cluster: Cluster) => join(cluster.home, 'data');
const program = (cluster: Cluster, name: string) => join(cluster.native, 'bin', name);

/** How the server's programs are started: as its own user, from a folder that it may enter, with nothing of Penny's environment. */
const dress = ({ home, as }: Cluster) => ({ ...(as ?? {}), cwd: home, env: { LC_ALL: 'C' } });

/** Makes the data folder unless it is there: whole or not at all, and once when two try. */
export async function makeData(cluster: Cluster, password: string): Promise<void> {
  const version = await readFile(join(data(cluster), 'PG_VERSION'), 'utf8').catch(() => null);
  if (version?.trim() === major) return;
  if (version !== null) {
    const says = `The database in ${data(cluster)} was made by Postgres ${version.trim()}, and this Penny brings ${major}. Run the Penny that made it, back it up, and restore it here.`;
    throw new Fault('conflict', says);
  }
  await sweep(cluster.home);
  const half = await mkdtemp(join(cluster.home, 'half-')); // open to its owner alone, as Postgres wants it
  const secret = `${half}.secret`;
  try {
    await writeFile(secret, password, { mode: 0o600 });
    const { as } = cluster;
    if (as) await Promise.all([half, secret].map((path) => chown(path, as.uid, as.gid)));
    await initdb(cluster, half, secret);
    await rename(half, data(cluster)).catch(unlessThere);
  } finally {
    await rm(secret, { force: true });
    await rm(half, { recursive: true, force: true });
  }
}

async function initdb(cluster: Cluster, folder: string, secret: string): Promise<void> {
  // The built-in C.UTF-8 sorts the same on every machine and knows no operating system's collation, so an index never goes wrong after an upgrade.
  const words = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const who = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${secret}`];
  const speed = cluster.durable ? [] : ['--no-sync'];
  try {
    await run(program(cluster, 'initdb'), ['-D', folder, ...words, ...who, ...speed], dress(cluster));
  } catch (cause) {
    const says = `The database could not be made in ${cluster.home}. The log says why; with DATABASE_URL set, Penny uses another Postgres.`;
    throw new Fault('unavailable', says, { cause });
  }
}

/** Takes away what starts left that were killed; a young one may be under way. */
async function sweep(home: string): Promise<void> {
  for (const name of (await readdir(home)).filter((name) => name.startsWith('half-'))) {
    const { mtimeMs } = await stat(join(home, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > 60_000) await rm(join(home, name), { recursive: true, force: true });
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

/** Gives the port of a server that takes connections: the one that runs on this data already, or a new one. Copes with whatever a kill left behind. */
export async function ensureServer(cluster: Cluster, wanted?: number): Promise<number> {
  const until = Date.now() + 120_000;
  let problem = 'it did not become ready';
  while (Date.now() < until) {
    const running = await postmaster(cluster);
    if (running?.ready) return running.port;
    if (running === null) {
      const started = await launch(cluster, wanted ?? (await freePort()));
      if ('port' in started) return started.port;
      problem = started.problem;
    }
    await pause(100); // another one is starting or ending, or a killed one's last processes still hold its memory
  }
  const says = `The database in ${cluster.home} does not start: ${problem}. Look into postgres.log there, or set DATABASE_URL.`;
  throw new Fault('unavailable', says);
}

type Running = { readonly port: number; readonly ready: boolean };

/** The server that runs on this data, or is about to; null when there is none. */
async function postmaster(cluster: Cluster): Promise<Running | null> {
  const path = join(data(cluster), 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim()); // pid, data folder, start, port, socket folder, address, shared memory, status
  const pid = Number(lines[0]);
  if (lines.length < 2 || !(pid > 1)) return unfinished(path);
  if (!alive(pid)) return null; // Postgres itself takes the place of a dead one
  if (await isServer(pid, cluster)) return { port: Number(lines[3]), ready: lines[7] === 'ready' };
  // The number belongs to somebody else by now. Postgres would wait for them to end.
  if (text === (await readFile(path, 'utf8').catch(() => ''))) await rm(path, { force: true });
  return null;
}

/** A lock file without a number is being written, or a crash left it so; Postgres would refuse it for ever. */
async function unfinished(path: string): Promise<Running | null> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) return null;
  if (Date.now() - facts.mtimeMs < 5_000) return { port: 0, ready: false };
  await rm(path, { force: true });
  return null;
}

async function isServer(pid: number, cluster: Cluster): Promise<boolean> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.includes(data(cluster));
  }
  if (process.platform === 'win32') return true;
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.includes(data(cluster)),
    () => false,
  );
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // what process.kill throws
  }
}

type Started = { readonly port: number } | { readonly problem: string };

async function launch(cluster: Cluster, port: number): Promise<Started> {
  const journal = join(cluster.home, 'postgres.log');
  const log = await open(journal, (await tooLong(journal)) ? 'w' : 'a', 0o600);
  try {
    // Its own session: Ctrl-C in the terminal is for Penny, who ends the server when her own work is done.
    const child = spawn(program(cluster, 'postgres'), ['-D', data(cluster), ...settings(cluster, port)], {
      ...dress(cluster),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    return await ready(child, cluster, journal);
  } finally {
    await log.close();
  }
}

async function ready(child: ChildProcess, cluster: Cluster, journal: string): Promise<Started> {
  let ended: string | null = null;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code) => {
    ended = `it ended with status ${code}`;
  });
  const until = Date.now() + 60_000;
  while (ended === null && Date.now() < until) {
    const running = await postmaster(cluster);
    if (running?.ready) return { port: running.port };
    await pause(10);
  }
  const last = (await readFile(journal, 'utf8').catch(() => '')).trim().split('\n').slice(-3).join(' / ');
  return { problem: `${ended ?? 'it is slow'}; ${last}` };
}

const tooLong = (path: string) =>
  stat(path).then(
    ({ size }) => size > 10_000_000,
    () => false,
  );

function settings({ durable }: Cluster, port: number): string[] {
  const chosen = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 100,
    wal_level: 'minimal',
    max_wal_senders: 0,
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Ends the server: open transactions are rolled back, what was committed is on disk. Nothing happens when none runs. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if ((await postmaster(cluster)) === null) return;
  await run(
    program(cluster, 'pg_ctl'),
    ['stop', '-D', data(cluster), '-m', 'fast', '-w', '-t', '30'],
    dress(cluster),
  ).catch(async (cause) => {
    if ((await postmaster(cluster)) === null) return; // it was ending already
    throw new Error('the embedded Postgres did not stop', { cause });
  });
}
