import type { Actor } from '../../domain/access.ts';
import type { InvoiceFilter } from '../../domain/invoice-filter.ts';
import { numberPattern, type Term, termsIn, wholeNumber } from '../../domain/search-words.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { FoundInvoices, FoundSum, Page } from '../../ports/ledger.ts';
import type { Db } from './database.ts';
import { byState, conditions, every } from './invoice-filters.ts';
import { readInvoices } from './invoice-rows.ts';
import { type Ids, vendorsLike, vendorsNamed } from './vendor-search.ts';

/** Of very many that words find, so many are counted and added up. */
const mostCounted = 10_000;

const newestFirst = sql`date desc nulls last, id desc`;
const columns = sql`i.id, i.date, i.currency, i.total_minor`;

/** The invoices that the filter means, as far as this person may see them: counted, added up, and so many of them whole. */
export async function findInvoices(db: Db, actor: Actor, filter: InvoiceFilter, page: Page): Promise<FoundInvoices> {
  const terms = termsIn(filter.words ?? '');
  const { ids, sums } =
    byState(filter).length === 0 || (filter.words !== undefined && terms.length === 0)
      ? { ids: [], sums: [] }
      : terms.length === 0
        ? await listed(db, actor, filter, page)
        : await searched(db, actor, { filter, terms }, page);
  const rows = ids.length === 0 ? [] : await readInvoices(db, sql`i.id = any(${ids}::bigint[])`);
  const invoices = ids.flatMap((id) => rows.filter((row) => row.id === id));
  const total = sums.reduce((count, sum) => count + sum.invoices, 0);
  return {
    invoices,
    total: Math.min(total, terms.length > 0 ? mostCounted : total),
    isAll: terms.length === 0 || total <= mostCounted,
    sums,
  };
}

type Hits = { readonly ids: readonly bigint[]; readonly sums: readonly FoundSum[] };

/** Without words all is counted: a report's number must open as many invoices, and the same sum. */
async function listed(db: Db, actor: Actor, filter: InvoiceFilter, { from, most }: Page): Promise<Hits> {
  const seen = conditions(filter, actor);
  const meant = together(
    byState(filter).map(
      ({ where, counts }) =>
        sql`select ${columns}, ${counts}::boolean as counts from invoice i where ${where} and ${seen}`,
    ),
  );
  const [sums, ids] = await Promise.all([
    db.query<SumRow>(sql`
      select currency, counts, count(*) as invoices, coalesce(sum(total_minor), 0)::text as minor from (${meant}) as meant group by currency, counts order by count(*) desc, currency`),
    db.query<{ id: bigint }>(sql`
      select id from (${meant}) as meant order by ${newestFirst} limit ${most} offset ${from}`),
  ]);
  return { ids: ids.map(({ id }) => id), sums: sums.map(sumOf) };
}

type SumRow = {
  readonly currency: string | null;
  readonly counts: boolean;
  readonly invoices: bigint;
  readonly minor: string;
};
const sumOf = ({ currency, counts, invoices, minor }: SumRow): FoundSum => ({
  currency,
  counts,
  invoices: Number(invoices),
  minor: BigInt(minor),
});

type Search = { readonly filter: InvoiceFilter; readonly terms: readonly Term[] };
/** With the vendors that each term may name. */
type Meant = Search & { readonly vendors: Vendors };

/** As the words are written; where that finds nothing, as vendors' names may have been meant. */
async function searched(db: Db, actor: Actor, search: Search, page: Page): Promise<Hits> {
  const vendors = await vendorsNamed(db, search.terms);
  const hits = await best(db, actor, { ...search, vendors }, page);
  if (hits.sums.length > 0) return hits;
  const like = await Promise.all(
    search.terms.map((term, at) => (vendors[at]?.length ? vendors[at] : vendorsLike(db, term))),
  );
  return like.some((ids, at) => ids !== vendors[at] && ids.length > 0)
    ? best(db, actor, { ...search, vendors: like }, page)
    : hits;
}

/** The number itself first, then the vendor or how a number begins, then what the paper says; of alike ones the newest. */
async function best(db: Db, actor: Actor, search: Meant, { from, most }: Page): Promise<Hits> {
  const [row] = await db.query<{ ids: readonly bigint[] | null; sums: readonly Jsoned[] | null }>(sql`
    with candidate as materialized (${together(candidates(actor, search))}),
         hit as materialized (select distinct on (id) * from candidate order by id, rank desc)
    select (select array_agg(id order by rank desc, ${newestFirst}) from (select * from hit order by rank desc, ${newestFirst} limit ${most} offset ${from}) as page) as ids,
           (select jsonb_agg(jsonb_build_object('currency', currency, 'counts', counts, 'invoices', invoices, 'minor', minor::text) order by invoices desc, currency)
              from (select currency, counts, count(*) as invoices, coalesce(sum(total_minor), 0) as minor from hit group by currency, counts) as sums) as sums`);
  return {
    ids: (row?.ids ?? []).map(BigInt),
    sums: (row?.sums ?? []).map((sum) => ({ ...sum, minor: BigInt(sum.minor) })),
  };
}

type Jsoned = Omit<FoundSum, 'minor'> & { readonly minor: string };

