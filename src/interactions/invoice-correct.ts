import { Fault } from '../domain/fault.ts';
import { InvoiceRef, invoiceCan } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';
import { picturesOf } from '../workflows/invoice-pictures.ts';
import { filledForm } from './correct-invoice.ts';

/** Opens the form with what was read. Slack gives three seconds, so this reads and does nothing else. */
export const invoiceCorrect = button({
  name: 'invoice-correct',
  needs: 'invoice.correct-own',
  look: { label: 'Correct' },
  value: InvoiceRef,

  async run({ invoice: id }, { grant, ports }) {
    const { ledger } = ports.store;
    const [invoice, categories] = await Promise.all([ledger.invoice(BigInt(id), grant), ledger.categories()]);
    if (invoice === null) throw new Fault('missing', `There is no invoice #${id} that you may correct.`);
    if (!invoiceCan('correct', invoice))
      throw new Fault('conflict', `Invoice #${id} is ${invoice.state}, so it cannot be corrected any more.`);
    const { page } = await picturesOf(invoice, ports);
    return { kind: 'form', form: filledForm(invoice, categories, page) };
  },
});
