import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';
import { correctInvoice } from '../workflows/correct-invoice.ts';
import { asks, fieldOf, statedAs } from '../workflows/invoice-form.ts';

/** One tap: a field in doubt was read right. `reads` is what the person saw, so that nobody vouches for what came after. */
export const invoiceFieldRight = button({
  name: 'invoice-field-right',
  needs: 'invoice.correct-own',
  look: { label: 'Looks right' },
  value: InvoiceRef.extend({ asks: z.enum(asks), reads: z.string() }),

  async run({ invoice, asks: name, reads }, { grant, ports }) {
    const id = BigInt(invoice);
    const before = await ports.store.ledger.invoice(id, grant);
    if (before === null) throw new Fault('missing', `There is no invoice #${id} that you may correct.`);
    if (statedAs(before, name) !== reads)
      throw new Fault('conflict', `Invoice #${id} says something else by now. Look at its card again.`);
    await correctInvoice({ id, version: before.version, values: before, settled: [fieldOf(name)] }, grant, ports);
    return { kind: 'quiet' };
  },
});
