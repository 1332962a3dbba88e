import { z } from 'zod';
import { lastTime, nextTime } from '../domain/rhythm.ts';
import { job } from '../engine/job.ts';

/** Milliseconds after which a digest is left out rather than sent: it would say in the evening what was meant for the morning. */
const tooLate = 6 * 60 * 60 * 1000;

/** Begins what is due. Of several times that were missed only the latest counts, and that one while it is fresh. */
export const dueDigests = job({
  name: 'due-digests',
  payload: z.object({}),
  attempts: 3,
  timeoutSeconds: 60,
  concurrency: 1,
  every: '* * * * *',

  async run(_, { store, clock, log }) {
    const now = clock.now();
    await store.transaction(async ({ digests }) => {
      for (const digest of await digests.due(now)) {
        const slot = lastTime(digest, now);
        await digests.plan(digest.id, nextTime(digest, now));
        if (now.getTime() - slot.getTime() <= tooLate) await digests.begin(digest.id, slot);
        else {
          const why = 'Penny was not running then, and hours later it would have come too late.';
          await digests.settle(digest.id, slot, { state: 'skipped', why });
          log.warn({ digest: String(digest.id), slot }, 'a digest is left out: it would come too late');
        }
      }
    });
  },
});
