import { termsIn } from '../../domain/search-words.ts';
import { vendorKey } from '../../domain/vendor.ts';
import { sql } from '../../engine/sql.ts';
import type { FoundVendor } from '../../ports/vendors.ts';
import type { Db } from './database.ts';
import { vendorsLike } from './vendor-search.ts';

/** By a part of the name, or of another one of theirs: the one that is meant first, then those that begin so, or have a word that does. */
export async function searchVendors(db: Db, typed: string, most: number): Promise<readonly FoundVendor[]> {
  const found = await db.query<FoundVendor>(sql`
    with asked as (select search_words(${typed}) as typed, ${vendorKey(typed)}::text as key),
         also as (select vendor_id, bool_or(a.name_key = key) as meant from vendor_alias a, asked where strpos(a.name_key, key) > 0 group by vendor_id)
    select v.id, v.name, v.name_key = key or coalesce(also.meant, false) as "isMeant"
      from asked, vendor v left join also on also.vendor_id = v.id
     where typed <> '' and (strpos(v.words, typed) > 0 or strpos(v.name_key, key) > 0 or also.vendor_id is not null)
     order by "isMeant" desc, starts_with(v.words, typed) desc, strpos(' ' || v.words, ' ' || typed) > 0 desc, length(v.name), v.name
     limit ${most}`);
  return found.length > 0 ? found : withSlips(db, typed, most);
}

/** Those that have every word of it, or nearly. */
async function withSlips(db: Db, typed: string, most: number): Promise<readonly FoundVendor[]> {
  const words = termsIn(typed.replaceAll('"', ' ')).filter(({ text }) => text.length >= shortest);
  const [first, ...rest] = await Promise.all(words.map((word) => vendorsLike(db, word)));
  const ids = (first ?? []).filter((id) => rest.every((others) => others.includes(id)));
  return db.query<FoundVendor>(sql`
    select id, name, false as "isMeant" from vendor where id = any(${ids}::bigint[]) order by length(name), name limit ${most}`);
}

/** Of fewer letters too many words are nearly another. */
const shortest = 4;

export async function nameOf(db: Db, id: bigint): Promise<string | null> {
  const [vendor] = await db.query<{ name: string }>(sql`select name from vendor where id = ${id}`);
  return vendor?.name ?? null;
}
