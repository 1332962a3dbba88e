import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import Cursor from 'pg-cursor';
import type { Query } from '../../engine/sql.ts';
import type { Log } from '../../ports/log.ts';
import { translate } from './faults.ts';
import { clean } from './json.ts';

/** Runs statements, alone or in the transaction it was handed out for. Throws Fault('unavailable') when the database is away. */
export interface Db {
  /** bigint columns come as bigint, numeric and date as string. `Row` is what the statement's author promises. */
  query<Row = unknown>(query: Query): Promise<readonly Row[]>;
  /** Everything done with the `Db` handed to `work` happens, or none of it. Joins the transaction it is called in. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Feeds `copy … from stdin` with these bytes, and tells how many rows came of them. */
  copy(text: string, bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<number>;
  readonly inTransaction: boolean;
}

export type Database = Db & {
  /** Resolves when the database answers; throws Fault('unavailable') otherwise. */
  ping(): Promise<void>;
  /** The rows of a reading as they come, so many at a time: all of one moment, however long it takes. */
  batches<Row = unknown>(query: Query, size: number): AsyncIterable<readonly Row[]>;
  /** Waits for statements under way, then hangs up. */
  close(): Promise<void>;
};

type Options = {
  readonly url: string;
  readonly log: Log;
  readonly connections?: number;
  readonly name?: string;
  /** How long one statement may take. */
  readonly seconds?: number;
};

/** Opens a pool; connects when first needed, and again after the database was away. */
export function openDatabase({ url, log, connections = 10, name = 'penny', seconds = 30 }: Options): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: seconds * 1000,
    query_timeout: seconds * 1000 + 5_000, // for a connection that has died in silence; longer than the server's own
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  });
  pool.on('error', ({ message }) => log.warn({ problem: message }, 'an idle database connection was lost'));
  return {
    ...poolDb(pool),
    async ping() {
      await poolDb(pool).query({ text: 'select 1', values: [] });
    },
    batches: (query, size) => batches(pool, query, size),
    async close() {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

/** Exact values stay exact: bigint as bigint, a day as the text it is. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8) return BigInt;
  if (oid === pg.types.builtins.DATE) return String;
  return format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid);
}

function poolDb(pool: pg.Pool): Db {
  const db: Db = {
    inTransaction: false,
    copy: (text, bytes, signal) => db.transaction((tx) => tx.copy(text, bytes, signal)),
    query: (query) => run(pool, query),
    async transaction(work) {
      const client = await pool.connect().catch(rethrow);
      client.on('error', ignore); // the statement under way, or the next one, throws it too
      let broken: Error | undefined;
      try {
        await run(client, { text: 'begin', values: [] });
        const result = await work(clientDb(client));
        await run(client, { text: 'commit', values: [] });
        return result;
      } catch (error) {
        await client.query('rollback').catch((problem: Error) => {
          broken = problem;
        });
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    },
  };
  return db;
}

function clientDb(client: pg.PoolClient): Db {
  const db: Db = {
    inTransaction: true,
    query: (query) => run(client, query),
    transaction: (work) => work(db),
    async copy(text, bytes, signal) {
      const rows = client.query(copyFrom(text));
      await pipeline(bytes, rows, { signal }).catch(rethrow);
      return rows.rowCount;
    },
  };
  return db;
}

/** Seconds. The statement may take long as a whole, since somebody reads it piece by piece. */
const longestReading = 1_800;

async function* batches<Row>(pool: pg.Pool, { text, values }: Query, size: number): AsyncGenerator<readonly Row[]> {
  const client = await pool.connect().catch(rethrow);
  client.on('error', ignore); // the next read throws it too
  try {
    await run(client, { text: 'begin transaction isolation level repeatable read, read only', values: [] });
    await run(client, { text: `set local statement_timeout = '${longestReading}s'`, values: [] });
    const cursor = client.query(new Cursor<Row>(text, values.map(storable), { types: { getTypeParser } }));
    for (;;) {
      const rows = await cursor.read(size).catch(rethrow);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    client.off('error', ignore);
    client.release(true); // it may be in the middle of the reading
  }
}

async function run<Row>(on: pg.Pool | pg.PoolClient, { text, values }: Query): Promise<readonly Row[]> {
  const { rows } = await on.query(text, values.map(storable)).catch(rethrow);
  return rows as Row[]; // the statement and its row type stand side by side in the caller
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  return Array.isArray(value) ? value.map(storable) : value;
}

const ignore = () => {};

function rethrow(error: unknown): never {
  throw translate(error);
}

/** The first row of a statement that gives one: anything else is a bug. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('the statement gave no row');
  return row;
}
