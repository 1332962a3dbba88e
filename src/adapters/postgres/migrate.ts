import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';
import { translate } from './faults.ts';
import { grantRoles } from './roles.ts';

type Migration = { readonly name: string; readonly sha256: string };
type Options = { readonly url: string; readonly log: Log; readonly folder?: string };

const home = fileURLToPath(new URL('../../../migrations', import.meta.url));
const lockKey = 1_885_695_610;

/**
 * Brings the database to the state of the code, forward only, and gives the lesser roles their rights. Any number of replicas may call it at once; one does it, the
 * others wait. Throws Fault('conflict') when a migration that ran was edited since, or when the database is ahead of the code. `url` is that of the owner.
 */
export async function migrate({ url, log, folder = home }: Options): Promise<readonly string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'penny migrate',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {}); // the statement under way throws it
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    return await bringUp(client, log, folder);
  } catch (error) {
    throw translate(error);
  } finally {
    await client.end().catch(() => {}); // and the lock goes with it
  }
}

async function bringUp(client: pg.Client, log: Log, folder: string): Promise<readonly string[]> {
  const files = await readMigrations(folder);
  await client.query(`
    create table if not exists migration (id serial primary key, name varchar(255) not null unique, run_on timestamp not null, sha256 text)`);
  const { rows: done } = await client.query<{ name: string; sha256: string | null }>(
    'select name, sha256 from migration order by id',
  );
  refuseStrangers(done, files);
  const due = files.slice(done.length);
  if (due.length > 0) {
    await run(client, folder);
    log.info({ migrations: due.map(({ name }) => name) }, 'the database was brought up to date');
  }
  for (const { name, sha256 } of files) {
    await client.query('update migration set sha256 = $2 where name = $1 and sha256 is null', [name, sha256]);
  }
  await grantRoles(client);
  return due.map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  return Promise.all(
    files.map(async (file) => {
      const sha256 = createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex');
      return { name: file.replace(/\.sql$/, ''), sha256 };
    }),
  );
}

function refuseStrangers(done: readonly { name: string; sha256: string | null }[], files: readonly Migration[]): void {
  done.forEach(({ name, sha256 }, i) => {
    const file = files[i];
    if (!file) {
      const says = `The database is ahead of this Penny: it has had the migration ${name}, which she does not know. Start the newer Penny, or restore a backup from before.`;
      throw new Fault('conflict', says);
    }
    if (file.name !== name) {
      throw new Fault(
        'conflict',
        `The database had the migration ${name} where the code has ${file.name}. Start the Penny that this database belongs to.`,
      );
    }
    if (sha256 !== null && sha256 !== file.sha256) {
      throw new Fault(
        'conflict',
        `The migration ${name} was edited after it ran. Put it back as it was, and write the change as a new migration.`,
      );
    }
  });
}

/** All that is due in one transaction. The library is loaded only then: an ordinary start need not wait for it. */
async function run(client: pg.Client, folder: string): Promise<void> {
  const { runner } = await import('node-pg-migrate');
  await runner({
    dbClient: client,
    dir: folder,
    direction: 'up',
    migrationsTable: 'migration',
    ignorePattern: '(?!\\d{4}-).*',
    singleTransaction: true,
    noLock: true, // we hold one already, around our own checks too
    log: () => {},
  });
}
