import type { Encoding } from './spec.ts';
import { inner } from './theme.ts';

/** Places in pixels from the upper left of what is below the heading, for pictures that have no axes. */
export const pixels = (height: number) =>
  ({
    x: { field: 'x', type: 'quantitative', axis: null, scale: { domain: [0, inner], nice: false, zero: false } },
    y: {
      field: 'y',
      type: 'quantitative',
      axis: null,
      scale: { domain: [0, height], nice: false, zero: false, reverse: true },
    },
  }) as const satisfies Encoding;
