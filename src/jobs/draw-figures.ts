import { z } from 'zod';
import { may } from '../domain/access.ts';
import { job } from '../engine/job.ts';
import { figuresOf } from '../interactions/home/figures.ts';
import { drawFiguresPicture } from '../workflows/figures-picture.ts';

/** Draws the picture of the key figures as a person's Home shows them: nobody waits for it. */
export const drawFigures = job({
  name: 'draw-figures',
  payload: z.object({ person: z.string() }),
  attempts: 3,
  timeoutSeconds: 60,
  concurrency: 1,

  async run({ person }, ports) {
    const actor = await ports.store.directory.actor(person);
    if (actor === null || !may(actor, 'report.read')) return;
    await drawFiguresPicture(await figuresOf(actor, ports), ports);
  },
});
