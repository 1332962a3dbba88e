import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** "Looks right": a person vouches for an invoice. Its card follows by itself. */
export const invoiceConfirm = button({
  name: 'invoice-confirm',
  needs: 'invoice.confirm',
  look: { label: 'Confirm', style: 'primary' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.confirm(BigInt(invoice), grant);
    return { kind: 'quiet' };
  },
});
