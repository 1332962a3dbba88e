import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { type JobQueue, openQueue, type Work } from '../../src/adapters/postgres/queue.ts';
import { postgresRows } from '../../src/adapters/postgres/rows.ts';
import { postgresStore } from '../../src/adapters/postgres/store.ts';
import type { Rows } from '../../src/engine/rows.ts';
import type { Store } from '../../src/ports/store.ts';
import { afterwards } from './afterwards.ts';
import type { TestServer } from './global.ts';
import { silent } from './silent.ts';

/** A database of one's own, migrated and empty. `database` and `store` are as the app sees it; `ownerUrl` may change anything. */
export type TestDatabase = TestServer & {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly store: Store;
  readonly rows: Rows;
  /** Sooner than the end of the file, where that matters. */
  drop(): Promise<void>;
};

/**
 * Copies the template in milliseconds; dropped after the test file, at whose top it is called. `jobs` are those that can be sent; they run once `queue.work()` is called. The tasks
 * that the store sends by itself are there already.
 */
export async function testDatabase({ jobs = [] }: { readonly jobs?: readonly Work[] } = {}): Promise<TestDatabase> {
  const server = inject('server');
  const name = `penny_test_${randomBytes(6).toString('hex')}`;
  const at = (url: string) => url.replace(/\/penny$/, `/${name}`);
  await asOwner((client) => client.query(`create database ${name} template penny strategy file_copy`));
  const urls = { url: at(server.url), ownerUrl: at(server.ownerUrl), readUrl: at(server.readUrl) };
  const database = openDatabase({ url: urls.url, log: silent, connections: 8 });
  const reading = openDatabase({ url: urls.readUrl, log: silent, connections: 2 });
  const queue = await openQueue({ url: urls.url, log: silent, jobs: [...idle, ...jobs] });

  let dropped = false;
  const drop = async () => {
    if (dropped) return;
    dropped = true;
    await queue.stop();
    await Promise.all([database.close(), reading.close()]);
    await asOwner((client) => client.query(`drop database ${name} with (force)`));
  };
  afterwards(drop);
  return { ...urls, database, queue, store: postgresStore(database, queue.on), rows: postgresRows(reading), drop };
}

/** A database with nothing in it, for tests of migrations; gives its owner's url. It goes with the server. */
export async function emptyDatabase(): Promise<string> {
  const name = `penny_test_${randomBytes(6).toString('hex')}`;
  await asOwner((client) => client.query(`create database ${name}`));
  return inject('server').ownerUrl.replace(/\/penny$/, `/${name}`);
}

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('server').ownerUrl.replace(/\/penny$/, '/postgres') });
  await client.connect();
  await work(client);
  await client.end();
}

/** Somewhere for the store's own tasks to wait, for tests that run none. */
const idle: readonly Work[] = ['deliver-wish', 'show-invoice', 'draw-invoice', 'load-import', 'try-import'].map(
  (name) => ({
    name,
    attempts: 1,
    timeoutSeconds: 60,
    concurrency: 0,
    run: async () => {},
  }),
);
