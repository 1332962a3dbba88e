import { InvoiceRef } from '../domain/invoice.ts';
import { say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';

/** "I'm on it": the card and the queue tell others who looks after an invoice. Whoever says so last does. */
export const invoiceLookAfter = button({
  name: 'invoice-look-after',
  needs: 'invoice.correct-own',
  look: { label: "I'm on it" },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.lookAfter(BigInt(invoice), grant);
    return say(`You look after #${invoice} now; its card tells the others.`);
  },
});
