import { Fault } from '../domain/fault.ts';
import { InvoiceRef } from '../domain/invoice.ts';
import { button } from '../engine/interaction.ts';
import type { TrustButtons } from '../workflows/vendor-trust.ts';
import { stopControl } from './distrust-vendor.ts';
import { trustVendor } from './trust-vendor.ts';
import { amountForm } from './trust-vendor-amount.ts';

/** Opens the form for another amount than the one that was offered. */
export const trustVendorAsk = button({
  name: 'trust-vendor-ask',
  needs: 'vendor.trust',
  look: { label: 'Another amount' },
  value: InvoiceRef,

  async run({ invoice }, { ports }) {
    const trust = await ports.store.vendors.trust(BigInt(invoice));
    const known = trust?.auto ?? trust?.offers;
    if (!known)
      throw new Fault(
        'conflict',
        `The vendor of invoice #${invoice} has not earned that, or not any more. Look at the invoice again.`,
      );
    return { kind: 'form', form: amountForm(invoice, known) };
  },
});

/** What a person can press who reads whether invoices of this one's vendor confirm themselves. An invoice that did has its button to stop already. */
export function trustButtons(id: bigint, selfConfirmed = false): TrustButtons {
  const invoice = String(id);
  return {
    offer: ({ minor, currency }) => [
      trustVendor.draw({ invoice, minor: String(minor), currency }),
      trustVendorAsk.draw({ invoice }),
    ],
    stop: (vendor) => (selfConfirmed ? [] : [stopControl(id, vendor)]),
  };
}
