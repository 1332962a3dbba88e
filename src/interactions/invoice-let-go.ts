import { InvoiceRef } from '../domain/invoice.ts';
import { say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';

/** Somebody who looked after an invoice does not any more. */
export const invoiceLetGo = button({
  name: 'invoice-let-go',
  needs: 'invoice.correct-own',
  look: { label: 'Let go' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    await ports.store.ledger.letGo(BigInt(invoice), grant);
    return say(`You do not look after #${invoice} any more. It still waits for somebody.`);
  },
});
