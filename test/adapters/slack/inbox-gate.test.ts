import { beforeAll, expect, test } from 'vitest';
import type { Work } from '../../../src/adapters/postgres/queue.ts';
import { type Arrival, type GateParts, inboxGate } from '../../../src/adapters/slack/gate.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';

const taken: string[] = [];
const takeEvent: Work = {
  name: 'take-event',
  attempts: 1,
  timeoutSeconds: 60,
  concurrency: 4,
  run: async ({ event = '' }) => void taken.push(event),
};

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ jobs: [takeEvent] });
});

const gate = (more: Partial<GateParts> = {}) =>
  inboxGate({
    store: db.store,
    log: silent,
    entries: new Set(['file-shared', 'file-deleted', 'user-changed', 'member-left']),
    pennyUser: 'UPENNY',
    stopping: () => false,
    ...more,
  });

const arrival = (id: string, event: object): Arrival & { acks: number } => {
  const one = {
    body: { event_id: id, team_id: 'T1', event },
    acks: 0,
    ack: async () => {
      one.acks += 1;
    },
  };
  return one;
};
const share = (id: string) =>
  arrival(id, { type: 'file_shared', file_id: `F${id}`, user_id: 'UCLEO', channel_id: 'C1' });

test('a hundred events, each brought three times at once: all acknowledged, each handled once', async () => {
  const through = gate();
  const all = Array.from({ length: 100 }, (_, i) => [1, 2, 3].map(() => share(`Ev${i}`))).flat();

  const dealt = await Promise.all(all.map(through));

  expect(dealt.every(Boolean)).toBe(true);
  expect(all.every(({ acks }) => acks === 1)).toBe(true);
  await db.queue.work();
  await expect.poll(() => taken.length, { timeout: 15_000 }).toBe(100);
  expect(new Set(taken).size).toBe(100);
});

test('an event whose job cannot be queued is not kept either, and not acknowledged', async () => {
  const store: GateParts['store'] = {
    transaction: (work) =>
      db.store.transaction((tx) =>
        work({ ...tx, inbox: tx.inbox, queue: { send: () => Promise.reject(new Error('the queue is away')) } }),
      ),
  };
  const one = share('EvNoQueue');

  expect(await gate({ store })(one)).toBe(true);

  expect(one.acks).toBe(0);
  expect(await db.store.inbox.event('EvNoQueue')).toBeNull();
});

test.each([
  [
    'a deleted file',
    { type: 'file_deleted', file_id: 'F1', user_id: 'UCLEO' },
    { entry: 'file-deleted', by: 'UCLEO', given: { file: 'F1' } },
  ],
  [
    'a changed person',
    { type: 'user_change', user: { id: 'UGUS', deleted: true } },
    { entry: 'user-changed', by: 'UGUS', given: { user: 'UGUS' } },
  ],
  [
    'somebody who left',
    { type: 'member_left_channel', user: 'UGUS', channel: 'C1' },
    { entry: 'member-left', by: 'UGUS', given: { user: 'UGUS', channel: 'C1' } },
  ],
  [
    'Penny herself, put out',
    { type: 'member_left_channel', user: 'UPENNY', channel: 'C1' },
    { entry: 'member-left', by: 'UPENNY', given: { user: 'UPENNY', channel: 'C1' } },
  ],
])('%s is kept for its interaction', async (name, event, { entry, by, given }) => {
  const one = arrival(`Ev ${name}`, event);

  await gate()(one);

  expect(one.acks).toBe(1);
  expect((await db.store.inbox.event(`Ev ${name}`))?.body).toMatchObject({
    entry,
    call: { id: `Ev ${name}`, by, given },
  });
});

test.each([
  ['what Penny uploaded', { type: 'file_shared', file_id: 'F1', user_id: 'UPENNY', channel_id: 'C1' }],
  ['a share without a channel', { type: 'file_shared', file_id: 'F1', user_id: 'UCLEO' }],
  ['a message of Penny', { type: 'message', user: 'UPENNY', text: 'x' }],
])('%s is acknowledged and forgotten', async (name, event) => {
  const one = arrival(`Ev ${name}`, event);

  expect(await gate()(one)).toBe(true);

  expect(one.acks).toBe(1);
  expect(await db.store.inbox.event(`Ev ${name}`)).toBeNull();
});

test('what is no event, or not a durable one, goes on to Bolt', async () => {
  const home = arrival('EvHome', { type: 'app_home_opened', user: 'UCLEO' });
  const command: Arrival = { body: { command: '/spend' }, ack: async () => undefined };

  expect(await gate()(home)).toBe(false);
  expect(await gate()(command)).toBe(false);
  expect(home.acks).toBe(0);
});

test('a desk that stops takes no event: Slack brings it to the next', async () => {
  const one = share('EvLate');

  expect(await gate({ stopping: () => true })(one)).toBe(true);

  expect(one.acks).toBe(0);
  expect(await db.store.inbox.event('EvLate')).toBeNull();
});
