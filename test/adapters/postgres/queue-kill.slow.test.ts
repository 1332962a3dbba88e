import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { testDatabase } from '../../support/database.ts';

/** pg-boss takes a worker for dead after 10 s without a heartbeat and not sooner, so this waits for half a minute. Run it with PENNY_SLOW_TESTS=1. */
test.runIf(process.env.PENNY_SLOW_TESTS)(
  'the job of a worker that was killed is done by another within 75 seconds',
  { timeout: 120_000 },
  async () => {
    let taken: number | null = null;
    const endless = {
      name: 'endless',
      attempts: 5,
      timeoutSeconds: 600,
      concurrency: 1,
      run: async () => {
        taken = performance.now();
      },
    };
    const { url, queue, store } = await testDatabase({ jobs: [endless] });
    await store.queue.send({ name: 'endless', payload: {} });
    const worker = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(worker.stdout, 'data');
    await queue.work();

    worker.kill('SIGKILL');
    const killed = performance.now();

    await vi.waitFor(() => expect(taken).not.toBeNull(), { timeout: 75_000, interval: 100 });
    process.stderr.write(`taken up ${((taken ?? 0) - killed) / 1000} s after the kill\n`);
  },
);
