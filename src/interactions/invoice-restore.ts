import { z } from 'zod';
import { button } from '../engine/interaction.ts';

/** Undo of a deletion. */
export const invoiceRestore = button({
  name: 'invoice-restore',
  needs: 'invoice.delete',
  look: { label: 'Undo' },
  value: z.strictObject({ invoice: z.string() }),

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.restore(BigInt(invoice), grant);
    return { kind: 'quiet' };
  },
});
