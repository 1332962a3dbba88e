import { type Query, sql } from '../../engine/sql.ts';
import type { Bytes } from '../../ports/apart.ts';
import type { Import, LoadImport } from '../../ports/imports.ts';
import { stagedColumns } from '../../ports/spreadsheets.ts';
import { beginning, counted, parseCopyText } from './copy-text.ts';
import type { Db } from './database.ts';
import { book, judge, keepLeftOut, meetVendors } from './import-steps.ts';
import { loaderOf, locked, note, set } from './imports.ts';

/** `db` should bear long statements: a million rows take most of a minute. */
export const postgresLoadImport =
  (db: Db): LoadImport =>
  async (id, copyText, { signal, progress = () => {}, rows }) => {
    const started = performance.now();
    rows?.catch(() => undefined); // what broke the preparing breaks the text too
    try {
      return await db.transaction(async (tx) => {
        await tx.query(sql`select pg_advisory_xact_lock(hashtext('import'))`); // one at a time: two would not see each other's rows
        const begun = await locked(tx, id);
        if (begun.state !== 'loading') return null;
        await tx.query(sql`set local work_mem = '64MB'`); // or the rows are sorted and joined by way of the disk
        const staged = await stage(tx, copyText, signal, progress);
        if (rows !== undefined) whole(staged, await rows);
        return load(tx, begun, signal, started);
      });
    } finally {
      copyText.destroy();
    }
  };

/** Nothing is booked of a table that did not come whole. */
function whole(came: number, prepared: number): void {
  if (came !== prepared) throw new Error(`${prepared} rows were prepared, and ${came} came to the database`);
}

async function load(tx: Db, begun: Import, signal: AbortSignal, started: number): Promise<Import> {
  const { id } = begun;
  const actor = loaderOf(begun);
  for (const step of [meetVendors, judge, () => book(tx, id, actor.id), () => keepLeftOut(tx, id)]) {
    signal.throwIfAborted();
    await step(tx);
  }
  const loaded = await set(
    tx,
    id,
    sql`state = 'loaded', loaded_at = now(), words_to = 0, left_out_file = null, milliseconds = ${Math.round(performance.now() - started)}, ${figures}`,
  );
  await note(tx, actor, 'load', loaded);
  return loaded;
}

/** What came of the rows; totals are of those that were accepted. */
const figures: Query = sql`
  (rows, accepted, duplicates, rejected) = (
    select count(*), count(*) filter (where verdict = 'accepted'), count(*) filter (where verdict = 'duplicate'), count(*) filter (where verdict = 'rejected') from judged),
  totals = (
    select coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'invoices', invoices, 'minor', minor::text) order by invoices desc, currency), '[]')
      from (select currency, count(*) as invoices, sum(total_minor) as minor from judged where verdict = 'accepted' group by currency) as by_currency)`;

/** Rows up to which one INSERT is quicker than COPY, which goes to and fro once more; near and far alike, by `npm run bench -- load`. */
const fewRows = 200;

/** Puts the rows into a table of this transaction's own, few by one INSERT, many by COPY, and tells how many came. */
async function stage(tx: Db, copyText: Bytes, signal: AbortSignal, progress: (rows: number) => void): Promise<number> {
  await tx.query(sql`
    create temp table staged (
      line integer, vendor text, vendor_key text, tax_id text, iban text, number text, number_key text, date date, due_date date,
      currency char(3), net_minor bigint, tax_minor bigint, total_minor bigint, category text, description text, raw text, problem text) on commit drop`);
  const start = await beginning(copyText, fewRows);
  if (start.rest !== null) {
    const copy = `copy staged (${stagedColumns.join(', ')}) from stdin`;
    const came = await tx.copy(copy, counted(start, progress), signal);
    await tx.query(sql`analyze staged (line, vendor_key, tax_id, number_key, problem)`);
    return came;
  }
  const rows = parseCopyText(start.head);
  if (rows.length > 0) await tx.query(insertOf(rows));
  progress(rows.length);
  return rows.length;
}

function insertOf(rows: readonly (readonly (string | null)[])[]): Query {
  const tuples = rows.map(
    (row, at) => `(${row.map((_, cell) => `$${at * stagedColumns.length + cell + 1}`).join(', ')})`,
  );
  return { text: `insert into staged (${stagedColumns.join(', ')}) values ${tuples.join(', ')}`, values: rows.flat() };
}
