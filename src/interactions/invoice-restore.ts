import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** Undo of a deletion, whatever its reason. */
export const invoiceRestore = button({
  name: 'invoice-restore',
  needs: 'invoice.correct-own',
  look: { label: 'Undo' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.restore(BigInt(invoice), grant);
    return { kind: 'quiet' };
  },
});
