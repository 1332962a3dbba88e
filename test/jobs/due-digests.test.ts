import { beforeEach, expect, test } from 'vitest';
import { digestDesk } from '../support/digests.ts';

const { desk, slack, at, minute, tasks, send, goTo, slots } = await digestDesk();

beforeEach(async () => {
  goTo('2026-03-31T10:00:00Z');
  await desk.database.query({ text: 'delete from digest_slot', values: [] });
  await desk.database.query({ text: 'delete from digest', values: [] });
});

test('it comes when its time has come, once a time, and not before', async () => {
  await desk.chat('/penny digest weekdays vendors at 11', 'ben');

  expect(await at('2026-03-31T10:59:59Z')).toEqual([]);
  expect(await at('2026-03-31T11:00:00Z')).toHaveLength(1);
  expect(await at('2026-03-31T11:01:00Z')).toEqual([]);
  expect(await at('2026-04-03T11:00:30Z')).toHaveLength(1); // a Friday
  expect(await at('2026-04-05T23:00:00Z')).toEqual([]);
  expect(await at('2026-04-06T11:00:00Z')).toHaveLength(1);
});

test('twenty replicas at once begin it once', async () => {
  await desk.chat('/penny digest weekdays vendors at 11', 'ben');
  await desk.chat('/penny digest weekdays trend at 11', 'ben');
  goTo('2026-03-31T11:00:00Z');

  await Promise.all(Array.from({ length: 20 }, minute));

  const begun = await tasks();
  expect(begun).toHaveLength(2);
  const before = slack.posts.length;
  for (const task of [...begun, ...begun]) await send(task);
  expect(slack.posts.length - before).toBe(2);
});

test('of times that were missed the latest is sent while it is fresh, and is left out with a note after six hours', async () => {
  await desk.chat('/penny digest daily vendors at 11', 'ben');

  expect(await at('2026-04-03T16:59:00Z')).toHaveLength(1);
  expect(await slots()).toMatchObject([{ slot: new Date('2026-04-03T11:00Z'), state: 'sent', why: null }]);

  expect(await at('2026-04-05T17:00:01Z')).toEqual([]);
  expect((await slots()).at(-1)).toMatchObject({ slot: new Date('2026-04-05T11:00Z'), state: 'skipped' });
  expect(JSON.stringify(await desk.chat('/penny digest', 'ben'))).toContain(
    'Left out on Sunday 5 April 2026: Penny was not running then',
  );

  expect(await at('2026-04-06T11:00:00Z')).toHaveLength(1);
  expect(JSON.stringify(await desk.chat('/penny digest', 'ben'))).not.toContain('Left out');
});

test('each in its own zone', async () => {
  const { store } = desk.ports;
  const zones = { 'Europe/Berlin': 'UBEN', 'America/New_York': 'UADA' } as const;
  for (const [zone, id] of Object.entries(zones))
    await store.directory.meet({ id, team: 'T1', name: id, zone, standing: 'member' });
  await desk.chat('/penny digest daily vendors at 9', 'ben');
  await desk.chat('/penny digest daily vendors at 9', 'ada');

  expect(await at('2026-04-01T07:00:00Z')).toHaveLength(1);
  expect(await at('2026-04-01T12:59:00Z')).toEqual([]);
  expect(await at('2026-04-01T13:00:00Z')).toHaveLength(1);
});
