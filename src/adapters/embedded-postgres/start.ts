import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, ensureServer, makeData, stopServer, superuser } from './cluster.ts';
import { type Passwords, passwordsOf } from './passwords.ts';
import { findPlace } from './place.ts';

/** A running server: `url` for the app, which may not change the record; `ownerUrl` for migrations; `readUrl` for reports. */
export type EmbeddedPostgres = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly readUrl: string;
  /** Ends the server and waits until it has. Close the pools before. */
  stop(): Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly log: Log;
  /** False for tests: faster, and broken after a power cut. */
  readonly durable?: boolean;
  /** A free one when absent. */
  readonly port?: number;
};

/**
 * Starts the Postgres that Penny brings along, on the data in `folder`, reachable from this machine alone. A server that outlived its Penny is taken over;
 * one that dies is started again on its port. Throws Fault('conflict') while another Penny uses the folder.
 */
export async function startEmbeddedPostgres({ folder, log, durable = true, port }: Options): Promise<EmbeddedPostgres> {
  const place = await findPlace(folder, log);
  const cluster: Cluster = { native: await findBinaries(place), ...place, durable };
  const passwords = await passwordsOf(folder);
  await makeData(cluster, passwords.owner);
  const bound = await ensureServer(cluster, port);
  const address = (user: string, password: string, name = 'penny') =>
    `postgres://${user}:${password}@127.0.0.1:${bound}/${name}`;

  const hold = () => claim(address(superuser, passwords.owner, 'postgres'), folder);
  const keeper = await keepRunning({ cluster, port: bound, log, hold });
  await furnish(keeper.client(), passwords);
  log.info({ port: bound, home: place.home }, 'the embedded Postgres is running');
  return {
    url: address('penny_app', passwords.app),
    ownerUrl: address(superuser, passwords.owner),
    readUrl: address('penny_read', passwords.read),
    stop: () => keeper.stop(),
  };
}

/** The session whose lock says that a living Penny uses the folder; it ends with her, however she ends. */
async function claim(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'penny keeper',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // 'end' follows, and is heard
  await client.connect();
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await client.query('select pg_try_advisory_lock(1885695609) as mine');
    if (rows[0]?.mine) return client;
    await pause(100); // the server may not have noticed yet that the last Penny was killed
  }
  await client.end();
  throw new Fault(
    'conflict',
    `Another Penny is running on ${folder}. Stop that one first, or give this one a folder of its own.`,
  );
}

type Watch = {
  readonly cluster: Cluster;
  readonly port: number;
  readonly log: Log;
  readonly hold: () => Promise<pg.Client>;
};

/** Holds the claim until `stop`; when the server goes away meanwhile, starts it again on the same port. */
async function keepRunning({ cluster, port, log, hold }: Watch) {
  let stopping = false;
  let client = await hold();
  let revival: Promise<void> = Promise.resolve();

  const watch = () => {
    client.once('end', () => {
      if (!stopping) revival = revive();
    });
  };
  const revive = async () => {
    log.error({ port }, 'the embedded Postgres has gone away; starting it again');
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        await ensureServer(cluster, port);
        client = await hold();
        watch();
        log.info({ port }, 'the embedded Postgres is back');
        return;
      } catch (err) {
        log.error({ err, port }, 'the embedded Postgres does not start; trying again');
        await pause(wait, null, { ref: false });
      }
    }
  };

  watch();
  return {
    client: () => client,
    async stop() {
      stopping = true;
      await revival;
      await client.end().catch(() => {});
      await stopServer(cluster);
    },
  };
}

/** Makes the database and the two roles that may do less than its owner, unless they are there. */
async function furnish(client: pg.Client, passwords: Passwords): Promise<void> {
  const { rows } = await client.query(
    `select (select count(*) from pg_roles where rolname in ('penny_app', 'penny_read'))::int as roles,
            exists (select from pg_database where datname = 'penny') as database`,
  );
  if (rows[0].roles < 2) {
    await client.query(`
      begin;
      drop role if exists penny_app; drop role if exists penny_read;
      create role penny_app login password '${passwords.app}';
      create role penny_read login password '${passwords.read}';
      commit`);
  }
  if (!rows[0].database) await client.query('create database penny');
}
