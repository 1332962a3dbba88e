import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';
import { trustOffer } from '../workflows/vendor-trust.ts';
import { trustButtons } from './trust-vendor-ask.ts';

/** "Looks right": a person vouches for an invoice. Its card follows by itself. */
export const invoiceConfirm = button({
  name: 'invoice-confirm',
  needs: 'invoice.confirm',
  look: { label: 'Confirm', style: 'primary' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    const id = BigInt(invoice);
    await ports.store.ledger.confirm(id, grant);
    const parts = await trustOffer({ invoice: id, actor: grant.actor, buttons: trustButtons(id) }, ports);
    if (parts.length === 0) return { kind: 'quiet' };
    return { kind: 'say', to: 'person', saying: { summary: `Invoice #${id} is confirmed.`, parts } };
  },
});
