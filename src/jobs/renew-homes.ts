import { z } from 'zod';
import { job } from '../engine/job.ts';
import { drawHome } from '../interactions/home/draw.ts';
import { renewHome } from '../workflows/publish-home.ts';

/** Seconds until those are looked at whose turn it was not. */
const pause = 5;

/** Renews the Homes of those who look at theirs, in turns. Asked for by whatever changes what they show; now and then also for what was left undone. */
export const renewHomes = job({
  name: 'renew-homes',
  payload: z.object({}),
  attempts: 5,
  timeoutSeconds: 120,
  concurrency: 1,
  every: '*/5 * * * *',

  async run(_, ports, signal) {
    const { homes, queue } = ports.store;
    for (let people = await homes.due(); people.length > 0; people = await homes.due()) {
      for (const person of people) {
        signal.throwIfAborted();
        await renewHome(person, () => drawHome(person, ports), ports);
      }
    }
    if (await homes.isLeft()) await queue.send({ name: 'renew-homes', payload: {}, key: 'homes', afterSeconds: pause });
  },
});
