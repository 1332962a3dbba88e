import type { Correctable } from './invoice.ts';
import type { FieldName } from './reading.ts';

/** What each value of an invoice was read as. A category is given and not read. */
const readAs: Readonly<Partial<Record<keyof Correctable, FieldName | 'kind'>>> = {
  kind: 'kind',
  vendor: 'vendor',
  number: 'invoice_number',
  date: 'date',
  dueDate: 'due_date',
  currency: 'currency',
  netMinor: 'net',
  taxMinor: 'tax',
  totalMinor: 'total',
};

/** What was read and a person changed, of the values they changed. */
export const misread = (changed: readonly (keyof Correctable)[]): readonly string[] =>
  changed.flatMap((name) => readAs[name] ?? []);

/** Of the fields of a reading, those by whose corrections it is judged: nobody corrects a tax id or an account. */
export const judged = (fields: readonly string[]): readonly string[] =>
  fields.filter((name) => Object.values(readAs).some((one) => one === name));
