/** What an e-invoice states, as text and before any meaning: amounts are decimals with the sign they have in the XML, dates as ISO. */
export type Stated = {
  readonly typeCode: string | null;
  readonly isCreditNote: boolean;
  readonly number: string | null;
  readonly date: string | null;
  readonly dueDate: string | null;
  readonly currency: string | null;
  readonly vendor: string | null;
  readonly vendorTaxId: string | null;
  readonly iban: string | null;
  readonly net: string | null;
  /** One a currency and kind of tax, though nearly always one. */
  readonly taxes: readonly { readonly amount: string; readonly currency: string | null }[];
  readonly total: string | null;
  readonly payable: string | null;
  readonly prepaid: string | null;
  readonly rounding: string | null;
  /** Allowances and charges on the whole invoice. */
  readonly allowances: string | null;
  readonly charges: string | null;
  readonly lines: readonly StatedLine[];
};

/** `within` is a line whose amount is contained in another's. */
export type StatedLine = {
  readonly description: string;
  readonly quantity: string | null;
  readonly price: string | null;
  /** The price is for so many. */
  readonly priceBase: string | null;
  readonly total: string | null;
  readonly within: boolean;
};
