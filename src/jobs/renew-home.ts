import { z } from 'zod';
import { job } from '../engine/job.ts';
import { drawHome } from '../interactions/home/draw.ts';
import { renewHome as renew } from '../workflows/publish-home.ts';

/** Renews the Home of somebody who pressed a button in it. */
export const renewHome = job({
  name: 'renew-home',
  payload: z.object({ person: z.string() }),
  attempts: 3,
  timeoutSeconds: 30,
  concurrency: 2,

  run: ({ person }, ports) => renew(person, () => drawHome(person, ports), ports),
});
