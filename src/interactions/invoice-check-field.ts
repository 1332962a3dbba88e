import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { type Invoice, InvoiceRef, invoiceCan } from '../domain/invoice.ts';
import type { Control } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import { asks } from '../workflows/invoice-form.ts';
import { doubtful } from '../workflows/settle-field.ts';
import { fieldForm } from './settle-field.ts';

/** Opens a form with the one field in doubt. */
export const invoiceCheckField = button({
  name: 'invoice-check-field',
  needs: 'invoice.correct-own',
  look: { label: 'Check' },
  value: InvoiceRef.extend({ asks: z.enum(asks) }),

  async run({ invoice: id, asks: name }, { grant, ports }) {
    const invoice = await ports.store.ledger.invoice(BigInt(id), grant);
    if (invoice === null) throw new Fault('missing', `There is no invoice #${id} that you may correct.`);
    if (!invoiceCan('correct', invoice))
      throw new Fault('conflict', `Invoice #${id} is ${invoice.state}, so it cannot be corrected any more.`);
    return { kind: 'form', form: fieldForm(invoice, name) };
  },
});

const words = {
  vendor: 'vendor',
  number: 'number',
  date: 'date',
  dueDate: 'due date',
  currency: 'currency',
  net: 'net',
  tax: 'tax',
  total: 'total',
};

/** A button for each field in doubt; from five on the whole form is the shorter way. */
export function fieldControls(invoice: Invoice): readonly Control[] {
  const fields = invoice.state === 'review' ? doubtful(invoice) : [];
  if (fields.length > 4) return [];
  return fields.map((name) => ({
    ...invoiceCheckField.draw({ invoice: String(invoice.id), asks: name }),
    label: `Check ${words[name]}`,
  }));
}
