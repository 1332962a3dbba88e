import { authorize, type Grant, may } from '../domain/access.ts';
import { type Invoice, InvoiceRef, invoiceCan } from '../domain/invoice.ts';
import type { Control, Reply } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { reviewQueue } from '../workflows/review-queue.ts';
import { trustOffer } from '../workflows/vendor-trust.ts';
import { careControls } from './invoice-controls.ts';
import { invoiceShow } from './invoice-show.ts';
import { shareControls } from './share-controls.ts';
import { trustButtons } from './trust-vendor-ask.ts';

/** "Looks right" in the queue: the invoice is confirmed, and the queue shows what is left. */
export const reviewConfirm = button({
  name: 'review-confirm',
  needs: 'invoice.confirm',
  look: { label: 'Confirm' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    const id = BigInt(invoice);
    await ports.store.ledger.confirm(id, grant);
    const { saying, ...list } = await reviewList(authorize(grant.actor, 'invoice.read-own'), ports);
    const offer = await trustOffer({ invoice: id, actor: grant.actor, buttons: trustButtons(id) }, ports);
    return { ...list, saying: { ...saying, parts: [...offer, ...saying.parts] }, replaces: true };
  },
});

/** Two blocks each, of the fifty that Slack shows. */
const most = 15;

/** The queue as `/invoice review` answers it. */
export async function reviewList(
  grant: Grant<'invoice.read-own'>,
  ports: Ports,
): Promise<Extract<Reply, { readonly kind: 'say' }>> {
  const controls = (invoice: Invoice): readonly Control[] => {
    const value = { invoice: String(invoice.id) };
    const confirmable = invoiceCan('confirm', invoice) && may(grant.actor, reviewConfirm.needs);
    return [
      invoiceShow.draw(value),
      ...(confirmable ? [reviewConfirm.draw(value)] : []),
      ...careControls(invoice, grant.actor),
    ];
  };
  return {
    kind: 'say',
    to: 'person',
    saying: await reviewQueue(grant, { most, controls, fileControls: shareControls }, ports),
  };
}
