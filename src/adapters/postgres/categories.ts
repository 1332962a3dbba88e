import { Fault } from '../../domain/fault.ts';
import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';

export async function categories(db: Db): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>(sql`select name from category order by name = 'Other', name`);
  return rows.map(({ name }) => name);
}

/** The category of that name; Fault('invalid') with those there are. */
export async function categoryOf(tx: Db, name: string): Promise<bigint> {
  const [category] = await tx.query<{ id: bigint }>(
    sql`select id from category where lower(name) = lower(${name.trim()})`,
  );
  if (category) return category.id;
  const all = await categories(tx);
  throw new Fault('invalid', `There is no category “${name}”. Choose one of: ${all.join(', ')}.`);
}
