import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { passwordsOf } from '../../../src/adapters/embedded-postgres/passwords.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start.ts';
import { keptLog, silent } from '../../support/silent.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Made once, since making the data takes a second; each test leaves it stopped. */
const used = await madeFolder();
afterAll(() => rm(used, { recursive: true, force: true }));

async function newFolder(): Promise<string> {
  const folder = await madeFolder();
  ends.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function madeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'penny with space '));
  await chmod(folder, 0o755); // so that root's server may go there
  return folder;
}

async function start(folder: string, log = silent, port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, log, durable: false, ...(port ? { port } : {}) });
  ends.push(() => server.stop());
  return server;
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

const fresh = 'drop table if exists t; create table t as select 1 as x';
const home = (folder: string) => join(folder, 'postgres');
const pidFile = (folder: string) => join(home(folder), 'data', 'postmaster.pid');
const postmaster = async (folder: string) => Number((await readFile(pidFile(folder), 'utf8')).split('\n')[0]);

test('what was written is there at the next start, and only for those who know the password', async () => {
  const folder = used;
  const first = await start(folder);
  await ask(first.ownerUrl, fresh);
  await first.stop();
  await expect(ask(first.url, 'select 1')).rejects.toThrow();

  const second = await start(folder);

  expect(await ask(second.ownerUrl, 'select x from t')).toEqual([{ x: 1 }]);
  await expect(ask(second.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  );
  expect((await stat(join(home(folder), 'passwords.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(home(folder))).mode & 0o777).toBe(0o700);
});

test('the server listens on loopback alone, in UTC and UTF-8, with one order of letters everywhere', async () => {
  const { ownerUrl, url, readUrl } = await start(used);

  const says = `select current_setting('listen_addresses') as at, current_setting('TimeZone') as zone, current_setting('unix_socket_directories') as sockets,
                       current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale
                  from pg_database where datname = current_database()`;
  expect(await ask(ownerUrl, says)).toEqual([
    { at: '127.0.0.1', zone: 'UTC', sockets: '', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' },
  ]);
  for (const lesser of [url, readUrl]) {
    expect(
      await ask(
        lesser,
        `select rolsuper or rolcreatedb or rolcreaterole as much from pg_roles where rolname = current_user`,
      ),
    ).toEqual([{ much: false }]);
  }
});

test('with durability as the app runs it, every commit is on disk', async () => {
  const folder = used;
  const server = await startEmbeddedPostgres({ folder, log: silent });
  ends.push(() => server.stop());

  expect(
    await ask(
      server.url,
      `select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes') as on`,
    ),
  ).toEqual([{ on: 'ononon' }]);
});

test('a second Penny on the same folder is told so, and the first goes on', async () => {
  const folder = used;
  const first = await start(folder);

  await expect(startEmbeddedPostgres({ folder, log: silent })).rejects.toThrow(
    `Another Penny is running on ${folder}. Stop that one first, or give this one a folder of its own.`,
  );
  expect(await ask(first.url, 'select 1 as x')).toEqual([{ x: 1 }]);
});

test('of several that start at once, one runs and the others are told', async () => {
  const folder = used;

  const tries = await Promise.allSettled([1, 2, 3].map(() => start(folder)));

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
});

async function penny(folder: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'penny.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  ends.push(async () => child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, server: JSON.parse(line) as Omit<EmbeddedPostgres, 'stop'> };
}

test('the server of a Penny that was killed is taken over, with what was committed', async () => {
  const folder = used;
  const { child, server: old } = await penny(folder);
  await ask(old.ownerUrl, fresh);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const pid = await postmaster(folder);

  const server = await start(folder);

  expect(await postmaster(folder)).toBe(pid);
  expect(await ask(server.ownerUrl, 'select x from t')).toEqual([{ x: 1 }]);
  await server.stop();
  await expect(ask(old.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

test('after Penny and server were both killed, the next start recovers', async () => {
  const folder = used;
  const { child, server: old } = await penny(folder);
  await ask(old.ownerUrl, fresh);
  child.kill('SIGKILL');
  process.kill(await postmaster(folder), 'SIGKILL');

  const server = await start(folder);

  expect(await ask(server.ownerUrl, 'select x from t')).toEqual([{ x: 1 }]);
});

test('a lock file with the number of a process that is somebody else is no obstacle', async () => {
  const folder = used;
  await (await start(folder)).stop();
  const lines = [process.pid, join(home(folder), 'data'), 1_700_000_000, 5432, '', '127.0.0.1', '  1 2', 'ready   '];
  await writeFile(pidFile(folder), `${lines.join('\n')}\n`);

  const server = await start(folder);

  expect(await ask(server.url, 'select 1 as x')).toEqual([{ x: 1 }]);
});

test('an empty lock file, as a power cut leaves it, is no obstacle', async () => {
  await writeFile(pidFile(used), '');
  await utimes(pidFile(used), 1_700_000_000, 1_700_000_000);

  const server = await start(used);

  expect(await ask(server.url, 'select 1 as x')).toEqual([{ x: 1 }]);
});

test('a server that is killed under a running Penny is started again on its port', async () => {
  const folder = used;
  const { log, lines } = keptLog();
  const server = await start(folder, log);
  await ask(server.ownerUrl, fresh);
  const pid = await postmaster(folder);

  process.kill(pid, 'SIGKILL');

  await vi.waitFor(
    () => expect(lines.map(({ sentence }) => sentence)).toContain('the embedded Postgres is back'),
    20_000,
  );
  expect(await ask(server.ownerUrl, 'select x from t')).toEqual([{ x: 1 }]);
  expect(await postmaster(folder)).not.toBe(pid);
});

test('of several that start at once on a new folder, one runs; half a data folder of a start that was killed goes', async () => {
  const folder = await newFolder();
  const half = join(home(folder), 'half-abcdef');
  await mkdir(join(half, 'base'), { recursive: true });
  await utimes(half, 1_700_000_000, 1_700_000_000);

  const tries = await Promise.allSettled([1, 2].map(() => start(folder)));

  const running = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(running).toHaveLength(1);
  expect(await ask(running[0]?.url ?? '', 'select 1 as x')).toEqual([{ x: 1 }]);
  expect((await readdir(home(folder))).filter((name) => name.startsWith('half-'))).toEqual([]);
});

test('data whose passwords are lost are left alone, and the sentence says what to do', async () => {
  const folder = await newFolder();
  await mkdir(join(home(folder), 'data'), { recursive: true });

  await expect(start(folder)).rejects.toThrow(`or remove ${home(folder)} to begin anew.`);

  await writeFile(join(home(folder), 'passwords.json'), '{}');
  await expect(start(folder)).rejects.toThrow('is damaged');
});

test('data of another Postgres is left alone', async () => {
  const folder = await newFolder();
  await mkdir(home(folder), { recursive: true });
  await passwordsOf(home(folder));
  await mkdir(join(home(folder), 'data'));
  await writeFile(join(home(folder), 'data', 'PG_VERSION'), '15\n');

  await expect(start(folder)).rejects.toThrow(
    'was made by Postgres 15, and this Penny brings 18. Run the Penny that made it, back it up, and restore it here.',
  );
});

test.runIf(process.getuid?.() === 0)(
  "root's closed folder: the database lives where its user may go, and is found again",
  async () => {
    const closed = await newFolder();
    await chmod(closed, 0o700);
    const folder = join(closed, 'penny');
    const { log, lines } = keptLog();

    const first = await start(folder, log);
    const place = first.home;
    ends.unshift(() => rm(place, { recursive: true, force: true })); // after the server has ended
    await ask(first.ownerUrl, fresh);
    await first.stop();

    expect(place).toMatch(/^\/var\/lib\/penny\/[0-9a-f-]{36}$/);
    expect(lines.map(({ sentence }) => sentence)).toContain(
      'the database lives outside the folder, since its user may not enter there',
    );
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    const second = await start(folder);
    expect(await ask(second.ownerUrl, 'select x from t')).toEqual([{ x: 1 }]);
  },
);
