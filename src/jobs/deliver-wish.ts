import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { job } from '../engine/job.ts';
import type { Ports } from '../engine/ports.ts';
import { marks, type Wish } from '../ports/outbox.ts';

/** Makes Slack show what the outbox wishes. Slack has no idempotency key, so a post that may have arrived is looked for before it is sent again. */
export const deliverWish = job({
  name: 'deliver-wish',
  payload: z.object({ wish: z.string() }),
  attempts: 10,
  timeoutSeconds: 60,
  concurrency: 4,

  async run({ wish: id }, ports) {
    const wish = await ports.store.outbox.wish(BigInt(id));
    if (wish === null || wish.delivered >= wish.version) return;
    if (wish.kind === 'message') await ports.store.homes.outdate(); // what threads say anew, Homes show too
    try {
      await (wish.kind === 'mark' ? deliverMark(wish, ports) : deliverMessage(wish, ports));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'missing') throw error;
      ports.log.warn({ err: error, wish: id }, 'the place of a message is gone; it is not delivered');
      await ports.store.outbox.delivered(wish.id, wish.version, wish.ts, null);
    }
  },
});

async function deliverMark(wish: Extract<Wish, { kind: 'mark' }>, { workspace, store }: Ports): Promise<void> {
  // One that may have arrived was perhaps for another mark: any of them may stand there
  const there = wish.attempted ? marks : wish.shown === null ? [] : [wish.shown];
  await store.outbox.attempting(wish.id);
  await workspace.mark(
    wish.channel,
    wish.ts,
    wish.mark,
    there.filter((mark) => mark !== wish.mark),
  );
  await store.outbox.delivered(wish.id, wish.version, wish.ts, wish.mark);
}

async function deliverMessage(wish: Extract<Wish, { kind: 'message' }>, ports: Ports): Promise<void> {
  const ts = wish.ts ?? (wish.attempted ? await ports.workspace.delivered(wish.channel, wish.thread, wish.key) : null);
  if (ts !== null) await ports.workspace.update(wish.channel, ts, wish.saying);
  await ports.store.outbox.delivered(wish.id, wish.version, ts ?? (await post(wish, ports)), null);
}

async function post(wish: Extract<Wish, { kind: 'message' }>, { workspace, store }: Ports): Promise<string> {
  await store.outbox.attempting(wish.id);
  return workspace.post(wish.channel, wish.thread, wish.saying, wish.key);
}
