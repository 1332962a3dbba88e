import { z } from 'zod';
import { job } from '../engine/job.ts';
import type { Ports } from '../engine/ports.ts';
import { fieldDoubts } from '../interactions/invoice-check-field.ts';
import { invoiceControls } from '../interactions/invoice-controls.ts';
import type { Mark } from '../ports/outbox.ts';
import { invoiceMessage } from '../workflows/invoice-message.ts';
import { askForPictures } from '../workflows/invoice-pictures.ts';
import { lastSaid } from '../workflows/invoice-story.ts';
import { shareKey } from '../workflows/share-sayings.ts';

/** Brings the card of an invoice in its thread, and the mark on its file, up to what the ledger says. The ledger asks for it with every change. */
export const showInvoice = job({
  name: 'show-invoice',
  payload: z.object({ invoice: z.string() }),
  attempts: 8,
  timeoutSeconds: 30,
  concurrency: 4,

  async run({ invoice: id }, ports) {
    const { ledger, documents, outbox } = ports.store;
    const invoice = await ledger.any(BigInt(id));
    if (invoice?.documentId == null) return ports.store.homes.outdate(); // what has a thread is followed by way of its message
    const share = await documents.firstShare(invoice.documentId, 0n);
    if (share === null) return ports.store.homes.outdate();
    const byline = await lastSaid(invoice, ports.store.ledger);
    const saying = await invoiceMessage(
      invoice,
      { controls: invoiceControls(invoice), doubts: fieldDoubts(invoice), byline },
      ports,
    );
    // the first invoice of a file takes the message that followed the reading, each further one gets its own
    await outbox.say({
      key: invoice.isFirst ? shareKey(share) : `invoice:${invoice.id}`,
      channel: share.channel,
      thread: share.messageTs,
      saying,
    });
    if (share.messageTs)
      await outbox.mark({
        channel: share.channel,
        ts: share.messageTs,
        mark: await markOf(invoice.documentId, ports),
      });
    await askForPictures(invoice, ports);
  },
});

/** Seen as a whole: a doubt about one of its invoices is a doubt about the file. */
async function markOf(documentId: bigint, { store }: Ports): Promise<Mark> {
  const counting = await store.ledger.ofDocument(documentId);
  if (counting.length === 0) return 'no_entry_sign';
  return counting.some(({ state }) => state === 'review' || state === 'held') ? 'warning' : 'white_check_mark';
}
