import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { IsoDate } from '../../src/domain/calendar.ts';
import { chanceOf } from './chance.ts';
import { withoutIndexes } from './indexes.ts';
import { columns, type KnownVendor, lines } from './invoices.ts';
import { seedVendors, vendorsFor } from './vendors.ts';

export type Seeding = {
  /** Of the ledger's owner. */
  readonly url: string;
  readonly invoices: number;
  /** The last day; the ledger covers the five years that end with it. */
  readonly until: IsoDate;
  readonly seed?: number;
  readonly told?: (invoices: number) => void;
};

/** So many a statement: Postgres remembers each row of a statement until it has checked its references. */
const perCopy = 200_000;

/**
 * Fills an empty ledger: all of it or nothing, the same for the same seed and last day. The summaries are counted once at the end, by what the migrations count them with.
 * Throws when the ledger holds invoices. Memory stays flat, here and in the server.
 */
export async function seedLedger({ url, invoices, until, seed = 1, told = () => {} }: Seeding): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'penny seed' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table invoice in access exclusive mode');
    await refuseFull(client);
    await unchecked(client);
    await withoutIndexes(client, 'invoice', () => fill(client, { url, invoices, until, seed, told }));
    await readings(client);
    await client.query('set constraints all immediate');
    await client.query('alter table invoice enable trigger user; alter table invoice_quality enable trigger user');
    await client.query('select invoice_summary_rebuild()');
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Without triggers; and without the look-ups of references, which are right, where the owner may leave those out. */
const unchecked = (client: pg.Client): Promise<unknown> =>
  client.query(`
    alter table invoice disable trigger user;
    alter table invoice_quality disable trigger user;
    select set_config('session_replication_role', 'replica', true) where has_parameter_privilege('session_replication_role', 'set')`);

async function refuseFull(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from invoice limit 1');
  if (rowCount) throw new Error('That ledger holds invoices. Only an empty one is filled with made-up ones.');
}

async function fill(client: pg.Client, { invoices, until, seed, told }: Required<Seeding>): Promise<void> {
  const chance = chanceOf(seed);
  const { rows } = await client.query<{ penny: string; other: string; first: string }>(`
    select (select id from app_user where standing = 'penny') as penny, (select id from category where name = 'Other') as other,
           nextval(pg_get_serial_sequence('invoice', 'id')) as first`);
  const [known] = rows;
  if (!known) throw new Error('the ledger is not migrated');
  const source = lines({
    vendors: await meet(client, seedVendors(vendorsFor(invoices), chance, seed)),
    invoices,
    until,
    chance,
    firstId: Number(known.first),
    addedBy: BigInt(known.penny),
    otherCategory: BigInt(known.other),
  });
  for (let done = 0; done < invoices; done = Math.min(invoices, done + perCopy), told(done))
    await pipeline(
      Readable.from(packed(source, perCopy)),
      client.query(copyFrom(`copy invoice (${columns}) from stdin`)),
    );
  await client.query(
    `select setval(pg_get_serial_sequence('invoice', 'id'), (select max(id) from invoice)) from invoice limit 1`,
  );
}

async function meet(client: pg.Client, vendors: ReturnType<typeof seedVendors>): Promise<readonly KnownVendor[]> {
  const { rows } = await client.query<{ key: string; id: string; category: string }>(
    `insert into vendor (name, name_key, category_id)
     select given.name, given.key, c.id from unnest($1::text[], $2::text[], $3::text[]) with ordinality as given (name, key, category, place) join category c on c.name = given.category
      order by given.place
         on conflict (name_key) do update set name = vendor.name
     returning name_key as key, id, (select id from category where name = 'Other') as category`,
    [vendors.map(({ name }) => name), vendors.map(({ key }) => key), vendors.map(({ category }) => category)],
  );
  const ids = new Map(rows.map(({ key, id }) => [key, BigInt(id)]));
  const categories = await client.query<{ name: string; id: string }>('select name, id from category');
  const categoryIds = new Map(categories.rows.map(({ name, id }) => [name, BigInt(id)]));
  return vendors.map((vendor) => ({
    ...vendor,
    id: ids.get(vendor.key) ?? 0n,
    categoryId: categoryIds.get(vendor.category) ?? 0n,
  }));
}

/** Takes `most` lines and hands them on in pieces that a socket likes. */
function* packed(source: Generator<string>, most: number): Generator<string> {
  let piece = '';
  for (let taken = 0; taken < most; taken += 1) {
    const { value, done } = source.next();
    if (done) break;
    piece += value;
    if (piece.length > 60_000) {
      yield piece;
      piece = '';
    }
  }
  if (piece) yield piece;
}

/** How well Penny read those that came as files: seven in ten without a doubt, a field put right in one of twenty-three. */
const readings = (client: pg.Client): Promise<unknown> =>
  client.query(`
    insert into invoice_quality (invoice_id, straight, read, sure, corrected, settled_at)
    select id, id % 10 < 7 and state <> 'review', '{vendor,invoice_number,date,currency,total}',
           case when id % 10 < 7 then '{vendor,invoice_number,date,currency,total}'::text[] else '{vendor,currency}' end,
           case id % 23 when 0 then '{total}'::text[] when 1 then '{due_date}' else '{}' end,
           case when state in ('booked', 'confirmed') then added_at + (case when id % 10 < 7 then 4 + id % 9 else 600 + id % 90000 end) * interval '1 second' end
      from invoice where source in ('slack_file', 'drop') and state <> 'held'`);
