import { fieldWords } from './correction.ts';
import type { Correctable } from './invoice.ts';
import type { DocumentKind, FieldName } from './reading.ts';

/** What a correction can teach the place of: values that stand on the paper as they are. */
export const hintedFields = [
  'invoice_number',
  'date',
  'due_date',
  'net',
  'tax',
  'total',
] as const satisfies readonly FieldName[];
export type HintedField = (typeof hintedFields)[number];

/** The values of an invoice by the field they were read as. */
export const hintedNames = {
  invoice_number: 'number',
  date: 'date',
  due_date: 'dueDate',
  net: 'netMinor',
  tax: 'taxMinor',
  total: 'totalMinor',
} as const satisfies Record<HintedField, keyof Correctable>;

/** Where the value stood: to the right of its label, under it, or, where no words announce it, at a place of the first page. */
export type HintPlace = 'right' | 'below' | 'region';

/** A credit note names the invoice it belongs to by the words by which invoices name themselves: what one kind of paper taught is no hint for the other. */
export type HintKind = 'invoice' | 'credit_note';
export const hintKind = (kind: DocumentKind): HintKind => (kind === 'credit_note' ? 'credit_note' : 'invoice');

/** What one paper shows of a vendor's layout. `label` are the folded words, `printed` as on the paper; `x` and `y`, the middle of the value in thousandths of the page, count for a region alone. */
export type Lesson = {
  readonly field: HintedField;
  readonly kind: HintKind;
  readonly place: HintPlace;
  readonly label: string;
  readonly printed: string;
  readonly x: number;
  readonly y: number;
};

/** A lesson as kept for a vendor. `papers`: on how many papers a person found it right, the one that taught it being the first. */
export type LayoutHint = Lesson & { readonly id: bigint; readonly papers: number };

/** From so many papers on a hint makes a field sure. One paper may be an accident. */
export const provedFrom = 2;

/** How many ways to find one field are kept for a vendor: the newest. */
export const mostHints = 2;

/** What a person is told of a lesson: "the number beside “Blattkennung”". */
export function lessonSays({ field, place, printed }: Lesson): string {
  const what = `the ${fieldWords[hintedNames[field]]}`;
  if (place === 'region') return `${what} at the same place of the page`;
  return `${what} ${place === 'right' ? 'beside' : 'under'} “${printed}”`;
}
