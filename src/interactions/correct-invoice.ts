import { z } from 'zod';
import { besideIn, fieldWords } from '../domain/correction.ts';
import { Fault } from '../domain/fault.ts';
import { type Invoice, InvoiceRef } from '../domain/invoice.ts';
import { type Form, say } from '../domain/reply.ts';
import { modal } from '../engine/interaction.ts';
import { correctInvoice, type Outcome } from '../workflows/correct-invoice.ts';
import {
  askedFields,
  InvoiceAnswers,
  invoiceQuestions,
  noSuchVendor,
  sumMistake,
  valuesOf,
  withVendor,
} from '../workflows/invoice-form.ts';
import type { SlackPicture } from '../workflows/invoice-pictures.ts';
import { taughtSays } from '../workflows/layout-lessons.ts';

/** Which invoice the form was filled from, as it was then, and what its total had besides net and tax. */
const Carried = InvoiceRef.extend({ version: z.string(), beside: z.string().regex(/^-?\d{1,18}$/) });

/** The modal in which everything that was read can be put right. */
export const correctInvoiceForm = modal({
  name: 'correct-invoice',
  needs: 'invoice.correct-own',
  title: 'Correct an invoice',
  submitLabel: 'Save',
  given: InvoiceAnswers,

  async run(answers, { carries, grant, ports }) {
    const { invoice, version, beside } = carriedIn(carries);
    const typed = await withVendor(answers, ports.store.vendors);
    if (typed === null) return { kind: 'mend', errors: noSuchVendor };
    const values = valuesOf(typed);
    const errors = sumMistake(values, BigInt(beside));
    if (errors) return { kind: 'mend', errors };
    const seen = { id: BigInt(invoice), version, values, settled: askedFields };
    return say(told(await correctInvoice(seen, grant, ports)));
  },
});

export function filledForm(invoice: Invoice, categories: readonly string[], paper: SlackPicture | null): Form {
  const beside = String(besideIn(invoice));
  const carries = JSON.stringify({ invoice: String(invoice.id), version: invoice.version, beside });
  const intro = `This is what Penny read for invoice #${invoice.id}. Put right what is wrong; what you save is taken as looked at.`;
  const picture = paper === null ? {} : { picture: paper };
  return correctInvoiceForm.draw(invoiceQuestions(invoice, categories), { carries, intro, ...picture });
}

function carriedIn(carries: string): z.infer<typeof Carried> {
  const read = z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown; // the pipe reads it next
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  });
  const carried = read.pipe(Carried).safeParse(carries);
  if (carried.success) return carried.data;
  throw new Fault('invalid', 'That form is from an older Penny. Press Correct again.');
}

function told(outcome: Outcome): string {
  const { invoice, changed, learnt } = outcome;
  const names = changed.map((name) => fieldWords[name]).join(', ');
  const done =
    changed.length > 0
      ? `Invoice #${invoice.id} is corrected: ${names}.`
      : `Nothing was changed on invoice #${invoice.id}.`;
  const taught = learnt ? ` “${learnt}” will be read as ${invoice.vendor} from now on.` : '';
  const more = taughtSays(outcome);
  return done + taught + (more && ` ${more}`) + (next[invoice.state] ?? '');
}

const next: Readonly<Partial<Record<Invoice['state'], string>>> = {
  held: ' It now looks the same as another one, so it is held until somebody decides; its card says how.',
  review: ' Something on it is still in doubt; its card says what.',
};
