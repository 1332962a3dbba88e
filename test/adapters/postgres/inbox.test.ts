import { expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';

const { store, database } = await testDatabase();

test('500 events, each delivered four times in parallel, are 500 events', async () => {
  const events = Array.from({ length: 500 }, (_, i) => ({
    id: `Ev${i}`,
    type: 'file_shared',
    body: { event: { file_id: `F${i}` } },
  }));

  const kept = await Promise.all(events.flatMap((event) => [1, 2, 3, 4].map(() => store.inbox.keep(event))));

  expect(kept.filter(Boolean)).toHaveLength(500);
  expect(await database.query({ text: 'select count(*) from slack_event', values: [] })).toEqual([{ count: 500n }]);
});

test('an event comes back as it was sent, and can be ticked off twice', async () => {
  const event = {
    id: 'EvX',
    type: 'file_shared',
    body: { text: 'nul \0 and half \ud800 a pair', list: [1, null, { a: true }] },
  };
  await store.inbox.keep(event);

  expect(await store.inbox.event('EvX')).toEqual({
    ...event,
    body: { ...event.body, text: 'nul  and half \ufffd a pair' },
    receivedAt: expect.any(Date),
  });
  await store.inbox.handled('EvX');
  await store.inbox.handled('EvX');
  expect(await store.inbox.event('none')).toBeNull();
});
