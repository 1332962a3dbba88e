import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { CurrencyCode, InvoiceRef } from '../domain/invoice.ts';
import { type Money, minorDigits, toDecimal, toMinor } from '../domain/money.ts';
import { type Form, say } from '../domain/reply.ts';
import { modal } from '../engine/interaction.ts';
import { trustedSays } from './trust-vendor.ts';

const Carried = InvoiceRef.extend({ currency: CurrencyCode });
const Amount = z
  .string('Give an amount.')
  .trim()
  .regex(/^\d{1,12}([.,]\d{1,4})?$/, 'Write the amount in figures, like 500.00.')
  .transform((text) => text.replace(',', '.'));

/** The form that asks under which amount invoices of a vendor confirm themselves. */
export const trustVendorAmount = modal({
  name: 'trust-vendor-amount',
  needs: 'vendor.trust',
  title: 'Confirm by themselves',
  submitLabel: 'Save',
  given: z.object({ under: Amount }),

  async run({ under }, { carries, grant, ports }) {
    const carried = Carried.safeParse(fromJson(carries));
    if (!carried.success) throw new Fault('invalid', 'That form is from an older Penny. Open the invoice again.');
    const { invoice, currency } = carried.data;
    const places = minorDigits(currency);
    if ((under.split('.')[1]?.length ?? 0) > places)
      return { kind: 'mend', errors: { under: `${currency} has ${places || 'no'} decimal places.` } };
    const minor = toMinor(under, currency);
    if (minor <= 0n) return { kind: 'mend', errors: { under: 'Give an amount above nothing.' } };
    const { vendor } = await ports.store.vendors.letConfirm(BigInt(invoice), { minor, currency }, grant);
    return say(trustedSays(vendor, minor, currency));
  },
});

export const amountForm = (invoice: string, { minor, currency }: Money): Form =>
  trustVendorAmount.draw(
    [
      {
        ask: 'amount',
        name: 'under',
        label: `Under which amount, in ${currency}`,
        initial: toDecimal(minor, currency),
      },
    ],
    { carries: JSON.stringify({ invoice, currency }) },
  );

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
