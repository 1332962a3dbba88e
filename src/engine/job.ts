import type { z } from 'zod';
import type { Task } from '../ports/queue.ts';
import type { Ports } from './ports.ts';

/**
 * Work done in the background, at least once: safe to run twice, and to be killed at any point.
 * `attempts` counts all tries; a Fault('invalid' | 'missing') is not tried again. `every` is a cron line (UTC) for jobs with an empty payload.
 */
export type Job = {
  readonly name: string;
  readonly attempts: number;
  readonly timeoutSeconds: number;
  /** How many of this kind run at a time in one process. */
  readonly concurrency: number;
  readonly every?: string;
  run(payload: unknown, ports: Ports, signal: AbortSignal): Promise<void>;
  /** Called once when the last attempt has failed. */
  gaveUp?(payload: unknown, ports: Ports): Promise<void>;
};

type Payload = Task['payload'];

export function job<P extends Payload>(declared: {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  readonly attempts: number;
  readonly timeoutSeconds: number;
  readonly concurrency: number;
  readonly every?: string;
  readonly run: (payload: P, ports: Ports, signal: AbortSignal) => Promise<void>;
  readonly gaveUp?: (payload: P, ports: Ports) => Promise<void>;
}): Job & { task(payload: P, options?: Pick<Task, 'key' | 'afterSeconds'>): Task } {
  const { payload: schema, run, gaveUp, ...rest } = declared;
  return {
    ...rest,
    task: (payload, options = {}) => ({ name: declared.name, payload, ...options }),
    run: (payload, ports, signal) => run(schema.parse(payload), ports, signal),
    ...(gaveUp ? { gaveUp: (payload: unknown, ports: Ports) => gaveUp(schema.parse(payload), ports) } : {}),
  };
}
