import { randomUUID } from 'node:crypto';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { inboxGate } from '../../src/adapters/slack/gate.ts';
import { bareEvent, openServer, openStore } from './desk.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { abreast, alternately } from './measure.ts';

const atOnce = 8;
const batch = Array.from({ length: 200 });

/** So many of them, never more than a few under way. */
const crowd = (work: () => Promise<unknown>) => abreast(atOnce, batch, work);

/** What Penny does before she acknowledges an event, against one row kept by itself. */
export async function inbox(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  const store = await openStore(server, bench);
  const gate = inboxGate({
    store,
    log: pinoLog('error'),
    entries: new Set(['file-shared']),
    pennyUser: 'U0PENNY',
    stopping: () => false,
  });
  const keep = async () => {
    let acknowledged = false;
    const ack = async () => {
      acknowledged = true;
    };
    await gate({ body: sharing(), ack });
    if (!acknowledged) throw new Error('an event was not kept');
  };
  const insert = () => server.bare.query(bareEvent, [randomUUID(), JSON.stringify(sharing())]);
  const one = await alternately(bench.runs(100), { keep, insert }, 10);
  const note = 'with the job that handles it, in one transaction';
  bench.report(figure('event kept before its ack', 'ms', one.keep, { 'bare insert': one.insert }, note));
  const many = await alternately(Math.ceil(bench.runs(100) / 20), {
    keep: () => crowd(keep),
    insert: () => crowd(insert),
  });
  const rate = (samples: readonly number[]) => samples.map((ms) => (batch.length / ms) * 1000);
  bench.report(
    figure(`events kept, ${atOnce} at a time`, 'a second', rate(many.keep), { 'bare inserts': rate(many.insert) }),
  );
}

const sharing = () => ({
  type: 'event_callback',
  event_id: randomUUID(),
  team_id: 'T0BENCH',
  event: { type: 'file_shared', file_id: `F${randomUUID()}`, user_id: 'U0BENCH', channel_id: 'C0BENCH' },
});
