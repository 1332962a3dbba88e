import { createTask } from 'node-cron';
import type { Log } from '../../ports/log.ts';

/** Something due at the times of a cron line (UTC). `fire` is given the slot, the minute it is due, and makes sure that of several replicas one acts. */
export type Schedule = { readonly name: string; readonly every: string; fire(slot: Date): Promise<void> };

/** Starts the clockwork. A firing that fails is logged and comes again at its next slot. */
export function startSchedules(schedules: readonly Schedule[], log: Log): { stop(): Promise<void> } {
  const tasks = schedules.map(({ name, every, fire }) =>
    createTask(
      every,
      ({ date }) =>
        fire(minuteOf(date)).catch((error: unknown) => log.error({ err: error, schedule: name }, 'a schedule failed')),
      {
        name,
        timezone: 'UTC',
      },
    ),
  );
  for (const task of tasks) task.start();
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
}

function minuteOf(date: Date): Date {
  const slot = new Date(date);
  slot.setUTCSeconds(0, 0);
  return slot;
}
