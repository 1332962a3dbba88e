import { Fault } from '../domain/fault.ts';
import { InvoiceRef } from '../domain/invoice.ts';
import { say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import { summary } from '../workflows/invoice-card.ts';
import { invoiceTable } from '../workflows/invoice-table.ts';

/** The line items, on demand, to the person alone. */
export const invoiceItems = button({
  name: 'invoice-items',
  needs: 'invoice.read-own',
  look: { label: 'Items' },
  value: InvoiceRef,

  async run({ invoice: id }, { grant, ports }) {
    const invoice = await ports.store.ledger.invoice(BigInt(id), grant);
    if (invoice === null) throw new Fault('missing', `There is no invoice #${id} that you may see.`);
    const table = invoiceTable(invoice);
    if (table.length === 0) return say(`Penny read no line items on invoice #${id}.`);
    const text = summary(invoice);
    return { kind: 'say', to: 'person', saying: { summary: text, parts: [{ part: 'text', text }, ...table] } };
  },
});
