import { sureFrom } from '../invoice.ts';
import type { Field, FieldName, InvoiceReading } from '../reading.ts';

/** The fields of the reading that need no person. A failed check makes those doubtful that it compares. */
export function sureFields(reading: InvoiceReading): readonly FieldName[] {
  const failed = new Set(reading.checks.filter((check) => !check.ok).map((check) => check.name));
  const doubtful = new Set<FieldName>([
    ...(failed.has('sums') ? (['net', 'tax', 'total'] as const) : []),
    ...(failed.has('date') ? (['date', 'due_date'] as const) : []),
    ...(failed.has('currency') ? (['currency'] as const) : []),
    ...(failed.has('paper') ? (['invoice_number', 'total'] as const) : []),
    ...(failed.has('print') ? (['vendor', 'invoice_number', 'date', 'total'] as const) : []),
  ]);
  const fields = Object.entries(reading.fields) as readonly [FieldName, Field<unknown>][]; // Object.entries widens the keys
  return fields.filter(([name, field]) => field.confidence >= sureFrom && !doubtful.has(name)).map(([name]) => name);
}

const asked: readonly FieldName[] = ['vendor', 'invoice_number', 'date', 'currency', 'total'];
const spoken: Readonly<Partial<Record<FieldName, string>>> = {
  vendor: 'vendor',
  invoice_number: 'number',
  date: 'date',
  currency: 'currency',
  total: 'total',
};

/** Why a person should look, a sentence each; none means that the reading can stand as it is. */
export function reviewReasons(reading: InvoiceReading): readonly string[] {
  const sure = new Set(sureFields(reading));
  const needed = asked.filter((name) => name !== 'invoice_number' || reading.kind !== 'receipt');
  const missing = needed
    .filter((name) => !reading.fields[name])
    .map((name) => `Penny did not find the ${spoken[name]}.`);
  const unsure = needed
    .filter((name) => reading.fields[name] && !sure.has(name))
    .map((name) => `Penny is not sure of the ${spoken[name]}.`);
  return [...missing, ...unsure, ...reading.checks.filter((check) => !check.ok).map((check) => check.says)];
}
