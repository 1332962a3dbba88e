import { widthOf } from './fit-text.ts';
import type { Amounts } from './labels.ts';
import type { Encoding, Layer } from './spec.ts';
import { colour, text } from './theme.ts';
import type { Marks, Place } from './trend-marks.ts';

export type Label = {
  readonly i: number;
  readonly h: number;
  readonly label: string;
  readonly align: 'center' | 'left';
  readonly dx: number;
  readonly dy: number;
  readonly baseline: 'top' | 'bottom' | 'middle';
};

const wide = (label: string): number => widthOf(label, text.value);

/** The room that the amount of the last place takes to the right of the plot, where it would otherwise stand on its neighbours. */
export function roomAside(places: readonly Place[], written: Amounts, marks: Marks): number {
  const value = places.at(-1)?.value ?? null;
  if (value === null) return 0;
  const width = wide(written.exact(value));
  return marks.isCrowded(width) ? Math.max(0, marks.aside(width)) : 0;
}

/** The last value and the largest; the largest yields when the two would touch. */
export function largestAndLast(places: readonly Place[], written: Amounts, marks: Marks, isAside: boolean): Label[] {
  const last = places.length - 1;
  const valueAt = (i: number): bigint => places[i]?.value ?? 0n;
  const largest = places.reduce((best, _, i) => (valueAt(i) > valueAt(best) ? i : best), last);
  const value = places[last]?.value ?? null;
  const label = value === null ? null : written.exact(value);
  const first: Label[] = value === null || label === null ? [] : [labelAt(marks, last, Number(value), label, isAside)];
  if (largest === last || valueAt(largest) <= 0n) return first;
  const other = written.exact(valueAt(largest));
  const room = label === null ? 0 : wide(label) + wide(other) + 12;
  if (marks.middle(last) - marks.middle(largest) < room) return first;
  return [...first, labelAt(marks, largest, marks.top(largest, wide(other)), other, false)];
}

/** Above or below its place, moved inwards from an edge that would cut it; or to the right of it. */
function labelAt(marks: Marks, i: number, h: number, label: string, isAside: boolean): Label {
  const upright = h < 0 ? ({ dy: 6, baseline: 'top' } as const) : ({ dy: -7, baseline: 'bottom' } as const);
  if (isAside) return { i, h, label, align: 'left', ...upright, ...marks.beside };
  const [half, middle] = [wide(label) / 2, marks.middle(i)];
  const inwards = Math.min(0, marks.plot - middle - half) + Math.max(0, half - middle);
  return { i, h, label, align: 'center', dx: marks.off + inwards, ...upright };
}

/** The words over a rim of the card's colour, so that a line behind them does not cross them out. Two layers for all labels, since each layer costs a millisecond. */
export function valueLabels(labels: readonly Label[], encoding: Encoding): Layer[] {
  if (labels.length === 0) return [];
  const words = {
    type: 'text',
    align: { expr: 'datum.align' },
    dx: { expr: 'datum.dx' },
    dy: { expr: 'datum.dy' },
    baseline: { expr: 'datum.baseline' },
  } as const;
  const layer = { data: { values: [...labels] }, encoding: { ...encoding, text: { field: 'label' } } };
  return [
    { ...layer, mark: { ...words, stroke: colour.card, strokeWidth: 5, strokeJoin: 'round' } },
    { ...layer, mark: words },
  ];
}
