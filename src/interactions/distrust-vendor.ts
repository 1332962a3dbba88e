import { type Actor, may } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import { type Invoice, InvoiceRef } from '../domain/invoice.ts';
import { type Control, say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';

/** One tap: invoices of this one's vendor wait for a person again, and this one does, if it confirmed itself. */
export const distrustVendor = button({
  name: 'distrust-vendor',
  needs: 'vendor.trust',
  look: { label: 'Stop doing that' },
  value: InvoiceRef,

  async run({ invoice }, { grant, ports }) {
    const id = BigInt(invoice);
    const trust = await ports.store.vendors.trust(id);
    if (trust === null) throw new Fault('missing', `There is no invoice #${invoice} of a known vendor.`);
    const reopened = await ports.store.vendors.stopConfirming(id, grant);
    const more = reopened ? ` #${invoice} is booked and no longer confirmed: confirm or correct it.` : '';
    return say(`Invoices of ${trust.vendor} wait for a person again.${more}`);
  },
});

/** Slack cuts a button's words after 75. */
const mostLetters = 40;

export function stopControl(invoice: bigint, vendor: string): Control {
  const name = vendor.length > mostLetters ? `${vendor.slice(0, mostLetters - 1).trimEnd()}…` : vendor;
  return { ...distrustVendor.draw({ invoice: String(invoice) }), label: `Stop doing that for ${name}` };
}

/** Under every card of an invoice that confirmed itself; where one person reads it alone, if they may. */
export const selfConfirmedControls = (
  { id, state, selfConfirmed, vendor }: Invoice,
  reader?: Actor,
): readonly Control[] =>
  state === 'confirmed' && selfConfirmed && (reader === undefined || may(reader, distrustVendor.needs))
    ? [stopControl(id, vendor ?? 'this vendor')]
    : [];
