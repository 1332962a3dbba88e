import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { readConfig } from '../../src/config.ts';
import { startPenny } from '../../src/main.ts';
import type { Delay, Word } from './penny-apart.ts';

/** Penny as `npm start` runs her, in a process of her own. `penny-apart.ts` starts it and asks by IPC how late the timers of her main thread were. */
const resolution = 10;
const delay = monitorEventLoopDelay({ resolution });
const penny = await startPenny(readConfig(process.env), pinoLog('error'));
const answer = (given: Delay | 'ready') => process.send?.(given);

/** What Node counts includes the time that was to pass anyway. */
const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution);

process.on('message', (word: Word) => {
  if (word === 'begin') {
    delay.reset();
    delay.enable();
  } else {
    delay.disable();
    answer({ p99: late(delay.percentile(99)), max: late(delay.max) });
  }
});
process.once('SIGTERM', stop);
process.once('disconnect', stop);
answer('ready');

async function stop(): Promise<void> {
  await penny.stop();
  process.exit();
}
