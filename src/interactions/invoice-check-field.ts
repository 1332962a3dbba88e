import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { type Invoice, InvoiceRef, invoiceCan } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';
import type { Doubt } from '../workflows/invoice-card.ts';
import { type Asks, asks, fieldOf, statedAs } from '../workflows/invoice-form.ts';
import { picturesOf } from '../workflows/invoice-pictures.ts';
import { doubtful } from '../workflows/settle-field.ts';
import { invoiceFieldRight } from './invoice-field-right.ts';
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
    const { around } = await picturesOf(invoice, ports);
    return { kind: 'form', form: fieldForm(invoice, name, around[fieldOf(name)]) };
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
} as const satisfies Record<Asks, string>;

/** What to press for each field in doubt: a form of its own and, where something was read, one tap that says it is right. From five on the whole form is the shorter way. */
export function fieldDoubts(invoice: Invoice): readonly Doubt[] {
  const fields = invoice.state === 'review' ? doubtful(invoice) : [];
  if (fields.length > 4) return [];
  return fields.map((asks) => {
    const word = words[asks];
    const value = { invoice: String(invoice.id), asks };
    const reads = statedAs(invoice, asks);
    return {
      field: fieldOf(asks),
      word,
      reads,
      check: { ...invoiceCheckField.draw(value), label: `Check ${word}` },
      right:
        reads === null ? null : { ...invoiceFieldRight.draw({ ...value, reads }), label: `${capital(word)} is right` },
    };
  });
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
