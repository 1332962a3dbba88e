import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench } from './harness.ts';

/** What `penny-child.ts` is told: count delays from now on, or say what they were. */
export type Word = 'begin' | 'end';
const Delay = z.object({ p99: z.number(), max: z.number() });
/** By how many milliseconds timers of her main thread were late. */
export type Delay = z.infer<typeof Delay>;

/** `ran` and `waited` are the shares of the time in which her main thread had a core, and wanted one and had none; null where the system does not tell. */
export type Fared = Delay & { readonly ran: number | null; readonly waited: number | null };

/** Penny in a process of her own, so that nobody's work but hers is in her event loop. */
export async function openApart(bench: Bench, env: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(join(import.meta.dirname, 'penny-child.ts'), { env: { PATH, HOME, ...env } });
  const gone = once(child, 'exit').then(() => {
    throw new Error('Penny ended in the middle of it');
  });
  gone.catch(() => {}); // at the end she is to
  bench.later(async () => {
    child.kill('SIGTERM');
    await gone.catch(() => {});
  });
  const heard = async () => (await Promise.race([once(child, 'message'), gone]))[0];
  await heard();
  const tell = (word: Word) => child.send(word);
  return {
    /** Does the work, and tells how her event loop fared meanwhile. */
    async during(work: () => Promise<unknown>): Promise<Fared> {
      const [started, before] = [performance.now(), await coreTime(child.pid)];
      tell('begin');
      await Promise.race([work(), gone]);
      const answer = heard();
      tell('end');
      const delay = Delay.parse(await answer);
      const [ms, after] = [performance.now() - started, await coreTime(child.pid)];
      const share = (of: 0 | 1) => (before && after ? (after[of] - before[of]) / 1e6 / ms : null);
      return { ...delay, ran: share(0), waited: share(1) };
    },
  };
}

/** Nanoseconds for which the main thread has run, and has waited for a core, as Linux counts them. */
async function coreTime(pid: number | undefined): Promise<readonly [number, number] | null> {
  const text = await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').catch(() => null);
  const [ran, waited] = text?.split(' ').map(Number) ?? [];
  return ran === undefined || waited === undefined ? null : [ran, waited];
}
