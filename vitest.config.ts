import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/support/slow-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global.ts'],
    setupFiles: ['test/support/setup.ts'],
    isolate: false,
    testTimeout: 60_000, // what is slow is measured by npm run bench; a busy machine may take its time here
    hookTimeout: 60_000,
    maxWorkers: 3, // on two cores: the third works while tests of faults wait
    sequence: { sequencer: SlowFirst },
    expect: { poll: { timeout: 30_000 } },
  },
});
