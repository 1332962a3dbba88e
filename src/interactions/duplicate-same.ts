import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** A held invoice is the one that was there before: it is taken out. */
export const duplicateSame = button({
  name: 'duplicate-same',
  needs: 'duplicate.decide',
  look: { label: 'Same invoice', style: 'primary' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.decide(BigInt(invoice), 'same', grant);
    return { kind: 'quiet' };
  },
});
