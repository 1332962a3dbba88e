import type { App } from '@slack/bolt';
import type { Arrival } from './gate.ts';
import { inFlight } from './in-flight.ts';

/** All that Slack brings, from its arrival until everything about it is done. */
export type Intake = {
  /** Puts the gate before Bolt's own door; what the gate has not dealt with goes on to Bolt. */
  guard(app: Pick<App, 'processEvent'>, gate: (arrival: Arrival) => Promise<boolean>): void;
  /** True once Slack has its answer to everything; false when the time ran out before. */
  answered(milliseconds: number): Promise<boolean>;
  /** True once nothing is being worked on; false when the time ran out before. */
  done(milliseconds: number): Promise<boolean>;
};

/** Bolt's own stop waits for nobody. */
export function intake(): Intake {
  const working = inFlight();
  const unanswered = inFlight();
  return {
    answered: unanswered.settled,
    done: working.settled,
    guard(app, gate) {
      const door = app.processEvent.bind(app);
      app.processEvent = (event) => {
        const answered = Promise.withResolvers<void>();
        void unanswered.run(() => answered.promise);
        const ack: Arrival['ack'] = async (response) => {
          await event.ack(response);
          answered.resolve();
        };
        const take = async () => {
          if (!(await gate({ body: event.body, ack }))) await door({ ...event, ack });
        };
        return working.run(() => take().finally(answered.resolve));
      };
    },
  };
}
