import type { SandboxClock } from './clock.ts';
import type { JournalEntry } from './journal.ts';

type Json = Readonly<Record<string, unknown>>;

export type Reply =
  | { readonly acked: true; readonly payload: Json }
  /** No socket was open, or nothing came back within three seconds. */
  | { readonly acked: false; readonly why: 'no_socket' | 'timeout' };

/** One message to the app. An event keeps its `id` over all attempts, as in Slack. */
export type Envelope = {
  readonly id: string;
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Json;
  readonly attempt: number;
  readonly reason: string;
};

export type OutgoingParts = {
  readonly clock: SandboxClock;
  readonly send: (message: Json) => boolean;
  readonly record: (entry: JournalEntry) => void;
};

/** Envelopes on their way to the app, each until it is acknowledged or three seconds are over. */
export type Outgoing = {
  /** By callback and not by promise: a clock set by hand must find the timers there at once. */
  send(envelope: Envelope, done: (reply: Reply) => void): void;
  acknowledge(id: string, payload: Json): void;
  ignoreAcks(count: number): void;
  giveUp(): void;
};

const ACK_WITHIN_MS = 3000;

export function createOutgoing({ clock, send, record }: OutgoingParts): Outgoing {
  const waiting = new Map<string, (reply: Reply) => void>();
  let deaf = 0;
  return {
    send(envelope, done) {
      if (!send(onWire(envelope))) {
        done({ acked: false, why: 'no_socket' });
        return;
      }
      record({ kind: 'envelope', at: clock.now(), ...envelope });
      const settle = (reply: Reply) => {
        cancel();
        waiting.delete(envelope.id);
        done(reply);
      };
      const cancel = clock.setTimeout(() => settle({ acked: false, why: 'timeout' }), ACK_WITHIN_MS);
      waiting.set(envelope.id, settle);
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
    giveUp() {
      for (const settle of waiting.values()) settle({ acked: false, why: 'no_socket' });
    },
  };
}

/** Only events can be retried, and only the others can be answered with more than an acknowledgement. */
function onWire({ id, type, payload, attempt, reason }: Envelope): Json {
  const isEvent = type === 'events_api';
  const retry = isEvent ? { retry_attempt: attempt, retry_reason: reason } : {};
  return { envelope_id: id, payload, type, accepts_response_payload: !isEvent, ...retry };
}
