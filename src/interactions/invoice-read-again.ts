import { Fault } from '../domain/fault.ts';
import { InvoiceRef, invoiceCan } from '../domain/invoice.ts';
import { say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';

/** The paper is read anew, since readers learn; a job does it and tells what came of it. */
export const invoiceReadAgain = button({
  name: 'invoice-read-again',
  needs: 'invoice.correct-own',
  look: { label: 'Read again' },
  value: InvoiceRef,

  async run({ invoice: id }, { call, grant, ports }) {
    const invoice = await ports.store.ledger.invoice(BigInt(id), grant);
    if (invoice?.documentId == null)
      throw new Fault('missing', `There is no file of an invoice #${id} that you may have read again.`);
    if (!invoiceCan('reread', invoice))
      throw new Fault(
        'conflict',
        `Invoice #${id} is ${invoice.state} and in no doubt, so there is nothing to read again.`,
      );
    const channel = call.channel ?? call.by; // in the App Home there is no channel; a person's id reaches their direct messages
    await ports.store.queue.send({ name: 'read-again', payload: { invoice: id, by: call.by, channel }, key: id });
    return say(`Reading the file of #${id} again. You will hear what comes of it, and its card shows it.`);
  },
});
