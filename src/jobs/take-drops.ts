import { z } from 'zod';
import { authorize } from '../domain/access.ts';
import { job } from '../engine/job.ts';
import { receiveDrop } from '../workflows/receive-drop.ts';

/** Looks into the inbox. What lies there is told of in the first intake channel; as long as there is none, it waits. */
export const takeDrops = job({
  name: 'take-drops',
  payload: z.object({}),
  attempts: 3,
  timeoutSeconds: 300,
  concurrency: 1,
  every: '* * * * *',

  async run(_, ports, signal) {
    const [channel] = ports.settings.intakeChannels;
    if (channel === undefined) return;
    const grant = authorize(await ports.store.directory.penny(), 'document.share');
    for (const found of await ports.drops.found()) {
      signal.throwIfAborted();
      await receiveDrop(found, channel, grant, ports);
    }
  },
});
