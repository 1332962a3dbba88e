import { describe, expect, it } from 'vitest';
import { manualClock } from '../../src/sandbox/clock.ts';
import { createDelivery } from '../../src/sandbox/delivery.ts';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { boltApp, sandbox } from './bolt-app.ts';

type Envelope = {
  readonly envelope_id: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly payload: { readonly event_id: string };
};

/** Slack's side alone, over a wire that a test can cut. */
function wire() {
  const clock = manualClock();
  const sent: Envelope[] = [];
  const journal: JournalEntry[] = [];
  let open = true;
  const send = (message: object) => {
    if (open) sent.push(message as Envelope); // what dispatch sends has this shape
    return open;
  };
  const delivery = createDelivery({ clock, send, record: (entry) => journal.push(entry) });
  return {
    delivery,
    sent,
    lost: () => journal.filter(({ kind }) => kind === 'lost').length,
    cut: () => {
      open = false;
    },
    mend: () => {
      open = true;
      delivery.flush();
    },
    wait: clock.advance,
  };
}

describe('delivery of events', () => {
  it('tries again at once, after one minute, after five, and then never', () => {
    const { delivery, sent, wait, lost } = wire();
    delivery.event({ event_id: 'Ev1' });
    const attempts = () => sent.map(({ retry_attempt: attempt, retry_reason: reason }) => [attempt, reason]);
    wait(2999);
    expect(attempts()).toEqual([[0, '']]);
    wait(1);
    expect(attempts()).toEqual([
      [0, ''],
      [1, 'timeout'],
    ]);
    wait(3000);
    wait(59_999);
    expect(sent).toHaveLength(2);
    wait(1);
    expect(attempts().at(-1)).toEqual([2, 'timeout']);
    wait(3000);
    wait(300_000);
    expect(attempts().at(-1)).toEqual([3, 'timeout']);
    expect(lost()).toBe(0);
    wait(3000);
    wait(3_600_000);
    expect(sent).toHaveLength(4);
    expect(lost()).toBe(1);
    expect(new Set(sent.map(({ payload }) => payload.event_id))).toEqual(new Set(['Ev1']));
  });

  it('stops when the app has acknowledged, even late', () => {
    const { delivery, sent, wait } = wire();
    delivery.event({ event_id: 'Ev1' });
    wait(3000);
    delivery.acknowledge(sent[0]?.envelope_id ?? '', {});
    wait(3_600_000);
    expect(sent).toHaveLength(2);
  });

  it('holds what comes while no socket is open and hands it over as a retry', () => {
    const { delivery, sent, wait, cut, mend } = wire();
    cut();
    delivery.event({ event_id: 'Ev1' });
    wait(1000);
    expect(sent).toEqual([]);
    mend();
    expect(sent).toMatchObject([{ retry_attempt: 1, retry_reason: 'connection_failed' }]);
  });

  it('loses it when the app stays away too long', () => {
    const { delivery, sent, wait, cut, mend, lost } = wire();
    cut();
    delivery.event({ event_id: 'Ev1' });
    wait(360_000);
    mend();
    expect(sent).toEqual([]);
    expect(lost()).toBe(1);
  });

  it('can send an event twice, not as a retry', () => {
    const { delivery, sent } = wire();
    delivery.repeatEvents(1);
    delivery.event({ event_id: 'Ev1' });
    delivery.event({ event_id: 'Ev2' });
    expect(sent.map(({ payload, retry_attempt: attempt }) => [payload.event_id, attempt])).toEqual([
      ['Ev1', 0],
      ['Ev1', 0],
      ['Ev2', 0],
    ]);
  });

  it('asks a command once only', async () => {
    const { delivery, sent, wait } = wire();
    const reply = delivery.ask('slash_commands', {});
    wait(3000);
    expect(await reply).toEqual({ acked: false, why: 'timeout' });
    wait(3_600_000);
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toHaveProperty('retry_attempt');
  });
});

describe('delivery to a real app', () => {
  it('sends the same event again when acknowledgements get lost', async () => {
    const clock = manualClock();
    const slack = await sandbox({ clock });
    const seen: string[] = [];
    const told = Promise.withResolvers<void>();
    await boltApp(slack, (app) => {
      app.event('file_shared', async ({ body, context }) => {
        seen.push(`${body.event_id} ${context.retryNum}`);
        if (seen.length === 2) told.resolve();
      });
    });
    slack.faults.ignoreAcks(1);
    const ada = slack.as('ada');
    await ada.shares({ name: 'a.pdf', bytes: Buffer.from('x') }, 'invoices');
    await expect.poll(() => seen.length).toBe(1);
    clock.advance(3000);
    await told.promise;
    const [first, second] = seen.map((line) => line.split(' '));
    expect(second?.[0]).toBe(first?.[0]);
    expect([first?.[1], second?.[1]]).toEqual(['0', '1']);
  });

  it('survives a dropped socket: the event arrives after the reconnect', async () => {
    const slack = await sandbox();
    const seen: number[] = [];
    await boltApp(
      slack,
      (app) => {
        app.event('file_shared', async ({ context }) => void seen.push(context.retryNum ?? 0));
      },
      500,
    );
    const ada = slack.as('ada');
    slack.faults.dropSockets();
    await ada.waitsFor(({ app }) => !app.connected);
    await ada.shares({ name: 'a.pdf', bytes: Buffer.from('x') }, 'invoices');
    await ada.waitsFor(({ app }) => app.connected);
    await expect.poll(() => seen).toEqual([1]);
    expect(ada.sees().messages[channelIds.invoices]).toHaveLength(1);
  });
});
