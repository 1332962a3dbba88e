import type pg from 'pg';

/** Does the work while the table has no indexes but its keys, then makes them again as they were: for millions of rows several times faster. Within the transaction under way. */
export async function withoutIndexes(client: pg.Client, table: string, work: () => Promise<void>): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; made: string; says: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as made,
            format('comment on index %s is %L', x.indexrelid::regclass, obj_description(x.indexrelid, 'pg_class')) as says
       from pg_index x where x.indrelid = $1::regclass and not exists (select from pg_constraint where conindid = x.indexrelid)`,
    [table],
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await work();
  await client.query(`set local maintenance_work_mem = '512MB'`);
  for (const { made, says } of indexes) await client.query(`${made}; ${says}`);
}
