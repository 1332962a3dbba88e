import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** What Penny took for an invoice is none: a delivery note, an offer, somebody's lunch. */
export const invoiceDiscard = button({
  name: 'invoice-discard',
  needs: 'invoice.correct-own',
  look: {
    label: 'Not an invoice',
    confirm: {
      title: 'Is this no invoice?',
      text: 'It will count nowhere any more, and its file is marked. You can undo this.',
      yes: 'Not an invoice',
      no: 'Keep it',
    },
  },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.discard(BigInt(invoice), grant);
    return { kind: 'quiet' };
  },
});
