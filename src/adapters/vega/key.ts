import type { Chart } from '../../domain/chart.ts';
import { cut, widthOf } from './fit-text.ts';
import type { Layer } from './spec.ts';
import { colour, headingOffset, inner, text } from './theme.ts';

type Box = { readonly x: number; readonly w: number; readonly h: number; readonly tone: string };

/** How the two amounts are drawn: a wide and a narrow bar, or a line and a dashed one. Shape and lightness tell them apart, not hue. */
const swatches = {
  bar: [[{ x: 0, w: 15, h: 15, tone: colour.accent }], [{ x: 0, w: 15, h: 7, tone: colour.beside }]],
  line: [
    [{ x: 0, w: 27, h: 3, tone: colour.accent }],
    [0, 10, 20].map((x) => ({ x, w: 7, h: 3, tone: colour.beside })),
  ],
} as const satisfies Readonly<Record<string, readonly (readonly Box[])[]>>;

/** How far the middle of the key is above the plot; an amount on the highest column stands between them. */
const above = { bars: 28, columns: 46, line: 46 } as const;
/** The key keeps closer to the heading than a plot does. */
const offset = 14;

export type Keyed = keyof typeof above;

/** What a chart with a key has different: more height, and less between heading and plot. */
export function keyRoom({ beside }: Chart, keyed: Keyed) {
  if (!beside) return { height: 0, title: {} };
  return { height: above[keyed] + text.subtitle.size / 2 + offset - headingOffset, title: { offset } };
}

/** The line below the heading that names both amounts of a chart that has two; nothing for others. `left` is how far the plot stands from the heading's edge. */
export function key({ y, beside }: Chart, keyed: Keyed, left: number): Layer[] {
  if (!beside) return [];
  const boxes: Box[] = [];
  const words: { x: number; label: string }[] = [];
  let x = -left;
  for (const [i, says] of [y.title, beside.says].entries()) {
    if (says === undefined) continue;
    const swatch = swatches[keyed === 'line' ? 'line' : 'bar'][i] ?? [];
    boxes.push(...swatch.map((box) => ({ ...box, x: x + box.x + box.w / 2 })));
    x += Math.max(...swatch.map((box) => box.x + box.w)) + 8;
    const label = cut(says, inner / 2 - 50, text.subtitle);
    words.push({ x, label });
    x += widthOf(label, text.subtitle) + 24;
  }
  const at = { x: { expr: 'datum.x' }, y: -above[keyed] } as const;
  return [
    {
      data: { values: boxes },
      mark: {
        ...{ type: 'rect', ...at },
        ...{ width: { expr: 'datum.w' }, height: { expr: 'datum.h' }, fill: { expr: 'datum.tone' } },
      },
      encoding: {},
    },
    {
      data: { values: words },
      mark: {
        ...{ type: 'text', ...at, align: 'left', baseline: 'middle', color: colour.soft },
        ...{ fontSize: text.subtitle.size, fontWeight: text.subtitle.weight, text: { expr: 'datum.label' } },
      },
      encoding: {},
    },
  ];
}
