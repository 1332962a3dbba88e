import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { migrate } from '../../../src/adapters/postgres/migrate.ts';
import { openQueue, type Work } from '../../../src/adapters/postgres/queue.ts';
import { Fault } from '../../../src/domain/fault.ts';
import { emptyDatabase, testDatabase } from '../../support/database.ts';
import { keptLog, silent } from '../../support/silent.ts';

type Ran = { readonly name: string; readonly payload: Readonly<Record<string, string>> };
const ran: Ran[] = [];
const gaveUp: Ran[] = [];

/** What a job does, decided by each test. */
const acts = new Map<string, (payload: Ran['payload'], signal: AbortSignal) => Promise<void>>();

const work = (name: string, change: Partial<Work> = {}): Work => ({
  name,
  attempts: 3,
  timeoutSeconds: 30,
  concurrency: 2,
  async run(payload, signal) {
    ran.push({ name, payload });
    await acts.get(name)?.(payload, signal);
  },
  ...change,
});
const jobs: readonly Work[] = [
  work('plain'),
  work('keyed', { concurrency: 4 }),
  work('stubborn', { attempts: 2, gaveUp: async (payload) => void gaveUp.push({ name: 'stubborn', payload }) }),
  work('hopeless', { gaveUp: async (payload) => void gaveUp.push({ name: 'hopeless', payload }) }),
  work('slow', { timeoutSeconds: 1, attempts: 1 }),
];
const { store, database, queue, url } = await testDatabase({ jobs });
await queue.work();

const of = (name: string) => ran.filter((one) => one.name === name);
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

/** A door that jobs wait at until it is opened. */
function door() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test('a task runs once, with what it was sent', async () => {
  await store.queue.send({ name: 'plain', payload: { id: '1' } });

  await eventually(() => expect(of('plain')).toEqual([{ name: 'plain', payload: { id: '1' } }]));
});

test('a task is begun within a blink of being sent', async () => {
  const waits: number[] = [];
  for (let i = 0; i < 20; i++) {
    const begun = Promise.withResolvers<number>();
    acts.set('plain', async () => begun.resolve(performance.now()));
    const sent = performance.now();
    await store.queue.send({ name: 'plain', payload: { id: `blink ${i}` } });
    waits.push((await begun.promise) - sent);
  }
  acts.delete('plain');

  expect(waits.sort((a, b) => a - b)[10]).toBeLessThan(100); // 6 ms on a quiet machine; a poll would be seconds
});

test('a task sent in a transaction that is rolled back never was; one that commits starts after it', async () => {
  const undone = store.transaction(async (inside) => {
    await inside.queue.send({ name: 'plain', payload: { id: 'undone' } });
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');

  let committed = false;
  acts.set('plain', async () => expect(committed).toBe(true));
  await store.transaction(async (inside) => {
    await inside.queue.send({ name: 'plain', payload: { id: 'done' } });
    await pause(50);
    committed = true;
  });

  await eventually(() => expect(of('plain').map(({ payload }) => payload.id)).toContain('done'));
  expect(of('plain').map(({ payload }) => payload.id)).not.toContain('undone');
  acts.delete('plain');
});

test('a hundred tasks are all done without waiting for polls', async () => {
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: 100 }, (_, i) => store.queue.send({ name: 'plain', payload: { bulk: String(i) } })),
  );

  await eventually(() => expect(new Set(of('plain').flatMap(({ payload }) => payload.bulk ?? [])).size).toBe(100));
  expect(performance.now() - begun).toBeLessThan(15_000);
});

test('of one key one waits; one sent while it runs is run later, never beside it', async () => {
  const { opened, open } = door();
  let running = 0;
  acts.set('keyed', async () => {
    expect(++running).toBe(1);
    await opened;
    running--;
  });
  const send = (n: string) => store.queue.send({ name: 'keyed', payload: { n }, key: 'k' });
  await send('first');
  await eventually(() => expect(of('keyed')).toHaveLength(1));

  await Promise.all(['second', 'second', 'second', 'second'].map(send));
  await pause(300);
  expect(of('keyed')).toHaveLength(1);
  open();

  await eventually(() => expect(of('keyed')).toHaveLength(2));
  await pause(300);
  expect(of('keyed')).toHaveLength(2);
  acts.delete('keyed');
});

