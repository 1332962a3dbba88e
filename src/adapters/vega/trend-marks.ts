import type { Encoding, Layer } from './spec.ts';
import { colour } from './theme.ts';
import { type Ticks, visible } from './ticks.ts';

/** The amounts of one place; `null` is not known. */
export type Place = { readonly value: bigint | null; readonly beside: bigint | null };

/** How places are drawn, in pixels of a plot so wide, and where their amounts can be written. */
export type Marks = {
  readonly plot: number;
  /** How far a mark is from the middle of its place. */
  readonly off: number;
  /** Where the mark of a place stands. */
  readonly middle: (i: number) => number;
  /** The amount above which words so wide over a place touch nothing. */
  readonly top: (i: number, width: number) => number;
  /** Whether words so wide over the last place would stand on something. */
  readonly isCrowded: (width: number) => boolean;
  /** How far words so wide reach beyond the plot where they begin `beside` the last mark. */
  readonly aside: (width: number) => number;
  readonly beside: { readonly dx: number; readonly dy?: number; readonly baseline?: 'middle' };
  readonly layers: (encoding: Encoding) => Layer[];
};

const widest = 84;

/** The last column has the accent. With a second amount the place is shared: a narrow column, a gap, a wide one, which then all have it. */
export function columnsOf(places: readonly Place[], plot: number, domain: Ticks['domain'], isPair: boolean): Marks {
  const room = Math.min(plot / places.length, isPair ? 1.5 * widest : widest / 0.65);
  const [wide, narrow, gap] = isPair ? [0.46 * room, 0.2 * room, 0.03 * room] : [0.65 * room, 0, 0];
  const off = (narrow + gap) / 2;
  const rim = isPair ? 3 : 0; // of the words, which would cover the narrow column's edge
  const middle = (i: number) => off + ((i + 0.5) / places.length) * plot;
  const within = (left: number, right: number) =>
    places.filter((_, i) => middle(i) + wide / 2 > left && middle(i) - wide / 2 - gap - narrow < right);
  const column = (field: keyof Place, width: number, xOffset: number, encoding: Encoding): Layer => ({
    data: {
      values: places.map((place, i) => ({ i, h: heightOf(place[field], domain), last: i === places.length - 1 })),
    },
    mark: { type: 'bar', width, xOffset, cornerRadiusEnd: 3 },
    encoding: { ...encoding, color: field === 'beside' ? { value: colour.beside } : tone(isPair) },
  });
  return {
    ...{ plot, off, middle },
    top: (i, width) => Math.max(...ends(within(middle(i) - width / 2, middle(i) + width / 2))),
    isCrowded: (width) => {
      const last = Number(places.at(-1)?.value ?? 0n);
      const left = Math.min(middle(places.length - 1) - width / 2, plot - width);
      return ends(within(left, plot)).some((end) => (last < 0 ? end < last : end > last));
    },
    aside: (width) => middle(places.length - 1) - wide / 2 + rim + width - plot,
    beside: { dx: off - wide / 2 + rim },
    layers: (encoding) => [
      ...(isPair ? [column('beside', narrow, -(wide + gap) / 2, encoding)] : []),
      column('value', wide, off, encoding),
    ],
  };
}

const ends = (places: readonly Place[]): number[] =>
  places.flatMap(({ value, beside }) => [Number(value ?? 0n), Number(beside ?? 0n)]);

const tone = (isPair: boolean) =>
  isPair ? { value: colour.accent } : { condition: { test: 'datum.last', value: colour.accent }, value: colour.quiet };

const heightOf = (amount: bigint | null, domain: Ticks['domain']): number | null =>
  amount === null ? null : visible(Number(amount), domain);

/** A line over its area, ended by a point with its amount; the second amount is a dashed one. */
export function lineOf(places: readonly Place[], plot: number, isPair: boolean): Marks {
  const along = (field: keyof Place) =>
    places.map(({ [field]: amount }, i) => ({ i, h: amount === null ? null : Number(amount) }));
  const line = { type: 'line', strokeWidth: 2.5, strokeJoin: 'round' } as const;
  const data = { values: along('value') };
  const second: Layer = {
    data: { values: along('beside') },
    mark: { ...line, color: colour.beside, strokeDash: [7, 4] },
  };
  return {
    ...{ plot, off: 0 },
    middle: (i) => (i / (places.length - 1)) * plot,
    top: (i) => Number(places[i]?.value ?? 0n),
    isCrowded: () => true,
    aside: (width) => width + 10,
    beside: { dx: 10, dy: 0, baseline: 'middle' },
    layers: (encoding) =>
      [
        { data, mark: { type: 'area', color: colour.quiet, opacity: 0.3 } } as const,
        ...(isPair ? [second] : []),
        { data, mark: { ...line, color: colour.accent } } as const,
        {
          data: { values: data.values.slice(-1) },
          mark: { type: 'point', filled: true, size: 90, opacity: 1, color: colour.accent },
        } as const,
      ].map((layer) => ({ ...layer, encoding })),
  };
}
