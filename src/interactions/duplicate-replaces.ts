import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';

/** A held invoice is a corrected one: it counts, and the first one is taken out. */
export const duplicateReplaces = button({
  name: 'duplicate-replaces',
  needs: 'duplicate.decide',
  look: {
    label: 'Replaces it',
    confirm: {
      title: 'Does it replace the first one?',
      text: 'The first one will count nowhere any more, and this one counts instead. You can undo this.',
      yes: 'Replace',
      no: 'Keep both as they are',
    },
  },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.decide(BigInt(invoice), 'replaces', grant);
    return { kind: 'quiet' };
  },
});