const ranks = { number: 3, vendor: 2, begins: 2, paper: 1 } as const;

/** Each way in which the words can be meant, by the index that finds it; of very many the newest, or those of the highest numbers. */
function candidates(actor: Actor, { filter, terms, vendors }: Meant): readonly Query[] {
  const seen = conditions(filter, actor);
  const states = byState(filter);
  const whole = wholeNumber(filter.words ?? '');
  const any = sql`(${states.map(({ where }) => where).reduce((all, one) => sql`${all} or ${one}`)}) and ${seen}`;
  const others = (except: number) =>
    every(terms.map((term, at) => (at === except ? null : sql`(${meant(term, vendors[at] ?? [])})`)));
  return [
    ...readings(terms, vendors).flatMap(({ ids, paper }) =>
      ids === null
        ? [
            onPaper(
              written(paper),
              any,
              filter.dates !== undefined || filter.due !== undefined || filter.added !== undefined,
            ),
          ]
        : states.map(({ where, counts }) => ofVendors(ids, sql`${where} and ${seen}`, counts, paper)),
    ),
    ...(whole === null ? [] : [byNumber(whole, any)]),
    ...(terms.length === 1
      ? []
      : terms.flatMap(({ number }, at) => (number === null ? [] : [byNumber(number, sql`${any} and ${others(at)}`)]))),
  ];
}

const limit = sql`limit ${mostCounted + 1}`;
const counts = sql`i.state in ('review', 'booked', 'confirmed') as counts`;

/** Of each vendor as many as are counted at all: one may have sent a tenth of the ledger. */
function ofVendors(ids: Ids, where: Query, doCount: boolean, paper: readonly Term[]): Query {
  const found = sql`select ${columns}, ${doCount}::boolean as counts, ${ranks.vendor}::integer as rank from invoice i`;
  return paper.length === 0
    ? sql`
  (select i.* from unnest(${ids}::bigint[]) as named (id)
    cross join lateral (${found} where i.vendor_id = named.id and ${where} order by i.date desc ${limit}) as i
    order by ${newestFirst} ${limit})`
    : sql`
  (${found} join invoice_words w on w.invoice_id = i.id and w.words @@ ${written(paper)}
    where i.vendor_id = any(${ids}::bigint[]) and ${where} order by ${newestFirst} ${limit})`;
}

/** Invoices are looked up one by one, whatever the planner thinks of the frequency of words: `offset 0` keeps it from reading them all. Unless something else narrows them. */
const onPaper = (words: Query, where: Query, isNarrow: boolean): Query => sql`
  (select i.*, ${ranks.paper}::integer as rank
     from (select invoice_id from invoice_words where words @@ ${words}) as w
    cross join lateral (select ${columns}, ${counts} from invoice i where i.id = w.invoice_id and ${where} ${isNarrow ? sql`` : sql`offset 0`}) as i
    order by w.invoice_id desc ${limit})`;

const byNumber = (key: string, where: Query): Query => sql`
  (select ${columns}, ${counts}, case when i.number_key = ${key} then ${ranks.number}::integer else ${ranks.begins}::integer end as rank
     from invoice i where i.number_key like ${numberPattern(key)} and ${where} order by i.number_key using ~>~ ${limit})`;

type Vendors = readonly Ids[];
/** Some of the words are of these vendors' names, the others stand on paper; `ids` is null where all do. */
type Meaning = { readonly ids: Ids | null; readonly paper: readonly Term[] };

/** More ways to part the words between the vendor's name and the paper would find nothing that people meant. */
const mostMeanings = 8;

/** Which words may be the vendor's: every way to part them for which there is such a vendor, those with the longest name first. */
function readings(terms: readonly Term[], vendors: Vendors): readonly Meaning[] {
  const start: readonly Meaning[] = [{ ids: null, paper: [] }];
  const all = terms.reduce(
    (so, term, at) =>
      so.flatMap(({ ids, paper }) => {
        const named = (vendors[at] ?? []).filter((id) => ids === null || ids.includes(id));
        return [...(named.length > 0 ? [{ ids: named, paper }] : []), { ids, paper: [...paper, term] }];
      }),
    start,
  );
  return all.slice(0, mostMeanings);
}

const written = (terms: readonly Term[]): Query =>
  sql`(${terms.map(onePaper).reduce((all, one) => sql`${all} && ${one}`)})`;

const onePaper = ({ text, begins }: Term): Query =>
  begins
    ? sql`to_tsquery('simple', nullif(replace(search_words(${text}), ' ', ' <-> '), '') || ':*')`
    : sql`phraseto_tsquery('simple', search_words(${text}))`;

/** Does invoice `i` have what is looked for, in its vendor's name, its number or on paper? */
const meant = (term: Term, ids: Ids): Query => sql`
  i.vendor_id = any(${ids}::bigint[]) ${term.number === null ? sql`` : sql`or i.number_key like ${numberPattern(term.number)}`}
  or exists (select from invoice_words w where w.invoice_id = i.id and w.words @@ ${written([term])})`;

function together([first, ...rest]: readonly Query[]): Query {
  if (!first) throw new Error('there is nothing to look through');
  return rest.reduce((all, next) => sql`${all} union all ${next}`, first);
}
