import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { type Invoice, InvoiceRef } from '../domain/invoice.ts';
import { type Form, say } from '../domain/reply.ts';
import { modal } from '../engine/interaction.ts';
import { correctInvoice } from '../workflows/correct-invoice.ts';
import {
  type Asks,
  asks,
  fieldOf,
  invoiceQuestions,
  noSuchVendor,
  OneAnswer,
  withVendor,
} from '../workflows/invoice-form.ts';
import { taughtSays } from '../workflows/layout-lessons.ts';
import { withAnswer } from '../workflows/settle-field.ts';

const Carried = InvoiceRef.extend({ version: z.string(), asks: z.enum(asks) });

/** The modal that asks for one doubtful field. */
export const settleField = modal({
  name: 'settle-field',
  needs: 'invoice.correct-own',
  title: 'Check one field',
  submitLabel: 'Save',
  given: OneAnswer,

  async run(given, { carries, grant, ports }) {
    const carried = Carried.safeParse(fromJson(carries));
    if (!carried.success) throw new Fault('invalid', 'That form is from an older Penny. Press the button again.');
    const { version, asks: name } = carried.data;
    const id = BigInt(carried.data.invoice);
    const before = await ports.store.ledger.invoice(id, grant);
    if (before === null) throw new Fault('missing', `There is no invoice #${id} that you may correct.`);
    const answers = await withVendor(given, ports.store.vendors);
    if (answers === null) return { kind: 'mend', errors: noSuchVendor };
    const values = mended(() => withAnswer(before, name, answers));
    if ('says' in values) return { kind: 'mend', errors: { [name]: values.says } };
    const seen = { id, version, values: values.given, settled: [fieldOf(name)] };
    const taught = taughtSays(await correctInvoice(seen, grant, ports));
    return taught === '' ? { kind: 'quiet' } : say(taught);
  },
});

/** What is wrong with the answer stands under it. */
function mended<T>(work: () => T): { readonly given: T } | { readonly says: string } {
  try {
    return { given: work() };
  } catch (error) {
    if (error instanceof Fault && error.code === 'invalid') return { says: error.message };
    throw error;
  }
}

export function fieldForm(invoice: Invoice, name: Asks, picture?: Form['picture']): Form {
  const carries = JSON.stringify({ invoice: String(invoice.id), version: invoice.version, asks: name });
  const questions = invoiceQuestions(invoice).filter((question) => question.name === name);
  const intro = `Invoice #${invoice.id}: save it as it is if it was read right.`;
  return settleField.draw(
    questions.map(({ optional: _, ...question }) => question),
    { carries, intro, ...(picture && { picture }) },
  );
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
