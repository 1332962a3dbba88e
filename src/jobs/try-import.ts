import { z } from 'zod';
import { job } from '../engine/job.ts';
import { importControls } from '../interactions/import-controls.ts';
import { tellImport } from '../workflows/offer-import.ts';

/** Reads the first rows of a table as somebody just said, and shows what became of them. Not done while the form waits: every reader may be busy with a long scan. */
export const tryImport = job({
  name: 'try-import',
  payload: z.object({ import: z.string() }),
  attempts: 3,
  timeoutSeconds: 120,
  concurrency: 1,

  async run({ import: id }, ports, signal) {
    const { imports, documents } = ports.store;
    const one = await imports.any(BigInt(id));
    const document = one && (await documents.documentOf(one.documentId));
    if (!one?.mapping || !document) return;
    const looking = { known: one.mapping, usual: ports.settings.reportingCurrency };
    const { trial } = await ports.objects.lend(document.sha256, (path) =>
      ports.spreadsheets.preview({ ...document, path }, looking, signal),
    );
    const tried = await imports.tried(one.id, one.mapping, trial);
    if (tried?.state === 'offered') await tellImport(tried, ports, importControls);
  },
});
