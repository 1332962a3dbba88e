import { z } from 'zod';
import type { Invoice } from '../domain/invoice.ts';
import type { Text } from '../domain/reply.ts';
import { job } from '../engine/job.ts';
import type { Ports } from '../engine/ports.ts';
import { invoiceControls } from '../interactions/invoice-controls.ts';
import { invoiceCard } from '../workflows/invoice-card.ts';
import { shareKey } from '../workflows/share-sayings.ts';

/** Brings the card of an invoice in its thread up to what the ledger says. The ledger asks for it with every change. */
export const showInvoice = job({
  name: 'show-invoice',
  payload: z.object({ invoice: z.string() }),
  attempts: 8,
  timeoutSeconds: 30,
  concurrency: 4,

  async run({ invoice: id }, ports) {
    const { ledger, documents, outbox } = ports.store;
    const invoice = await ledger.any(BigInt(id));
    if (invoice?.documentId == null) return;
    const share = await documents.firstShare(invoice.documentId, 0n);
    if (share === null) return;
    const saying = invoiceCard(invoice, {
      controls: invoiceControls(invoice),
      firstLink: await linkTo(invoice.duplicateOf, ports),
      byline: await byline(invoice, ports),
    });
    // the first invoice of a file takes the message that followed the reading, each further one gets its own
    await outbox.say({
      key: invoice.isFirst ? shareKey(share) : `invoice:${invoice.id}`,
      channel: share.channel,
      thread: share.messageTs,
      saying,
    });
  },
});

async function linkTo(id: bigint | null, { store, workspace }: Ports): Promise<string | null> {
  const first = id === null ? null : await store.ledger.any(id);
  const share = first?.documentId == null ? null : await store.documents.firstShare(first.documentId, 0n);
  return share?.messageTs ? workspace.permalink(share.channel, share.messageTs) : null;
}

const verbs: Readonly<Record<string, string>> = {
  'invoice.confirm': 'Confirmed by',
  'invoice.correct': 'Corrected by',
  'invoice.remove': 'Deleted by',
  'invoice.restore': 'Restored by',
  'invoice.release': 'Not a duplicate, says',
};

async function byline(invoice: Invoice, { store }: Ports): Promise<Text> {
  const last = (await store.ledger.history(invoice.id)).at(-1);
  const verb = last && verbs[last.action];
  return last && verb ? `${verb} ${last.actor}.` : '';
}
