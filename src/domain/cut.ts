import type { Invoice } from './invoice.ts';
import { sureFrom } from './invoice.ts';
import type { Box } from './page.ts';
import type { FieldName } from './reading.ts';

/** What a picture of an invoice's paper shows: its first page, or what stands around the value of a field. */
export type Shows = 'page' | FieldName;

/** A piece of the paper to be drawn; without a box the whole page. */
export type Cut = { readonly shows: Shows; readonly page: number; readonly box: Box | null };

/** The pictures that help with an invoice: its first page, and each place where something is in doubt. */
export function cutsOf(invoice: Pick<Invoice, 'pageFrom' | 'found' | 'confidence' | 'state'>): readonly Cut[] {
  if (invoice.pageFrom === null) return [];
  const doubts = invoice.state === 'review' ? Object.entries(invoice.found) : [];
  return [
    { shows: 'page', page: invoice.pageFrom, box: null },
    ...doubts
      .map(([name, spot]) => ({ shows: name as FieldName, ...spot })) // Object.entries widens the keys
      .filter(({ shows }) => (invoice.confidence[shows] ?? 1) < sureFrom),
  ];
}

/** The same piece of the same page? */
export const isSameCut = (one: Cut, other: Cut): boolean =>
  one.shows === other.shows && one.page === other.page && near(one.box, other.box);

const near = (one: Box | null, other: Box | null): boolean =>
  one === null || other === null ? one === other : sides.every((side) => Math.abs(one[side] - other[side]) < 0.001);
const sides = ['left', 'top', 'width', 'height'] as const;
