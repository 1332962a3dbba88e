import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import { type EventBody, isDurable, isEvent, isOwn, type KeptEvent, kept } from './durable-events.ts';

/** Something from Slack and the way to say that it arrived. */
export type Arrival = { readonly body: object; ack(response?: unknown): Promise<void> };

export type GateParts = {
  readonly store: Pick<Store, 'transaction'>;
  readonly log: Log;
  readonly entries: ReadonlySet<string>;
  readonly pennyUser: string;
  /** No event is taken any more: Slack brings it again, to whoever serves next. */
  readonly stopping: () => boolean;
};

/**
 * Stands before Bolt, which acknowledges an event before any handler has run: what dies then is lost for good.
 * Here a durable event is kept together with the job that handles it, then acknowledged. If it cannot be kept it is not acknowledged, and Slack
 * delivers it again. Says whether the arrival is dealt with; whatever is not goes on to Bolt.
 */
export function inboxGate({
  store,
  log,
  entries,
  pennyUser,
  stopping,
}: GateParts): (arrival: Arrival) => Promise<boolean> {
  return async ({ body, ack }) => {
    if (!isEvent(body)) return false;
    if (stopping()) return true;
    if (isOwn(body, pennyUser)) {
      await ack();
      return true;
    }
    if (!isDurable(body)) return false;
    const event = kept(body, entries);
    if (event !== null && !(await keep(body, event, store, log))) return true;
    await ack();
    return true;
  };
}

async function keep(body: EventBody, event: KeptEvent, store: Pick<Store, 'transaction'>, log: Log): Promise<boolean> {
  const id = body.event_id;
  try {
    const isNew = await store.transaction(async ({ inbox, queue }) => {
      const first = await inbox.keep({ id, type: body.event.type, body: event });
      if (first) await queue.send({ name: 'take-event', payload: { event: id }, key: id });
      return first;
    });
    log.debug({ event: id, type: body.event.type, isNew }, 'an event was kept');
    return true;
  } catch (error) {
    log.error(
      { err: error, event: id, type: body.event.type },
      'an event could not be kept; Slack will deliver it again',
    );
    return false;
  }
}
