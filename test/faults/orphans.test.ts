import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { gone, readersOf } from './child.ts';

/** A reader notices that its Penny is gone by the number of its parent, which must not be asked for too late. */
test.runIf(process.platform === 'linux').each([20, 100, 400])(
  'readers end with a Penny who is killed %i ms after she started them',
  async (milliseconds) => {
    const parent = spawn(process.execPath, [join(import.meta.dirname, 'young-parent.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(parent.stdout, 'data');
    await pause(milliseconds);
    const readers = await vi.waitFor(
      async () => {
        const both = await readersOf(parent.pid ?? 0);
        expect(both).toHaveLength(2); // on a busy machine one may not be a program of its own yet
        return both;
      },
      { timeout: 5_000, interval: 5 },
    );
    parent.kill('SIGKILL');
    await once(parent, 'exit');

    await gone(readers);
  },
);
