import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { anchor, Step, take } from './summaries/steps.ts';
import { lies } from './summaries/truth.ts';

const { ownerUrl, url } = await testDatabase();
const writers = 4;
const owner = new pg.Client({ connectionString: ownerUrl });
const clients = Array.from({ length: writers }, () => new pg.Client({ connectionString: url }));

beforeAll(async () => {
  await Promise.all([owner, ...clients].map((client) => client.connect()));
  await owner.query(`insert into vendor (name, name_key) select 'V' || n, 'v' || n from generate_series(1, 3) as n`);
  await owner.query(
    `insert into invoice (state, source, kind, added_by) select 'booked', 'manual', 'invoice', id from app_user where standing = 'penny'`,
  );
});
afterAll(() => Promise.all([owner, ...clients].map((client) => client.end())));

/** What is done on each connection, one after the other there and all at once together. Gives the lies seen within transactions and after all. */
async function whatIsWrong(steps: readonly (readonly Step[])[]): Promise<readonly string[]> {
  await owner.query(`delete from invoice where id <> ${anchor}`);
  const within = await Promise.allSettled(steps.map((own, i) => does(clients[i] ?? owner, own, `w${i}`)));
  const found = within.flatMap((one) => (one.status === 'fulfilled' ? one.value : [`failed: ${one.reason}`]));
  return [...found, ...(await lies(owner))];
}

async function does(client: pg.Client, steps: readonly Step[], who: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [i, step] of steps.entries()) {
    await client.query('begin');
    try {
      await take(client, step, `${who}/${i}`);
      wrong.push(...(await lies(client)));
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    await client.query(step.keep ? 'commit' : 'rollback');
  }
  return wrong;
}

const together = fc.array(fc.array(Step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: writers });
const exact = fc.asyncProperty(together, async (steps) => {
  expect(await whatIsWrong(steps)).toEqual([]);
});

test('whatever is loaded, corrected, deleted and undone, at once and by COPY too, the summaries are what the ledger says, before each commit as well', async () => {
  await fc.assert(exact, { numRuns: 20 });
});

test('nothing is left of a ledger that was emptied', async () => {
  await fc.assert(exact, { numRuns: 5 });
  await owner.query(`delete from invoice where id <> ${anchor}`);
  expect(await lies(owner)).toEqual([]);
  await owner.query('truncate invoice cascade');
  expect((await owner.query('select from invoice_summary_monthly')).rowCount).toBe(0);
  await owner.query(
    `insert into invoice (id, state, source, kind, added_by) overriding system value select ${anchor}, 'booked', 'manual', 'invoice', id from app_user where standing = 'penny'`,
  );
});

test('counted anew from the ledger, they are the same', async () => {
  await fc.assert(exact, { numRuns: 5 });
  await owner.query('select invoice_summary_rebuild()');
  expect(await lies(owner)).toEqual([]);
});

describe('the test above sees when a trigger', () => {
  test.each([
    ['counts what is due of nothing', 'invoice_summary_insert', 'total_minor > 0', 'total_minor >= 0'],
    ['forgets what was before a correction', 'invoice_summary_update', '-1 as sign', '0 as sign'],
    ['does not look at the category', 'invoice_summary_update', 'o.category_id, ', '', 'n.category_id, ', ''],
    ['counts what is held', 'invoice_summary_insert', "'confirmed')", "'confirmed', 'held')"],
    ['keeps what was deleted', 'invoice_summary_delete', '-1 as sign', '0 as sign'],
    ['leaves out the quarters', 'invoice_summary_insert', "date_trunc('quarter'", "date_trunc('year'"],
    ['does not add to what is there', 'invoice_summary_insert', 's.invoices + excluded', 'excluded'],
    ['forgets that fields were corrected', 'invoice_quality_update', '* cardinality(corrected)', '* 0'],
    ['loses the quality of what is deleted', 'invoice_summary_delete', 'sum(sign * straight::integer)', '0'],
  ])('%s', async (_, name, ...changes) => {
    const { rows } = await owner.query(`select pg_get_functiondef($1::regproc) as sound`, [name]);
    const sound: string = rows[0].sound;
    let broken = sound;
    for (let i = 0; i < changes.length; i += 2) broken = broken.replaceAll(changes[i] ?? '', changes[i + 1] ?? '');
    expect(broken).not.toBe(sound);
    await owner.query(broken);
    try {
      const { failed, errorInstance } = await fc.check(exact, { numRuns: 300, endOnFailure: true });
      expect(failed).toBe(true);
      expect(String(errorInstance)).not.toContain('failed: ');
    } finally {
      await owner.query(sound);
      await owner.query('select invoice_summary_rebuild()');
    }
  });
});

test('the app cannot write a summary itself', async () => {
  for (const statement of [
    'insert into invoice_summary_daily (day) values (now())',
    'update invoice_summary_vendor set due = 0',
    'delete from invoice_summary_category',
    'truncate invoice_quality_metrics',
    'select invoice_summary_rebuild()',
  ])
    await expect(clients[0]?.query(statement), statement).rejects.toThrow(/permission denied/);
});

test('four who write fifty loads each over the same months never wait for good, nor for each other', async () => {
  const load = `
    insert into invoice (state, source, kind, vendor_id, category_id, date, due_date, currency, total_minor, added_by)
    select 'booked', 'bulk', 'invoice', 1 + n % 3, 1 + n % 2, '2025-01-01'::date + (n * $1::integer) % 90, '2025-02-01', 'EUR', n, 1 from generate_series(1, 40) as n`;
  const work = async (client: pg.Client, who: number) => {
    for (let i = 0; i < 50; i += 1) {
      await client.query('begin');
      await client.query(`set local lock_timeout = '2s'`);
      await client.query(load, [who * 50 + i + 1]); // and a second statement, in whatever order of months
      await client.query(load, [91 - (i % 90)]);
      await client.query('commit');
    }
  };
  await Promise.all(clients.map(work));
  expect(await lies(owner)).toEqual([]);

  await clients[0]?.query('begin');
  await clients[0]?.query(load, [1]);
  await clients[1]?.query(`set lock_timeout = '100ms'`);
  await clients[1]?.query(load, [1]); // while the first has not committed
  await clients[0]?.query('commit');
  expect(await lies(owner)).toEqual([]);
});
