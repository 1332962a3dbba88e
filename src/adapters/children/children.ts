import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Fault } from '../../domain/fault.ts';
import type { Apart } from '../../ports/apart.ts';
import { ask, type ChildSettings, startChild } from './one-child.ts';

/** Processes kept warm, each for one job at a time. `stop` ends them all; what runs or waits then fails as unavailable. */
export type Children = { readonly run: Apart; stop(): Promise<void> };

/** Jobs after which a child is replaced, lest what parsers leak adds up. */
const fullLife = 500;

/**
 * Starts `count` children and keeps that many: one that dies or is killed is replaced at once.
 * Own code rather than a library because a child must be killed the moment its time is over, and because one that dies between two jobs must not be
 * blamed on the next file.
 */
export function startChildren({
  count = 2,
  megabytes = 1024,
  load = [],
}: Partial<ChildSettings & { readonly count: number }> = {}): Children {
  const living = new Map<ChildProcess, { jobs: number }>();
  const idle: ChildProcess[] = [];
  const waiting: ((child: ChildProcess) => void)[] = [];
  const stopping = new AbortController();

  function grow(): void {
    const child = startChild({ megabytes, load });
    living.set(child, { jobs: 0 });
    child.once('exit', () => {
      living.delete(child);
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
      if (!stopping.signal.aborted) grow();
    });
    offer(child);
  }

  function offer(child: ChildProcess): void {
    const next = waiting.shift();
    if (next) next(child);
    else idle.push(child);
  }

  /** The next free child; who is aborted while waiting leaves the queue. */
  function take(signal: AbortSignal): Promise<ChildProcess> {
    const free = idle.shift();
    if (free) return Promise.resolve(free);
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(signal.reason);
      };
      const enter = (child: ChildProcess) => {
        signal.removeEventListener('abort', leave);
        resolve(child);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(enter);
    });
  }

  function giveBack(child: ChildProcess): void {
    const life = living.get(child);
    if (!life || child.killed || child.exitCode !== null || child.signalCode !== null) return;
    life.jobs += 1;
    if (life.jobs < fullLife) offer(child);
    else child.kill('SIGKILL');
  }

  const run: Apart = async (module, name, input, limit) => {
    const ended = AbortSignal.any([limit.signal, stopping.signal]);
    ended.throwIfAborted();
    const child = await take(ended);
    try {
      const request = { module: String(module), name, input };
      // The module answers with what its function returns: the caller named that function's type
      return (await ask(child, request, { ...limit, signal: ended })) as never;
    } finally {
      giveBack(child);
    }
  };

  for (let started = 0; started < count; started += 1) grow();
  return {
    run,
    async stop() {
      stopping.abort(new Fault('unavailable', 'Penny is stopping; the file is read when she is back.'));
      const exits = [...living.keys()].map((child) => once(child, 'exit'));
      for (const child of living.keys()) child.kill('SIGKILL');
      await Promise.all(exits);
    },
  };
}