test('a hundred that enqueue one key at once make one task', async () => {
  const { opened, open } = door();
  acts.set('keyed', () => opened);
  const before = of('keyed').length;
  await store.queue.send({ name: 'keyed', payload: {}, key: 'h' });
  await eventually(() => expect(of('keyed')).toHaveLength(before + 1));

  await Promise.all(Array.from({ length: 100 }, () => store.queue.send({ name: 'keyed', payload: {}, key: 'h' })));

  const [row] = await database.query({
    text: `select count(*) from pgboss.job where name = 'keyed' and singleton_key = 'h' and state = 'created'`,
    values: [],
  });
  expect(row).toEqual({ count: 1n });
  open();
  await eventually(() => expect(of('keyed')).toHaveLength(before + 2));
  acts.delete('keyed');
});

test('a task that waits already does not start before the transaction that sent it again has ended', async () => {
  await queue.stop();
  await store.queue.send({ name: 'keyed', payload: {}, key: 'late' });
  const seen: string[] = [];
  let written = 'old';
  const { opened, open } = door();
  const other = await openQueue({
    url,
    log: silent,
    jobs: [work('keyed', { run: async () => void seen.push(written) })],
  });

  const change = store.transaction(async (inside) => {
    await inside.queue.send({ name: 'keyed', payload: {}, key: 'late' });
    await other.work();
    await pause(1_500); // longer than a poll: the worker has looked, and left it alone
    written = 'new';
    open();
  });

  await opened;
  await change;
  await eventually(() => expect(seen).toEqual(['new']));
  await other.stop();
});

test('ten replicas may open a new queue at once', async () => {
  const empty = await emptyDatabase();
  await migrate({ url: empty, log: silent });

  const opened = await Promise.all(Array.from({ length: 10 }, () => openQueue({ url: empty, log: silent, jobs })));

  expect(opened).toHaveLength(10);
  await Promise.all(opened.map((one) => one.stop()));
});

test('a job that fails is tried again, and given up after its last attempt, once', async () => {
  const again = await openQueue({ url, log: silent, jobs });
  await again.work();
  acts.set('stubborn', async () => {
    throw new Error('still not');
  });

  await again.on(database).send({ name: 'stubborn', payload: { id: '7' } });

  await eventually(() => expect(gaveUp).toEqual([{ name: 'stubborn', payload: { id: '7' } }]));
  expect(of('stubborn')).toHaveLength(2);
  await again.stop();
});

test.each(['invalid', 'missing'] as const)('what is %s is not tried again', async (code) => {
  const { log, lines } = keptLog();
  const again = await openQueue({ url, log, jobs });
  await again.work();
  acts.set('hopeless', async () => {
    throw new Fault(code, 'That will never work.');
  });

  await again.on(database).send({ name: 'hopeless', payload: { code } });

  await eventually(() => expect(gaveUp).toContainEqual({ name: 'hopeless', payload: { code } }));
  expect(of('hopeless').filter(({ payload }) => payload.code === code)).toHaveLength(1);
  expect(lines).toContainEqual({
    level: 'error',
    sentence: 'a job failed for good',
    data: expect.objectContaining({ job: 'hopeless', attempt: 1, err: expect.any(Fault) }),
  });
  await again.stop();
});

test('a job past its time is told to stop; a stop of the queue waits for those that run', async () => {
  const again = await openQueue({ url, log: silent, jobs });
  await again.work();
  let told = false;
  acts.set('slow', async (_, signal) => {
    signal.addEventListener('abort', () => {
      told = true;
    });
    await vi.waitFor(() => expect(told).toBe(true), 10_000);
  });
  await again.on(database).send({ name: 'slow', payload: {} });
  await eventually(() => expect(told).toBe(true));

  let finished = false;
  acts.set('plain', async () => {
    await pause(700);
    finished = true;
  });
  const before = of('plain').length;
  await again.on(database).send({ name: 'plain', payload: {} });
  await eventually(() => expect(of('plain').length).toBeGreaterThan(before));
  await again.stop();

  expect(finished).toBe(true);
  const left = await database.query({
    text: `select state from pgboss.job where name = 'plain' and state < 'completed'`,
    values: [],
  });
  expect(left).toEqual([]);
});
