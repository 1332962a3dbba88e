import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** A held invoice is another one than it looked: it counts from now on. */
export const duplicateDifferent = button({
  name: 'duplicate-different',
  needs: 'duplicate.decide',
  look: { label: 'Different invoice' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.decide(BigInt(invoice), 'different', grant);
    return { kind: 'quiet' };
  },
});
