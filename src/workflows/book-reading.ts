import type { Grant } from '../domain/access.ts';
import { accountCheck } from '../domain/account.ts';
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
  store: Store,
): Promise<Invoice> {
  const { pageFrom, pageTo } = reading;
  return store.ledger.book({ ...(await judge(reading, store)), ...from, pageFrom, pageTo }, grant);
}

/** What a reading amounts to, beside all that is in the ledger but `except`. */
export async function judge(read: InvoiceReading, store: Store, except?: bigint): Promise<Judged> {
  const reading = await vetted(await recognised(read, store), store);
  const facts = factsOf(reading);
  const suspect = await store.ledger.suspect(facts, except);
  return {
    facts,
    state: suspect ? 'held' : reviewReasons(reading).length > 0 ? 'review' : 'booked',
    confidence: confidences(reading),
    found: foundIn(reading),
    checks: reading.checks,
    duplicateOf: suspect?.id ?? null,
    ...(reading.hinted && { hinted: reading.hinted }),
  };
}

/** A way of writing a vendor that Penny was taught is no guess any more; where the name is in doubt, a known tax id or account tells whose the paper is. */
async function recognised(reading: InvoiceReading, { ledger, vendors }: Store): Promise<InvoiceReading> {
  const { vendor, vendor_tax_id, iban } = reading.fields;
  if (vendor && vendor.confidence >= taught) return reading;
  const known = (value: string) => ({
    ...reading,
    fields: { ...reading.fields, vendor: { ...vendor, value, confidence: taught } },
  });
  if (vendor && (await ledger.knows(vendor.value))) return known(vendor.value);
  if (vendor && vendor.confidence >= sureFrom) return reading;
  const whose = await vendors.whose({
    vendor: vendor?.value ?? null,
    vendorTaxId: vendor_tax_id && vendor_tax_id.confidence >= sureFrom ? vendor_tax_id.value : null,
    iban: iban && iban.confidence >= sureFrom ? iban.value : null,
  });
  return whose === null ? reading : known(whose);
}
const taught = 0.99;

/** With what is known of the vendor's account: another one than before is for a person to ask about. */
async function vetted(reading: InvoiceReading, { vendors }: Store): Promise<InvoiceReading> {
  const { vendor, vendorTaxId, iban } = factsOf(reading);
  const check = accountCheck(iban, await vendors.accounts({ vendor, vendorTaxId }));
  return check === null ? reading : { ...reading, checks: [...reading.checks, check] };
}

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
  iban: fields.iban?.value ?? null,
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
