import { randomUUID } from 'node:crypto';
import type { SandboxClock } from './clock.ts';
import type { JournalEntry } from './journal.ts';
import type { Sockets } from './socket.ts';

type Json = Readonly<Record<string, unknown>>;

export type Reply =
  | { readonly acked: true; readonly payload: Json }
  /** No socket was open, or nothing came back within three seconds. */
  | { readonly acked: false; readonly why: 'no_socket' | 'timeout' };

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
  stop(): void;
};

export type DeliveryParts = {
  readonly clock: SandboxClock;
  readonly sockets: Pick<Sockets, 'send'>;
  readonly record: (entry: JournalEntry) => void;
};

/** One event on its way. `id` stays the same over all attempts, as in Slack. */
type Parcel = { readonly id: string; readonly payload: Json; readonly attempt: number; readonly reason: string };
type Envelope = Parcel & { readonly type: string };

const ACK_WITHIN_MS = 3000;
/** Waits before the first, second and third retry. */
const RETRY_AFTER_MS = [0, 60_000, 300_000] as const;
/** How long Slack keeps an event for an app that has no socket open: as long as the retries would have lasted. */
const HOLD_MS = 360_000;

export function createDelivery({ clock, sockets, record }: DeliveryParts): Delivery {
  const waiting = new Map<string, (reply: Reply) => void>();
  const held = new Map<Parcel, () => void>();
  let deaf = 0;
  let stopped = false;

  /** Sends an envelope; `done` hears the acknowledgement, or that none came. By callback: a clock by hand must find its timers set. */
  function dispatch(envelope: Envelope, done: (reply: Reply) => void): void {
    const { id, type, payload, attempt, reason } = envelope;
    const accepts = type !== 'events_api';
    const retry = accepts ? {} : { retry_attempt: attempt, retry_reason: reason };
    const sent = sockets.send({ envelope_id: id, payload, type, accepts_response_payload: accepts, ...retry });
    if (!sent) {
      done({ acked: false, why: 'no_socket' });
      return;
    }
    record({ kind: 'envelope', at: clock.now(), ...envelope });
    const settle = (reply: Reply) => {
      cancel();
      waiting.delete(id);
      done(reply);
    };
    const cancel = clock.setTimeout(() => settle({ acked: false, why: 'timeout' }), ACK_WITHIN_MS);
    waiting.set(id, settle);
  }

  function attempt(parcel: Parcel): void {
    dispatch({ ...parcel, type: 'events_api' }, (reply) => {
      if (!reply.acked) again(parcel, reply.why);
    });
  }

  function again(parcel: Parcel, why: 'no_socket' | 'timeout'): void {
    if (stopped) return;
    const wait = RETRY_AFTER_MS[parcel.attempt];
    const next = { ...parcel, attempt: parcel.attempt + 1, reason: 'timeout' };
    if (why === 'no_socket') hold({ ...parcel, attempt: Math.max(1, parcel.attempt), reason: 'connection_failed' });
    else if (wait === undefined) record({ kind: 'lost', at: clock.now(), payload: parcel.payload });
    else if (wait === 0) attempt(next);
    else clock.setTimeout(() => attempt(next), wait);
  }

  function hold(parcel: Parcel): void {
    const cancel = clock.setTimeout(() => {
      held.delete(parcel);
      record({ kind: 'lost', at: clock.now(), payload: parcel.payload });
    }, HOLD_MS);
    held.set(parcel, cancel);
  }

  return {
    event: (payload) => attempt({ id: randomUUID(), payload, attempt: 0, reason: '' }),
    ask: (type, payload) =>
      new Promise((resolve) => dispatch({ id: randomUUID(), type, payload, attempt: 0, reason: '' }, resolve)),
    flush() {
      const parcels = [...held];
      held.clear();
      for (const [parcel, cancel] of parcels) {
        cancel();
        attempt(parcel);
      }
    },
    acknowledge(id, payload) {
      if (deaf > 0) {
        deaf -= 1;
        return;
      }
      record({ kind: 'ack', at: clock.now(), id, payload });
      waiting.get(id)?.({ acked: true, payload });
    },
    ignoreAcks(count) {
      deaf = count;
    },
    stop() {
      stopped = true;
      for (const settle of waiting.values()) settle({ acked: false, why: 'no_socket' });
      for (const cancel of held.values()) cancel();
      held.clear();
    },
  };
}
