import { expect, test } from 'vitest';
import { tellOfReader } from '../../src/workflows/tell-ops.ts';
import { testDatabase } from '../support/database.ts';

const { store, database } = await testDatabase();
const at = (day: string, opsChannel: string | null = 'COPS') => ({
  store,
  settings: {
    intakeChannels: [],
    opsChannel,
    reportingCurrency: 'EUR' as const,
    allowance: null,
    charts: 'picture' as const,
    admins: [],
  },
  clock: { now: () => new Date(`${day}T10:00:00Z`) },
});
const told = () =>
  database.query<{ key: string; summary: string; version: number }>({
    text: "select key, saying->>'summary' as summary, version from outbox order by id",
    values: [],
  });

test('the ops channel hears of a change, in one message a day; a repeat says nothing', async () => {
  await tellOfReader(true, at('2026-03-31'));
  await tellOfReader(true, at('2026-03-31'));
  expect(await told()).toMatchObject([{ summary: expect.stringMatching(/embedded reader for now/), version: 1 }]);

  await tellOfReader(false, at('2026-03-31'));
  await tellOfReader(true, at('2026-04-01'));
  expect(await told()).toMatchObject([
    { summary: expect.stringMatching(/answers again/), version: 2 },
    { summary: expect.stringMatching(/keeps failing/), version: 1 },
  ]);
});

test('without an ops channel nobody is told', async () => {
  const before = await told();
  await tellOfReader(true, at('2026-05-01', null));

  expect(await told()).toEqual(before);
});
