import { z } from 'zod';
import { job } from '../engine/job.ts';
import { importControls } from '../interactions/import-controls.ts';
import { sendLeftOut } from '../workflows/left-out-rows.ts';
import { loadImport as load } from '../workflows/load-import.ts';
import { tellImport } from '../workflows/offer-import.ts';

/** Loads a table that somebody pressed Load for, and says what came of it. Killed half-way it has booked nothing, and begins anew. */
export const loadImport = job({
  name: 'load-import',
  payload: z.object({ import: z.string() }),
  attempts: 5,
  timeoutSeconds: 1800,
  concurrency: 1,

  async run({ import: id }, ports, signal) {
    const done = await load(BigInt(id), ports, signal, (one, progress) =>
      tellImport(one, ports, importControls, progress),
    );
    await tellImport(done, ports, importControls);
    await sendLeftOut(done, ports);
  },

  async gaveUp({ import: id }, ports) {
    const problem = `Penny could not load this table after several tries, and booked nothing of it. Press Load to try again; an admin finds the cause in the log under import ${id}.`;
    const failed = await ports.store.imports.fail(BigInt(id), problem);
    await tellImport(failed, ports, importControls);
  },
});
