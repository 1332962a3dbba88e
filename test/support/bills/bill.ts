/** What a sample bill says, in cents; totals are computed from it, never typed. */
export type Bill = {
  readonly file: string;
  readonly kind: 'invoice' | 'credit_note' | 'receipt';
  readonly language: 'en' | 'de' | 'fr';
  readonly look: Look;
  readonly vendor: Vendor;
  readonly number: string;
  readonly date: string;
  readonly dueDate: string | null;
  readonly currency: 'EUR' | 'USD' | 'GBP';
  readonly taxPercent: number;
  /** The prices have the tax in them, as on receipts. */
  readonly taxIncluded?: true;
  readonly lines: readonly Line[];
  readonly note: string;
};
export type Line = { readonly what: string; readonly quantity: number; readonly price: number };
export type Vendor = {
  readonly name: string;
  readonly does: string;
  readonly address: readonly string[];
  readonly taxId: string;
  readonly iban: string | null;
  readonly bank: string;
  readonly mail: string;
};
export type Look = {
  readonly colour: readonly [number, number, number];
  readonly head: 'band' | 'letter' | 'serif' | 'block';
  readonly paper: readonly [number, number];
};

export const buyer: readonly string[] = [
  'Larkfield Bicycles Ltd',
  'Accounts Payable',
  '8 Canal Wharf',
  'Dublin 2, D02 X285',
  'Ireland',
];

export const lineTotal = ({ quantity, price }: Line): number => Math.round(quantity * price);

export function sums({ lines, taxPercent, taxIncluded }: Bill): { net: number; tax: number; total: number } {
  const sum = lines.reduce((so, line) => so + lineTotal(line), 0);
  const tax = Math.round((sum * taxPercent) / (taxIncluded ? 100 + taxPercent : 100));
  return taxIncluded ? { net: sum - tax, tax, total: sum } : { net: sum, tax, total: sum + tax };
}

const decimal = (cents: number): string => (cents / 100).toFixed(2);

/** What a reader should say of it: the shape of a line of `npm run read`. */
export function expected(bill: Bill): Readonly<Record<string, unknown>> {
  const { net, tax, total } = sums(bill);
  return {
    kind: bill.kind,
    vendor: bill.vendor.name,
    invoice_number: bill.number,
    date: bill.date,
    due_date: bill.dueDate,
    currency: bill.currency,
    net: decimal(net),
    tax: decimal(tax),
    total: decimal(total),
    line_items: bill.lines.map((line) => ({
      description: line.what,
      quantity: String(line.quantity),
      unit_price: decimal(line.price),
      total: decimal(lineTotal(line)),
    })),
  };
}

/** Amounts as its country prints them: 1,234.56 or 1.234,56 or 1 234,56. */
export function printed(cents: number, language: Bill['language']): string {
  const [whole = '', fraction = ''] = decimal(cents).split('.');
  const [group, point] = { en: [',', '.'], de: ['.', ','], fr: ['\u00a0', ','] }[language] as [string, string];
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + point + fraction;
}
