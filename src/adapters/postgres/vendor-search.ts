import { distance } from '../../domain/interpret/fold.ts';
import type { Term } from '../../domain/search-words.ts';
import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';

type Ids = readonly bigint[];

/** For each term the vendors it may mean: those with a word that begins so; where there are none, and no paper has the word either, those with a word that is nearly so. */
export async function vendorsOf(db: Db, terms: readonly Term[]): Promise<readonly Ids[]> {
  const rows = await db.query<{ at: bigint; ids: Ids | null; isWritten: boolean }>(sql`
    with asked as materialized (
      select at, '% ' || search_words(term) || case when phrase then ' %' else '%' end as pattern, phraseto_tsquery('simple', search_words(term)) as written
        from unnest(${terms.map(({ text }) => text)}::text[], ${terms.map(({ isPhrase }) => isPhrase)}::boolean[]) with ordinality as given (term, phrase, at)
       where search_words(term) <> '')
    select at, exists (select from invoice_words where words @@ written) as "isWritten", (
        select array_agg(id)
          from (select id from vendor where ' ' || words || ' ' like pattern
                union
                select vendor_id from vendor_alias where ' ' || name_key || ' ' like pattern) as named) as ids
      from asked order by at`);
  return Promise.all(
    terms.map((term, at) => {
      const row = rows.find((one) => Number(one.at) === at + 1);
      const ids = (row?.ids ?? []).map(BigInt);
      return ids.length > 0 || row?.isWritten || term.isPhrase ? ids : nearlyNamed(db, term.text);
    }),
  );
}

/** Of those whose names are most alike by threes of letters, the ones with a word that a slip or two make of it. */
export async function nearlyNamed(db: Db, text: string): Promise<Ids> {
  const slips = text.length < 6 ? 1 : 2;
  if (text.length < 4 || /\d/.test(text)) return [];
  const alike = await db.query<{ id: bigint; words: string; asked: string }>(sql`
    select id, words, search_words(${text}) as asked from vendor order by search_words(${text}) <<-> words limit 200`);
  const near = alike.map(({ id, words, asked }) => ({
    id,
    slips: Math.min(...words.split(' ').map((word) => distance(asked, word, slips))),
  }));
  const fewest = Math.min(slips, ...near.map((one) => one.slips));
  return near.filter((one) => one.slips <= fewest).map(({ id }) => id);
}
