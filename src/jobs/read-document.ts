import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { job } from '../engine/job.ts';
import { importControls } from '../interactions/import-controls.ts';
import { shareControls } from '../interactions/share-controls.ts';
import { ingestDocument, settleTrouble } from '../workflows/ingest-document.ts';
import { clearDrop } from '../workflows/receive-drop.ts';

/** Fetches, reads and books one file that was shared, or dropped into the inbox. */
export const readDocument = job({
  name: 'read-document',
  payload: z.object({ share: z.string() }),
  attempts: 6,
  timeoutSeconds: 180,
  concurrency: 2,

  async run({ share }, ports, signal) {
    await ingestDocument(BigInt(share), ports, signal, { trouble: shareControls, offer: importControls });
    await clearDrop(await ports.store.documents.shareOf(BigInt(share)), ports);
  },

  async gaveUp({ share }, ports) {
    const problem = `Penny could not read this file after several tries. An admin can find the cause in the log under share ${share}; until then add the invoice by hand with /invoice add.`;
    await settleTrouble(BigInt(share), new Fault('unavailable', problem), ports, shareControls);
    await clearDrop(await ports.store.documents.shareOf(BigInt(share)), ports);
  },
});
