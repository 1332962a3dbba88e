import type { Invoice } from '../domain/invoice.ts';
import type { Saying } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import { type CardOptions, invoiceCard } from './invoice-card.ts';
import { picturesOf } from './invoice-pictures.ts';

/** The card of an invoice; of a suspected duplicate with the first one beside it. */
export async function invoiceMessage(
  invoice: Invoice,
  options: Pick<CardOptions, 'controls' | 'doubts' | 'byline'>,
  ports: Pick<Ports, 'store' | 'workspace'>,
): Promise<Saying> {
  const { store, workspace } = ports;
  const first = invoice.duplicateOf === null ? null : await store.ledger.any(invoice.duplicateOf);
  const share = first?.documentId == null ? null : await store.documents.firstShare(first.documentId, 0n);
  const firstLink = share?.messageTs ? await workspace.permalink(share.channel, share.messageTs) : null;
  const pictures = await picturesOf(invoice, ports);
  return invoiceCard(invoice, { ...options, pictures, first, firstLink });
}
