import { z } from 'zod';
import { job } from '../engine/job.ts';

/** Makes the words of loaded tables to be found, some thousand lines at a time: a load itself need not wait for it. */
export const indexWords = job({
  name: 'index-words',
  payload: z.object({}),
  attempts: 3,
  timeoutSeconds: 1_800,
  concurrency: 1,
  every: '* * * * *',

  async run(_, { store }, signal) {
    while (await store.imports.writeWords()) signal.throwIfAborted();
  },
});
