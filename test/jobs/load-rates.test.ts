import { expect, test } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { sql } from '../../src/engine/sql.ts';
import { loadRates } from '../../src/jobs/load-rates.ts';
import { testDesk } from '../support/chat.ts';

const { ports, database } = await testDesk();
const never = new AbortController().signal;
const kept = () => database.query(sql`select currency, day, per_euro from fx_rate`);

test('without an address nothing is fetched', async () => {
  await loadRates.run({}, ports, never);
  expect(await kept()).toEqual([]);
});

test('what was published is kept, once however often it is fetched', async () => {
  const fetchRates = async () => [{ day: '2026-11-25', currency: 'USD', perEuro: '1.0525' }];
  await loadRates.run({}, { ...ports, fetchRates }, never);
  await loadRates.run({}, { ...ports, fetchRates }, never);
  expect(await kept()).toEqual([{ currency: 'USD', day: '2026-11-25', per_euro: '1.0525' }]);
});

test('what went wrong is the queue’s: it tries again where that helps', async () => {
  const fetchRates = async () => {
    throw new Fault('unavailable', 'away');
  };
  await expect(loadRates.run({}, { ...ports, fetchRates }, never)).rejects.toThrow('away');
});

test('it is looked on working days, after the hour at which they are published', () => {
  expect(loadRates).toMatchObject({ every: '30 15,18 * * 1-5' });
});
