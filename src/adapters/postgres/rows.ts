import { z } from 'zod';
import type { Rows } from '../../engine/rows.ts';
import { sql } from '../../engine/sql.ts';
import type { Database } from './database.ts';

/** Rows fetched at a time. */
const batch = 1_000;

/** Summaries are read in milliseconds: helpers would take longer to start, and the cores from others. */
const alone = sql`set_config('max_parallel_workers_per_gather', '0', true)`;

/** Reads for reports: each in a transaction that cannot write and ends after `timeoutSeconds`. Hand it a database of the read-only role, or of a replica, where there is one. */
export const postgresRows = (database: Database, timeoutSeconds = 10): Rows => ({
  read: (query, row) =>
    database.transaction(async (db) => {
      await db.query(sql`set transaction read only`);
      await db.query(sql`select set_config('statement_timeout', ${`${timeoutSeconds}s`}, true), ${alone}`);
      return z.array(row).parse(await db.query(query));
    }),

  async *each(query, row) {
    for await (const rows of database.batches(query, batch)) yield* z.array(row).parse(rows);
  },
});
