import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { seedLedger } from '../../scripts/seed/ledger.ts';
import { numberKey } from '../../src/domain/vendor.ts';
import { lies } from '../adapters/postgres/summaries/truth.ts';
import { testDatabase } from '../support/database.ts';

const until = '2026-11-25';
const invoices = 6_000;
const { ownerUrl } = await testDatabase();
await seedLedger({ url: ownerUrl, invoices, until });
const client = new pg.Client({ connectionString: ownerUrl });
await client.connect();
afterAll(() => client.end());

const one = async (query: string): Promise<unknown> => Object.values((await client.query(query)).rows[0])[0];

test('as many invoices as asked for, of one vendor for two hundred, the first of which sends most', async () => {
  expect(await one('select count(*)::int from invoice')).toBe(invoices);
  expect(await one('select count(*)::int from vendor')).toBe(invoices / 200);
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from invoice group by vendor_id order by vendor_id',
  );
  expect(rows[0]?.count).toBeGreaterThan(1.6 * (rows[1]?.count ?? 0));
});

test('the summaries are exact, and kept from then on', async () => {
  expect(await lies(client)).toEqual([]);
  await client.query(
    `update invoice set state = 'deleted', state_before_deletion = state where id % 10 = 0 and state <> 'deleted'`,
  );
  await client.query(
    `delete from invoice i where id % 7 = 0 and not exists (select from invoice where duplicate_of = i.id)`,
  );
  expect(await lies(client)).toEqual([]);
});

test('shares are as in life: most in euro, some credit notes, a few duplicates held, more each year', async () => {
  const share = async (where: string) => Number(await one(`select avg((${where})::int) from invoice`));
  expect(Math.abs((await share(`currency = 'EUR'`)) - 0.7)).toBeLessThan(0.1);
  expect(await share(`kind = 'credit_note'`)).toBeCloseTo(0.02, 2);
  expect(await share('duplicate_of is not null')).toBeGreaterThan(0.0005);
  expect(await share(`date > '2026-06-01'`)).toBeGreaterThan(await share(`date < '2022-05-01'`));
  expect(await share('net_minor + tax_minor = total_minor')).toBe(1);
  expect(await share(`(total_minor < 0) = (kind = 'credit_note')`)).toBe(1);
  expect(await share(`due_date >= date and added_at::date >= date and added_at < date '${until}' + 1`)).toBe(1);
});

test('a number comes once from each vendor, but for duplicates, and is looked for as Penny does', async () => {
  const { rows } = await client.query<{ number: string; key: string }>(
    'select number, number_key as key from invoice limit 500',
  );
  for (const { number, key } of rows) expect(key).toBe(numberKey(number));
  expect(
    await one(
      `select count(*)::int from (select from invoice where duplicate_of is null group by vendor_id, number_key having count(*) > 1) as twice`,
    ),
  ).toBe(0);
});

test('the next invoice gets the next number, and every index is there with what it is for', async () => {
  const id = await one(
    `insert into invoice (state, source, kind, added_by) values ('review', 'manual', 'invoice', 1) returning id::int`,
  );
  expect(id).toBe(await one('select max(id)::int from invoice'));
  expect(
    await one(
      `select count(*)::int from pg_index where indrelid = 'invoice'::regclass and not indisprimary and obj_description(indexrelid, 'pg_class') is null`,
    ),
  ).toBe(0);
});

test('a ledger that holds invoices is not mixed with made-up ones', async () => {
  await expect(seedLedger({ url: ownerUrl, invoices, until })).rejects.toThrow('That ledger holds invoices');
});

test('the same seed gives the same ledger, another one another', async () => {
  const sums = async (seed: number) => {
    const { ownerUrl: url, drop } = await testDatabase();
    await seedLedger({ url, invoices: 500, until, seed });
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    const { rows } = await other.query(
      `select md5(string_agg(i::text || v.name, '' order by i.id)) from (select id, vendor_id, number, date, due_date, total_minor, currency, state, added_at from invoice) as i join vendor v on v.id = i.vendor_id`,
    );
    await other.end();
    await drop();
    return rows[0];
  };
  const [first, again, another] = [await sums(1), await sums(1), await sums(2)];
  expect(again).toEqual(first);
  expect(another).not.toEqual(first);
});
