import { distance } from '../../domain/interpret/fold.ts';
import type { Term } from '../../domain/search-words.ts';
import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';

/** Vendors by id. */
export type Ids = readonly bigint[];

/** For each term the vendors with a word in their names that begins so, or with that phrase. */
export async function vendorsNamed(db: Db, terms: readonly Term[]): Promise<readonly Ids[]> {
  const rows = await db.query<{ at: bigint; ids: Ids }>(sql`
    with asked as materialized (
      select at, '% ' || search_words(term) || case when phrase then ' %' else '%' end as pattern
        from unnest(${terms.map(({ text }) => text)}::text[], ${terms.map(({ isPhrase }) => isPhrase)}::boolean[]) with ordinality as given (term, phrase, at)
       where search_words(term) <> '')
    select at, array(
        select id from vendor where ' ' || words || ' ' like pattern
        union
        select vendor_id from vendor_alias where ' ' || name_key || ' ' like pattern) as ids
      from asked`);
  return terms.map((_, at) => (rows.find((row) => Number(row.at) === at + 1)?.ids ?? []).map(BigInt));
}

/** The vendors with a word that the term becomes by a slip or two, looked for among those whose names are most alike by threes of letters. */
export async function vendorsLike(db: Db, { text, isPhrase }: Term): Promise<Ids> {
  const slips = text.length < 6 ? 1 : 2;
  if (isPhrase || text.length < 4 || /\d/.test(text)) return [];
  const alike = await db.query<{ id: bigint; words: string; asked: string }>(sql`
    select id, words, search_words(${text}) as asked from vendor order by search_words(${text}) <<-> words limit 200`);
  const near = alike.map(({ id, words, asked }) => ({
    id,
    slips: Math.min(...words.split(' ').map((word) => distance(asked, word, slips))),
  }));
  const fewest = Math.min(slips, ...near.map((one) => one.slips));
  return near.filter((one) => one.slips <= fewest).map(({ id }) => id);
}
