import type { Grant } from '../domain/access.ts';
import type { Invoice, InvoiceFacts, Source } from '../domain/invoice.ts';
import { sureFrom } from '../domain/invoice.ts';
import type { FieldName, InvoiceReading } from '../domain/reading.ts';
import type { Store } from '../ports/store.ts';

/** Books one read invoice: `booked` when nothing is in doubt, `review` when a person should look, `held` when it may be there already. */
export async function bookReading(
  reading: InvoiceReading,
  from: { readonly documentId: bigint; readonly source: Source },
  grant: Grant<'document.share'>,
  { ledger }: Store,
): Promise<Invoice> {
  const facts = factsOf(reading);
  const suspect = await ledger.suspect(facts);
  return ledger.book(
    {
      facts,
      state: suspect ? 'held' : inDoubt(reading) ? 'review' : 'booked',
      ...from,
      pageFrom: reading.pageFrom,
      pageTo: reading.pageTo,
      confidence: confidences(reading),
      checks: reading.checks,
      duplicateOf: suspect?.id ?? null,
    },
    grant,
  );
}

/** Fields without which an invoice cannot be booked unseen; a receipt has no number. */
const needed = (reading: InvoiceReading): readonly FieldName[] =>
  reading.kind === 'receipt'
    ? ['vendor', 'date', 'currency', 'total']
    : ['vendor', 'invoice_number', 'date', 'currency', 'total'];

function inDoubt({ fields, checks, ...reading }: InvoiceReading): boolean {
  const missing = needed({ fields, checks, ...reading }).some((name) => !fields[name]);
  const unsure = Object.values(fields).some((field) => field.confidence < sureFrom);
  return missing || unsure || checks.some((check) => !check.ok);
}

const confidences = ({ fields }: InvoiceReading): Partial<Record<FieldName, number>> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.confidence]));

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
