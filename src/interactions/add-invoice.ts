import { dayOf } from '../domain/calendar.ts';
import type { Form } from '../domain/reply.ts';
import { modal } from '../engine/interaction.ts';
import type { Settings } from '../engine/ports.ts';
import { addByHand } from '../workflows/add-by-hand.ts';
import {
  InvoiceAnswers,
  invoiceQuestions,
  noSuchVendor,
  sumMistake,
  valuesOf,
  withVendor,
} from '../workflows/invoice-form.ts';
import { invoiceMessage } from '../workflows/invoice-message.ts';
import { invoiceControls } from './invoice-controls.ts';

/** The modal in which an invoice is typed in. */
export const addInvoice = modal({
  name: 'add-invoice',
  needs: 'invoice.add',
  title: 'Add an invoice',
  submitLabel: 'Add',
  given: InvoiceAnswers,

  async run(answers, { grant, ports }) {
    const typed = await withVendor(answers, ports.store.vendors);
    if (typed === null) return { kind: 'mend', errors: noSuchVendor };
    const values = valuesOf(typed);
    const errors = sumMistake(values);
    if (errors) return { kind: 'mend', errors };
    const invoice = await addByHand({ ...values, vendorTaxId: null, iban: null, lines: [] }, grant, ports.store);
    const saying = await invoiceMessage(invoice, { controls: invoiceControls(invoice, grant.actor) }, ports);
    return { kind: 'say', to: 'person', saying };
  },
});

export const addInvoiceForm = (settings: Settings, now: Date): Form =>
  addInvoice.draw(invoiceQuestions({ date: dayOf(now), currency: settings.reportingCurrency }));
