import { z } from 'zod';
import { authorize } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import { job } from '../engine/job.ts';
import { readAgain as readInvoiceAgain } from '../workflows/read-again.ts';

/** Reads the paper of an invoice in review anew for somebody who asked, and tells them what came of it. */
export const readAgain = job({
  name: 'read-again',
  payload: z.object({ invoice: z.string(), by: z.string(), channel: z.string() }),
  attempts: 3,
  timeoutSeconds: 180,
  concurrency: 1,

  async run({ invoice, by, channel }, ports, signal) {
    const tell = (text: string) =>
      ports.workspace.whisper(channel, by, { summary: text, parts: [{ part: 'text', text }] });
    try {
      const grant = authorize(await ports.store.directory.actor(by), 'invoice.correct-own');
      await tell(await readInvoiceAgain(BigInt(invoice), grant, ports, signal));
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'unavailable') throw error;
      await tell(error.message);
    }
  },
});
