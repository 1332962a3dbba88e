import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/start.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import { openQueue } from '../../src/adapters/postgres/queue.ts';
import { silent } from './silent.ts';

export type TestServer = { readonly url: string; readonly ownerUrl: string; readonly readUrl: string };

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** One server for the whole run, with a migrated database `penny` that every `testDatabase()` is a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await quickFolder(), 'penny test '));
  await chmod(folder, 0o755); // so that root's server may go there
  const server = await startEmbeddedPostgres({ folder, log: silent, durable: false });
  await migrate({ url: server.ownerUrl, log: silent });
  const queue = await openQueue({ url: server.url, log: silent, jobs: [] }); // so that the copies have its tables too
  await queue.stop();
  const owner = new pg.Client({ connectionString: asPostgres(server.ownerUrl) });
  await owner.connect();
  await owner.query('alter database penny with is_template true allow_connections false');
  await owner.end();
  project.provide('server', { url: server.url, ownerUrl: server.ownerUrl, readUrl: server.readUrl });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

const asPostgres = (url: string) => url.replace(/\/penny$/, '/postgres');

/** Memory, where the machine offers it as a folder with room enough: a copy of the template takes 15 ms there and 100 on disk. */
async function quickFolder(): Promise<string> {
  const { bavail, bsize } = await statfs('/dev/shm').catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 2_000_000_000 ? '/dev/shm' : tmpdir();
}
