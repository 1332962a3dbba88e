import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { startEmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start.ts';
import { openDatabase } from '../../../src/adapters/postgres/database.ts';
import { migrate } from '../../../src/adapters/postgres/migrate.ts';
import { openQueue } from '../../../src/adapters/postgres/queue.ts';
import { postgresStore } from '../../../src/adapters/postgres/store.ts';
import { keptLog, silent } from '../../support/silent.ts';

const folder = await mkdtemp(join(tmpdir(), 'penny-outage-'));
await chmod(folder, 0o755);
let server = await startEmbeddedPostgres({ folder, log: silent, durable: false });
const port = Number(new URL(server.url).port);
const { log, lines } = keptLog();
const ran: string[] = [];

await migrate({ url: server.ownerUrl, log });
const database = openDatabase({ url: server.url, log });
const job = { name: 'note', attempts: 5, timeoutSeconds: 30, concurrency: 2 } as const;
const queue = await openQueue({
  url: server.url,
  log,
  jobs: [{ ...job, run: async ({ n }) => void ran.push(n ?? '') }],
});
await queue.work();
const store = postgresStore(database, queue.on);

afterAll(async () => {
  await queue.stop();
  await database.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const send = (n: string) => store.queue.send({ name: 'note', payload: { n } });
const away = {
  name: 'Fault',
  code: 'unavailable',
  message: expect.stringContaining("Penny's database is away just now."),
};

test('a database that goes away is said to be, and all goes on when it is back', { timeout: 60_000 }, async () => {
  await send('before');
  await vi.waitFor(() => expect(ran).toEqual(['before']), 10_000);
  const reached = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  const cut = store.transaction(async (inside) => {
    await inside.inbox.keep({ id: 'Ev1', type: 'x', body: {} });
    reached.resolve();
    await stopped.promise;
    await inside.inbox.keep({ id: 'Ev2', type: 'x', body: {} });
  });
  cut.catch(() => {});
  await reached.promise;

  await server.stop();
  stopped.resolve();

  await expect(cut).rejects.toMatchObject(away);
  await expect(database.ping()).rejects.toMatchObject(away);
  await expect(store.inbox.keep({ id: 'Ev3', type: 'x', body: {} })).rejects.toMatchObject(away);
  await expect(store.transaction(async () => 1)).rejects.toMatchObject(away);
  await expect(send('meanwhile')).rejects.toMatchObject(away);

  server = await startEmbeddedPostgres({ folder, log: silent, durable: false, port });

  await database.ping();
  expect(await store.inbox.event('Ev1')).toBeNull();
  await send('after');
  await vi.waitFor(() => expect(ran).toEqual(['before', 'after']), 30_000);
  expect(lines.filter(({ level }) => level !== 'info').length).toBeLessThan(20);
});

test('a statement that waits too long for a lock ends with a sentence, not with silence', async () => {
  const hasty = openDatabase({ url: `${server.url}?options=-c%20lock_timeout%3D200`, log: silent });
  await store.documents.document({ sha256: 'e'.repeat(64), size: 1, type: 'image/png', name: 'x' });
  const lock = { text: 'select id from document for update', values: [] };

  const late = database.transaction(async (tx) => {
    await tx.query(lock);
    await hasty.query(lock);
  });

  await expect(late).rejects.toMatchObject({
    code: 'unavailable',
    message: "Penny's database is busy just now. Try again in a minute.",
  });
  await hasty.close();
});
