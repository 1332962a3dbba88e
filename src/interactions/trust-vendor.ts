import { z } from 'zod';
import { CurrencyCode, InvoiceRef } from '../domain/invoice.ts';
import { say } from '../domain/reply.ts';
import { underWords } from '../domain/vendor-trust.ts';
import { button } from '../engine/interaction.ts';

/** From now on invoices of this one's vendor confirm themselves under the amount that was offered. */
export const trustVendor = button({
  name: 'trust-vendor',
  needs: 'vendor.trust',
  look: { label: 'Yes', style: 'primary' },
  value: InvoiceRef.extend({ minor: z.string().regex(/^[1-9]\d{0,14}$/), currency: CurrencyCode }),

  async run({ invoice, minor, currency }, { grant, ports }) {
    const { vendor } = await ports.store.vendors.letConfirm(BigInt(invoice), { minor: BigInt(minor), currency }, grant);
    return say(trustedSays(vendor, BigInt(minor), currency));
  },
});

export const trustedSays = (vendor: string, minor: bigint, currency: string): string =>
  `Invoices of ${vendor} ${underWords(minor, currency)} confirm themselves from now on, as long as every field is sure and the account is known. A correction ends it, and so does a tap on the card of each.`;
