import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/start.ts';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import { openQueue } from '../../src/adapters/postgres/queue.ts';
import { postgresStore } from '../../src/adapters/postgres/store.ts';
import { readConfig } from '../../src/config.ts';
import { jobs } from '../../src/jobs/all.ts';
import { startPenny } from '../../src/main.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Bench } from './harness.ts';

/** A Postgres for the whole group, as durable as Penny's own; bare connections to it, and a folder, for the peers. */
export type Server = EmbeddedPostgres & { readonly bare: pg.Pool; readonly scratch: string };

/** One row in the inbox and nothing besides. Its parameters are the id and the event. */
export const bareEvent = `insert into slack_event (id, type, body) values ($1, 'file_shared', $2)`;

/** One row in the ledger's table and nothing besides: for the peers. Its parameter is the number. */
export const bareInvoice = `
  insert into invoice (state, source, kind, vendor_text, number, date, currency, net_minor, tax_minor, total_minor, added_by)
  select 'booked', 'manual', 'invoice', 'By hand', $1, '2026-03-02', 'EUR', 57500, 12075, 69575, id from app_user where standing = 'penny'`;

export async function openServer(bench: Bench): Promise<Server> {
  const server = await startEmbeddedPostgres({ folder: await bench.folder(), log: pinoLog('error') });
  bench.later(() => server.stop());
  const bare = new pg.Pool({ connectionString: server.ownerUrl, max: 10, application_name: 'penny bench' });
  bench.later(async () => {
    if (!bare.ended && !bare.ending) await bare.end();
  });
  bare.on('error', () => {}); // an idle connection ends with its server
  return { ...server, bare, scratch: await bench.folder() };
}

/** All of Penny in this process, with the sandbox, on that server. */
export type Desk = { readonly sandbox: Sandbox; stop(): Promise<void> };

export async function openDesk(bench: Bench, server: Server): Promise<Desk> {
  const settings = {
    PENNY_FOLDER: await bench.folder(),
    PORT: '0',
    DATABASE_URL: server.ownerUrl,
    DATABASE_READ_URL: server.readUrl,
  };
  const penny = await startPenny(readConfig(settings), pinoLog('error'));
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= penny.stop());
  bench.later(stop);
  if (!penny.sandbox) throw new Error('the bench plays in the sandbox alone');
  return { sandbox: penny.sandbox, stop };
}

/** Penny's memory without the rest of her: tasks can be sent, and nobody does them. */
export async function openStore(server: Server, bench: Bench): Promise<Store> {
  const log = pinoLog('error');
  await migrate({ url: server.ownerUrl, log });
  const database = openDatabase({ url: server.url, log });
  bench.later(() => database.close());
  const idle = jobs.map(({ name, attempts, timeoutSeconds, concurrency }) => ({
    ...{ name, attempts, timeoutSeconds, concurrency },
    run: async () => {},
  }));
  const queue = await openQueue({ url: server.url, log, jobs: idle });
  bench.later(() => queue.stop());
  return postgresStore(database, queue.on);
}
