import type { Log } from '../../ports/log.ts';
import { findBinaries } from './binaries.ts';
import { makeData, superuser } from './cluster.ts';
import { type Keeper, keepRunning } from './keeper.ts';
import { type Passwords, passwordsOf } from './passwords.ts';
import { findPlace } from './place.ts';

/** A running server: `url` for the app, which may not change the record; `ownerUrl` for migrations; `readUrl` for reports. */
export type EmbeddedPostgres = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly readUrl: string;
  /** Where its data are; outside the folder when Penny is root and the folder is closed to all others. */
  readonly home: string;
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
  const cluster = { native: await findBinaries(place), ...place, durable };
  const passwords = await passwordsOf(place.home);
  await makeData(cluster, passwords.owner);
  const url = (user: string, password: string, at: number, name = 'penny') =>
    `postgres://${user}:${password}@127.0.0.1:${at}/${name}`;
  const owner = (at: number) => url(superuser, passwords.owner, at, 'postgres');
  const keeper = await keepRunning({ cluster, port, folder, log, url: owner });
  await furnish(keeper, passwords);
  log.info({ port: keeper.port, home: place.home }, 'the embedded Postgres is running');
  return {
    url: url('penny_app', passwords.app, keeper.port),
    ownerUrl: url(superuser, passwords.owner, keeper.port),
    readUrl: url('penny_read', passwords.read, keeper.port),
    home: place.home,
    stop: keeper.stop,
  };
}

/** Makes the database and the two roles that may do less than its owner, unless they are there. */
async function furnish(keeper: Keeper, passwords: Passwords): Promise<void> {
  const [there] = await keeper.query(
    `select (select count(*) from pg_roles where rolname in ('penny_app', 'penny_read'))::int = 2 as roles,
            exists (select from pg_database where datname = 'penny') as database`,
  );
  if (!there?.roles) {
    await keeper.query(`
      begin;
      drop role if exists penny_app; drop role if exists penny_read;
      create role penny_app login password '${passwords.app}';
      create role penny_read login password '${passwords.read}';
      commit`);
  }
  if (!there?.database) await keeper.query('create database penny');
}
