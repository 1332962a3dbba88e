import type { InvoiceFacts } from '../domain/invoice.ts';
import type { LayoutHint } from '../domain/layout-hint.ts';

/** A vendor as a paper names it. */
export type NamedVendor = Pick<InvoiceFacts, 'vendor' | 'vendorTaxId'>;

/** What people taught about vendors by confirming and correcting their invoices. */
export interface Vendors {
  /**
   * The vendor's name, where something other than the name tells who it is: the tax id of a vendor that somebody vouched for, or an account that is known as one
   * vendor's alone. Null where nothing does, and where the name is that of another vendor whose accounts are known.
   */
  whose(named: NamedVendor & Pick<InvoiceFacts, 'iban'>): Promise<string | null>;
  /** The accounts that somebody vouched for as theirs, oldest first; none for a vendor that is not known. */
  accounts(named: NamedVendor): Promise<readonly string[]>;
  /** Where values stand on their invoices, as corrections showed; none for a vendor that is not known. */
  hints(named: NamedVendor): Promise<readonly LayoutHint[]>;
}
