import { toDecimal } from '../money.ts';
import type { FieldName, InvoiceReading } from '../reading.ts';
import { asStated } from './signs.ts';
import { sureFields } from './sure.ts';

/** A reading as `npm run read` prints it: amounts as decimal strings signed as the paper states them, unknown is null. */
export type Printed = {
  readonly file: string;
  readonly page_from: number | null;
  readonly page_to: number | null;
  readonly kind: string | null;
  readonly reader: string | null;
  readonly vendor: string | null;
  readonly vendor_tax_id: string | null;
  readonly iban: string | null;
  readonly invoice_number: string | null;
  readonly date: string | null;
  readonly due_date: string | null;
  readonly currency: string | null;
  readonly net: string | null;
  readonly tax: string | null;
  readonly total: string | null;
  readonly line_items: readonly {
    readonly description: string;
    readonly quantity: string | null;
    readonly unit_price: string | null;
    readonly total: string | null;
  }[];
  readonly confidence: Readonly<Partial<Record<FieldName, number>>>;
  readonly sure: readonly FieldName[];
  readonly checks: InvoiceReading['checks'];
  readonly ms: number;
  readonly error: string | null;
};

type Source = { readonly file: string; readonly reader: string | null; readonly ms: number };

/** The line for one invoice. */
export function printed(reading: InvoiceReading, { file, reader, ms }: Source): Printed {
  const { kind, pageFrom, pageTo, fields, lines, checks } = asStated(reading);
  const currency = fields.currency?.value ?? null;
  const amount = (minor: bigint | null | undefined) => (minor == null ? null : toDecimal(minor, currency));
  return {
    file,
    page_from: pageFrom,
    page_to: pageTo,
    kind,
    reader,
    vendor: fields.vendor?.value ?? null,
    vendor_tax_id: fields.vendor_tax_id?.value ?? null,
    iban: fields.iban?.value ?? null,
    invoice_number: fields.invoice_number?.value ?? null,
    date: fields.date?.value ?? null,
    due_date: fields.due_date?.value ?? null,
    currency,
    net: amount(fields.net?.value),
    tax: amount(fields.tax?.value),
    total: amount(fields.total?.value),
    line_items: lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      total: amount(line.total),
    })),
    confidence: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, Math.round(field.confidence * 100) / 100]),
    ),
    sure: sureFields(reading),
    checks,
    ms,
    error: null,
  };
}

/** The line for a file that nobody could read; `error` is a sentence for the person. */
export const printedError = (error: string, { file, reader, ms }: Source): Printed => ({
  file,
  page_from: null,
  page_to: null,
  kind: null,
  reader,
  vendor: null,
  vendor_tax_id: null,
  iban: null,
  invoice_number: null,
  date: null,
  due_date: null,
  currency: null,
  net: null,
  tax: null,
  total: null,
  line_items: [],
  confidence: {},
  sure: [],
  checks: [],
  ms,
  error,
}); // prettier-ignore
