import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** Takes a decision about a suspected duplicate back: it is held again, and the first one is as it was. */
export const duplicateUndo = button({
  name: 'duplicate-undo',
  needs: 'duplicate.decide',
  look: { label: 'Undo decision' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.undecide(BigInt(invoice), grant);
    return { kind: 'quiet' };
  },
});
