import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/postgres/database.ts';
import { Fault } from '../../../src/domain/fault.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';
import { keptLog, silent } from '../../support/silent.ts';

const { database, store, url, ownerUrl } = await testDatabase();
const event = (id: string) => ({ id, type: 'x', body: {} });

test('bigints go in and come out exact, days and decimals as text, instants as dates', async () => {
  const [row] = await database.query(sql`
    select ${9_007_199_254_740_993n}::bigint as big, ${'2026-02-28'}::date as day, ${'1.10'}::numeric as exact, ${new Date(0)}::timestamptz as at,
           ${[1n, 2n ** 60n]}::bigint[]::text as many`);

  expect(row).toEqual({
    big: 9_007_199_254_740_993n,
    day: '2026-02-28',
    exact: '1.10',
    at: new Date(0),
    many: '{1,1152921504606846976}',
  });
});

test('signs that Postgres refuses are left out, in lists too', async () => {
  const [row] = await database.query(sql`select ${'a\0b'}::text as one, (${['x\0', '\ud800']}::text[])[1] as two`);

  expect(row).toEqual({ one: 'ab', two: 'x' });
});

test('a transaction happens whole or not at all, and one inside joins it', async () => {
  const undone = store.transaction(async (outer) => {
    await outer.inbox.keep(event('A'));
    await outer.transaction((inner) => inner.inbox.keep(event('B')));
    expect(await outer.inbox.event('B')).not.toBeNull();
    expect(await store.inbox.event('B')).toBeNull();
    throw new Error('no');
  });

  await expect(undone).rejects.toThrow('no');
  expect(await store.inbox.event('A')).toBeNull();
  expect(await store.inbox.event('B')).toBeNull();
  expect(await store.transaction(async (inside) => inside.inbox.keep(event('C')))).toBe(true);
  expect(await store.inbox.event('C')).not.toBeNull();
});

test('more work than connections waits its turn', async () => {
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, i) => store.transaction((inside) => inside.inbox.keep(event(`many ${i}`)))),
  );

  expect(results.every(Boolean)).toBe(true);
});

test('a connection that is cut, idle or at work, is a Fault at most, never a crash', async () => {
  const { log, lines } = keptLog();
  const victim = openDatabase({ url, log, connections: 3, name: 'victim' });
  const owner = openDatabase({ url: ownerUrl, log: silent });
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'`;
  await victim.ping();
  await owner.query(cut);
  const ping = () =>
    victim.ping().then(
      () => 'answers',
      (error: unknown) => (error instanceof Fault ? 'away' : error),
    );
  await expect.poll(ping).toBe('answers');

  const inside = victim.transaction(async (tx) => {
    await tx.query(sql`select 1`);
    await owner.query(cut);
    await tx.query(sql`select 2`);
  });

  await expect(inside).rejects.toMatchObject({ name: 'Fault', code: 'unavailable' });
  const waiting = victim.query(sql`select pg_sleep(20)`);
  waiting.catch(() => {});
  await expect
    .poll(() =>
      owner.query(sql`select 1 from pg_stat_activity where application_name = 'victim' and wait_event = 'PgSleep'`),
    )
    .toHaveLength(1);
  await owner.query(cut);
  await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
  await victim.ping();
  expect(lines.every(({ level }) => level === 'warn')).toBe(true);
  await victim.close();
  await owner.close();
});

test('a mistake in a statement is not dressed up', async () => {
  await expect(database.query(sql`select nonsense`)).rejects.toMatchObject({ name: 'error', code: '42703' });
});
