import { z } from 'zod';
import { dayOf } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import { CurrencyCode, Day, type InvoiceFacts } from '../domain/invoice.ts';
import { minorDigits, toMinor } from '../domain/money.ts';
import { documentKinds } from '../domain/reading.ts';
import type { Form } from '../domain/reply.ts';
import { modal } from '../engine/interaction.ts';
import type { Settings } from '../engine/ports.ts';
import { addByHand } from '../workflows/add-by-hand.ts';
import { invoiceCard } from '../workflows/invoice-card.ts';
import { invoiceControls } from './invoice-controls.ts';

const words = (most: number, what: string) =>
  z.string(what).trim().min(1, what).max(most, `Keep it under ${most} characters.`);
const Amount = z
  .string()
  .trim()
  .regex(/^-?\d{1,15}([.,]\d{1,4})?$/, { error: 'Write the amount in figures, like 1234.50.', abort: true })
  .transform((text) => text.replace(',', '.'));

/** The answers as a person gives them; amounts become minor units once the currency is known. */
const Typed = z
  .object({
    kind: z.enum(documentKinds).default('invoice'),
    vendor: words(200, 'Who sent it?'),
    number: words(100, 'Give the number that stands on it.'),
    date: Day,
    dueDate: Day.optional(),
    currency: CurrencyCode,
    net: Amount.optional(),
    tax: Amount.optional(),
    total: Amount,
  })
  .superRefine((typed, context) => {
    const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const places = minorDigits(typed.currency);
    for (const name of ['net', 'tax', 'total'] as const) {
      if ((typed[name]?.split('.')[1]?.length ?? 0) > places)
        complain(name, `${typed.currency} has ${places || 'no'} decimal places.`);
    }
    if (typed.dueDate && typed.dueDate < typed.date) complain('dueDate', 'It cannot be due before its date.');
    if (typed.kind === 'credit_note' && !typed.total.startsWith('-'))
      complain('total', 'A credit note is negative; put a minus in front.');
    if (typed.net === undefined || typed.tax === undefined) return;
    const minor = (decimal: string) => toMinor(decimal, typed.currency);
    if (minor(typed.net) + minor(typed.tax) !== minor(typed.total))
      complain('total', 'Net and tax do not add up to this total.');
  });

/** The modal in which an invoice is typed in. */
export const addInvoice = modal({
  name: 'add-invoice',
  needs: 'invoice.add',
  title: 'Add an invoice',
  submitLabel: 'Add',
  given: Typed,

  async run(typed, { grant, ports }) {
    const invoice = await addByHand(factsOf(typed), grant, ports.store);
    const saying = invoiceCard(invoice, { controls: invoiceControls(invoice, grant.actor) });
    return { kind: 'say', to: 'person', saying };
  },
});

function factsOf({ net, tax, total, ...typed }: z.infer<typeof Typed>): InvoiceFacts {
  const minor = (decimal: string | undefined) => (decimal === undefined ? null : toMinor(decimal, typed.currency));
  const totalMinor = minor(total);
  if (totalMinor === null) throw new Fault('invalid', 'Give the total of the invoice.');
  return {
    ...typed,
    dueDate: typed.dueDate ?? null,
    vendorTaxId: null,
    netMinor: minor(net),
    taxMinor: minor(tax),
    totalMinor,
    category: null,
    lines: [],
  };
}

export const addInvoiceForm = (settings: Settings, now: Date): Form =>
  addInvoice.draw([
    { ask: 'words', name: 'vendor', label: 'Vendor', placeholder: 'Who sent the invoice' },
    { ask: 'words', name: 'number', label: 'Invoice number' },
    { ask: 'choice', name: 'kind', label: 'Kind', options: kinds, initial: 'invoice' },
    { ask: 'day', name: 'date', label: 'Invoice date', initial: dayOf(now) },
    { ask: 'day', name: 'dueDate', label: 'Due date', optional: true },
    {
      ask: 'words',
      name: 'currency',
      label: 'Currency',
      initial: settings.reportingCurrency,
      hint: 'Three letters, like EUR',
    },
    { ask: 'amount', name: 'net', label: 'Net', optional: true },
    { ask: 'amount', name: 'tax', label: 'Tax', optional: true },
    { ask: 'amount', name: 'total', label: 'Total', hint: 'What is to be paid, tax included' },
  ]);

const kinds = [
  ['invoice', 'Invoice'],
  ['credit_note', 'Credit note'],
  ['receipt', 'Receipt'],
] as const;
