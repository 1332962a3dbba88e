import { expect, test } from 'vitest';
import { postgresCron } from '../../../src/adapters/postgres/cron.ts';
import type { Work } from '../../../src/adapters/postgres/queue.ts';
import { postgresStore } from '../../../src/adapters/postgres/store.ts';
import { testDatabase } from '../../support/database.ts';

const tick: Work = { name: 'tick', attempts: 1, timeoutSeconds: 10, concurrency: 0, run: async () => {} };
const { database, queue } = await testDatabase({ jobs: [tick] });
const cron = postgresCron(database, (db) => postgresStore(db, queue.on));
const sent = async () =>
  (await database.query({ text: `select 1 from pgboss.job where name = 'tick'`, values: [] })).length;

test('of five replicas, 40 slots each, every slot is fired once', async () => {
  const slots = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2026, 0, 1, 0, i)));

  const fired = await Promise.all(
    [1, 2, 3, 4, 5].flatMap(() =>
      slots.map((slot) => cron.once('tick', slot, (store) => store.queue.send({ name: 'tick', payload: {} }))),
    ),
  );

  expect(fired.filter(Boolean)).toHaveLength(40);
  expect(await sent()).toBe(40);
});

test('work that fails has not begun: the next one takes the slot', async () => {
  const slot = new Date(Date.UTC(2026, 0, 2));
  const fails = cron.once('tick', slot, async () => {
    throw new Error('no');
  });
  await expect(fails).rejects.toThrow('no');

  expect(await cron.once('tick', slot, async () => {})).toBe(true);
  expect(await cron.once('tick', slot, async () => {})).toBe(false);
  expect(await cron.once('tock', slot, async () => {})).toBe(true);
});
