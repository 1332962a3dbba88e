import { vendorKey } from '../../domain/vendor.ts';
import { sql } from '../../engine/sql.ts';
import type { FoundVendor } from '../../ports/vendors.ts';
import type { Db } from './database.ts';

/** The vendors whose name, or another one of theirs, holds what was typed: the one it means first, then those that begin so, or have a word that does. */
export const searchVendors = (db: Db, typed: string, most: number): Promise<readonly FoundVendor[]> =>
  db.query<FoundVendor>(sql`
    with asked as (select lower(${typed.trim()}::text) as typed, ${vendorKey(typed)}::text as key),
         also as (select vendor_id, bool_or(a.name_key = key) as meant from vendor_alias a, asked where strpos(a.name_key, key) > 0 group by vendor_id)
    select v.id, v.name, v.name_key = key or coalesce(also.meant, false) as "isMeant"
      from asked, vendor v left join also on also.vendor_id = v.id
     where strpos(lower(v.name), typed) > 0 or strpos(v.name_key, key) > 0 or also.vendor_id is not null
     order by "isMeant" desc, starts_with(lower(v.name), typed) desc, strpos(' ' || v.name_key, ' ' || key) > 0 desc, length(v.name), v.name
     limit ${most}`);

export async function nameOf(db: Db, id: bigint): Promise<string | null> {
  const [vendor] = await db.query<{ name: string }>(sql`select name from vendor where id = ${id}`);
  return vendor?.name ?? null;
}
