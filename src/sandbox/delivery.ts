import { randomUUID } from 'node:crypto';
import type { Envelope, OutgoingParts, Reply } from './outgoing.ts';
import { createOutgoing } from './outgoing.ts';

type Json = Readonly<Record<string, unknown>>;

export type Delivery = {
  /** An event: sent until acknowledged, again at once, after one minute and after five; then lost. */
  event(body: Json): void;
  /** A command or interaction: sent once, never again. */
  ask(type: 'slash_commands' | 'interactive', payload: Json): Promise<Reply>;
  /** A socket has opened: what was held goes out now. */
  flush(): void;
  acknowledge(envelopeId: string, payload: Json): void;
  /** The next `count` acknowledgements get lost on the way. */
  ignoreAcks(count: number): void;
  /** The next `count` events go out twice. */
  repeatEvents(count: number): void;
  stop(): void;
};

/** Waits before the first, second and third retry. */
const RETRY_AFTER_MS = [0, 60_000, 300_000] as const;
/** How long Slack keeps an event for an app that has no socket open: as long as the retries would have lasted. */
const HOLD_MS = 360_000;

export function createDelivery(parts: OutgoingParts): Delivery {
  const { clock, record } = parts;
  const outgoing = createOutgoing(parts);
  const held = new Map<Envelope, () => void>();
  let doubled = 0;
  let stopped = false;

  function attempt(event: Envelope): void {
    outgoing.send(event, (reply) => {
      if (!reply.acked && !stopped) again(event, reply.why);
    });
  }

  function again(event: Envelope, why: 'no_socket' | 'timeout'): void {
    const wait = RETRY_AFTER_MS[event.attempt];
    const next = { ...event, attempt: event.attempt + 1, reason: 'timeout' };
    if (why === 'no_socket') hold({ ...event, attempt: Math.max(1, event.attempt), reason: 'connection_failed' });
    else if (wait === undefined) record({ kind: 'lost', at: clock.now(), payload: event.payload });
    else if (wait === 0) attempt(next);
    else clock.setTimeout(() => attempt(next), wait);
  }

  function hold(event: Envelope): void {
    const cancel = clock.setTimeout(() => {
      held.delete(event);
      record({ kind: 'lost', at: clock.now(), payload: event.payload });
    }, HOLD_MS);
    held.set(event, cancel);
  }

  return {
    event(payload) {
      attempt(fresh('events_api', payload));
      if (doubled === 0) return;
      doubled -= 1;
      attempt(fresh('events_api', payload));
    },
    ask: (type, payload) => new Promise((resolve) => outgoing.send(fresh(type, payload), resolve)),
    flush() {
      const events = [...held];
      held.clear();
      for (const [event, cancel] of events) {
        cancel();
        attempt(event);
      }
    },
    acknowledge: outgoing.acknowledge,
    ignoreAcks: outgoing.ignoreAcks,
    repeatEvents(count) {
      doubled = count;
    },
    stop() {
      stopped = true;
      outgoing.giveUp();
      for (const cancel of held.values()) cancel();
      held.clear();
    },
  };
}

function fresh(type: Envelope['type'], payload: Json): Envelope {
  return { id: randomUUID(), type, payload, attempt: 0, reason: '' };
}
