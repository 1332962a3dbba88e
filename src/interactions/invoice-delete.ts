import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

export const invoiceDelete = button({
  name: 'invoice-delete',
  needs: 'invoice.delete',
  look: {
    label: 'Delete',
    style: 'danger',
    confirm: {
      title: 'Delete this invoice?',
      text: 'It will count nowhere any more. You can undo this.',
      yes: 'Delete',
      no: 'Keep it',
    },
  },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.remove(BigInt(invoice), grant);
    return { kind: 'quiet' };
  },
});
