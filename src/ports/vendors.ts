import type { Grant } from '../domain/access.ts';
import type { Invoice, InvoiceFacts } from '../domain/invoice.ts';
import type { LayoutHint } from '../domain/layout-hint.ts';
import type { Money } from '../domain/money.ts';
import type { VendorTrust } from '../domain/vendor-trust.ts';

/** A vendor as a paper names it. */
export type NamedVendor = Pick<InvoiceFacts, 'vendor' | 'vendorTaxId'>;

/** A vendor found by what was typed. `isMeant`: the words are its name, or another one that was taught for it, give or take its legal form. */
export type FoundVendor = { readonly id: bigint; readonly name: string; readonly isMeant: boolean };

/** What people taught about vendors by confirming and correcting their invoices. */
export interface Vendors {
  /**
   * The vendor's name, where something other than the name tells who it is: the tax id of a vendor that somebody vouched for, or an account that is known as one
   * vendor's alone. Null where nothing does, and where the name is that of another vendor whose accounts are known.
   */
  whose(named: NamedVendor & Pick<InvoiceFacts, 'iban'>): Promise<string | null>;
  /** The vendors whose names hold what was typed, the likeliest first, `most` of them; where there are none, those that a slip or two make of it. */
  search(typed: string, most: number): Promise<readonly FoundVendor[]>;
  /** The name of the vendor with that number; null where there is none. */
  named(id: bigint): Promise<string | null>;
  /** The accounts that somebody vouched for as theirs, oldest first; none for a vendor that is not known. */
  accounts(named: NamedVendor): Promise<readonly string[]>;
  /** Where values stand on their invoices, as corrections showed; none for a vendor that is not known. */
  hints(named: NamedVendor): Promise<readonly LayoutHint[]>;
  /** Do, or may, invoices of this one's vendor confirm themselves? Null without a vendor. For people's eyes with the permission `vendor.trust`. */
  trust(invoice: bigint): Promise<VendorTrust | null>;
  /**
   * From now on invoices of this one's vendor confirm themselves under an amount, when they are booked wholly sure and ask to be paid to a known account
   * (audit actions `vendor.trust`, `invoice.self-confirm`). Fault('conflict') when the vendor has not earned it.
   */
  letConfirm(invoice: bigint, under: Money, grant: Grant<'vendor.trust'>): Promise<VendorTrust>;
  /** They wait for a person again (`vendor.distrust`), and so does this one where it confirmed itself (`invoice.reopen`); null where it did not. */
  stopConfirming(invoice: bigint, grant: Grant<'vendor.trust'>): Promise<Invoice | null>;
}
