import { expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { testDatabase } from './database.ts';

const begun = performance.now();
const one = await testDatabase();
const took = performance.now() - begun;
const two = await testDatabase();

test('a test has a database of its own, made in no time, with nothing in it but what migrations put there', async () => {
  await one.store.inbox.keep({ id: 'Ev1', type: 'x', body: {} });

  expect(await two.store.inbox.event('Ev1')).toBeNull();
  expect(await one.database.query(sql`select count(*) from invoice`)).toEqual([{ count: 0n }]);
  expect(took).toBeLessThan(5_000); // 60 ms on a quiet machine, of which the copy is half and opening the queue the rest
});
