import { z } from 'zod';
import { job } from '../engine/job.ts';
import { shareControls } from '../interactions/share-read-again.ts';
import { ingestDocument, settleTrouble } from '../workflows/ingest-document.ts';

/** Fetches, reads and books one shared file. */
export const readDocument = job({
  name: 'read-document',
  payload: z.object({ share: z.string() }),
  attempts: 6,
  timeoutSeconds: 180,
  concurrency: 2,

  run: ({ share }, ports, signal) => ingestDocument(BigInt(share), ports, signal, shareControls),

  async gaveUp({ share }, ports) {
    const problem = `Penny could not read this file after several tries. An admin can find the cause in the log under share ${share}; until then add the invoice by hand with /invoice add.`;
    await settleTrouble(BigInt(share), problem, ports, shareControls);
  },
});
