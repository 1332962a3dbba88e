import type { Grant } from '../domain/access.ts';
import { reviewReasons, sureFields } from '../domain/interpret/sure.ts';
import type { Found, Invoice, InvoiceFacts, Source } from '../domain/invoice.ts';
import { sureFrom } from '../domain/invoice.ts';
import type { FieldName, InvoiceReading } from '../domain/reading.ts';
import type { Judged } from '../ports/ledger.ts';
import type { Store } from '../ports/store.ts';

/** Books one read invoice: `booked` when nothing is in doubt, `review` when a person should look, `held` when it may be there already. */
export async function bookReading(
  reading: InvoiceReading,
  from: { readonly documentId: bigint; readonly source: Source },
  grant: Grant<'document.share'>,
  { ledger }: Store,
): Promise<Invoice> {
  const { pageFrom, pageTo } = reading;
  return ledger.book({ ...(await judge(reading, ledger)), ...from, pageFrom, pageTo }, grant);
}

/** What a reading amounts to, beside all that is in the ledger but `except`. */
export async function judge(read: InvoiceReading, ledger: Store['ledger'], except?: bigint): Promise<Judged> {
  const reading = await recognised(read, ledger);
  const facts = factsOf(reading);
  const suspect = await ledger.suspect(facts, except);
  return {
    facts,
    state: suspect ? 'held' : reviewReasons(reading).length > 0 ? 'review' : 'booked',
    confidence: confidences(reading),
    found: foundIn(reading),
    checks: reading.checks,
    duplicateOf: suspect?.id ?? null,
  };
}

/** A way of writing a vendor that Penny was taught is no guess any more. */
async function recognised(reading: InvoiceReading, ledger: Store['ledger']): Promise<InvoiceReading> {
  const { vendor } = reading.fields;
  if (!vendor || vendor.confidence >= taught || !(await ledger.knows(vendor.value))) return reading;
  return { ...reading, fields: { ...reading.fields, vendor: { ...vendor, confidence: taught } } };
}
const taught = 0.99;

/** A field that a failed check makes doubtful counts as unsure, however well it was read. */
function confidences(reading: InvoiceReading): Partial<Record<FieldName, number>> {
  const sure = sureFields(reading);
  const trust = (name: string, confidence: number) =>
    sure.some((one) => one === name) ? confidence : Math.min(confidence, sureFrom - 0.01);
  return Object.fromEntries(
    Object.entries(reading.fields).map(([name, field]) => [name, trust(name, field.confidence)]),
  );
}

const foundIn = ({ fields }: InvoiceReading): Found =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { found }]) =>
      found?.box ? [[name, { page: found.page, box: found.box }]] : [],
    ),
  );

const factsOf = ({ kind, fields, lines }: InvoiceReading): InvoiceFacts => ({
  kind,
  vendor: fields.vendor?.value ?? null,
  vendorTaxId: fields.vendor_tax_id?.value ?? null,
  number: fields.invoice_number?.value ?? null,
  date: fields.date?.value ?? null,
  dueDate: fields.due_date?.value ?? null,
  currency: fields.currency?.value ?? null,
  netMinor: fields.net?.value ?? null,
  taxMinor: fields.tax?.value ?? null,
  totalMinor: fields.total?.value ?? null,
  category: null,
  lines: lines.map(({ description, quantity, unitPrice, total }) => ({
    description,
    quantity,
    unitPrice,
    totalMinor: total,
  })),
});
