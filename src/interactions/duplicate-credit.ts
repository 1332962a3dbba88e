import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** A held invoice takes the first one back: its amounts count against it. */
export const duplicateCredit = button({
  name: 'duplicate-credit',
  needs: 'duplicate.decide',
  look: { label: 'Credit note' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.decide(BigInt(invoice), 'credit_note', grant);
    return { kind: 'quiet' };
  },
});
