import { z } from 'zod';
import { job } from '../engine/job.ts';
import { drawInvoice as draw } from '../workflows/invoice-pictures.ts';

/** Draws the paper of an invoice for its card, once the card itself is there: nobody waits for it. */
export const drawInvoice = job({
  name: 'draw-invoice',
  payload: z.object({ invoice: z.string() }),
  attempts: 3,
  timeoutSeconds: 60,
  concurrency: 1,

  async run({ invoice: id }, ports, signal) {
    const invoice = await ports.store.ledger.any(BigInt(id));
    if (invoice) await draw(invoice, ports, signal);
  },
});
