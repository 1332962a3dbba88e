import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench } from './harness.ts';

/** What `penny-child.ts` is told: count delays from now on, or say what they were. */
export type Word = 'begin' | 'end';
const Delay = z.object({ p99: z.number(), max: z.number() });
/** By how many milliseconds timers of her main thread were late. */
export type Delay = z.infer<typeof Delay>;

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
    async during(work: () => Promise<unknown>): Promise<Delay> {
      tell('begin');
      await Promise.race([work(), gone]);
      const answer = heard();
      tell('end');
      return Delay.parse(await answer);
    },
  };
}
