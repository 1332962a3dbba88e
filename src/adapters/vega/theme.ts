import type { Config } from 'vega-lite';

/** One width for every picture: at 400 px, a phone, the smallest text is still 10 px high. */
export const width = 640;
/** Drawn at twice the size for sharp screens. */
export const scale = 2;
export const padding = { left: 26, right: 26, top: 24, bottom: 22 } as const;
export const inner = width - padding.left - padding.right;

/** The family that `fonts.ts` registers. */
export const family = 'Penny Inter';

/** From the heading to what is below it. */
export const headingOffset = 26;

/** One accent, its quiet sibling, and greys. Blue against blue-grey is told apart by lightness too, so colour blindness takes nothing away. */
export const colour = {
  card: '#fbfbf9',
  edge: '#dfe2e6',
  ink: '#1b2430',
  soft: '#5a6573',
  grid: '#e6e8eb',
  zero: '#9aa4b0',
  accent: '#1f5fae',
  quiet: '#86a9d3',
  beside: '#9aa4b0',
  below: '#e0a34a',
} as const;

/** For parts of a whole, from the first: neighbours are told apart by lightness too, and the eight with any colour blindness. After Okabe and Ito. */
export const shades = ['#1f5fae', '#e8a33d', '#2f8f6b', '#8ec3ea', '#b5502f', '#c9a0c9', '#5f6b3a', '#b4bcc6'] as const;

/** For amounts, from little to much. */
export const deepening = ['#cfdff2', '#9dbfe4', '#6799cf', '#1f5fae', '#123f78'] as const;

export const text = {
  title: { size: 24, line: 30, weight: 600 },
  subtitle: { size: 17, line: 23, weight: 400 },
  label: { size: 17, line: 20, weight: 400 },
  value: { size: 17, line: 20, weight: 600 },
} as const;

export const config: Config = {
  background: 'transparent', // the card is laid under the drawing, so that its corners stay transparent
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'bounds',
    offset: headingOffset,
    color: colour.ink,
    fontSize: text.title.size,
    fontWeight: text.title.weight,
    lineHeight: text.title.line,
    subtitleColor: colour.soft,
    subtitleFontSize: text.subtitle.size,
    subtitleFontWeight: text.subtitle.weight,
    subtitleLineHeight: text.subtitle.line,
    subtitlePadding: 7,
  },
  axis: {
    title: null,
    domain: false,
    ticks: false,
    grid: false,
    gridColor: colour.grid,
    labelColor: colour.soft,
    labelFontSize: text.label.size,
    labelLineHeight: text.label.line,
    labelOverlap: false,
    labelBound: false,
    labelLimit: 0,
  },
  text: { fontSize: text.value.size, fontWeight: text.value.weight, color: colour.ink },
};
