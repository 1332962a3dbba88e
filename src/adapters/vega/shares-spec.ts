import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../domain/chart.ts';
import type { ChartRow } from '../../ports/charts.ts';
import { widthOf } from './fit-text.ts';
import { familiesFor } from './fonts.ts';
import { heading } from './heading.ts';
import { amountOf, amounts } from './labels.ts';
import { nameOf } from './names.ts';
import { pixels } from './pixels.ts';
import { layered } from './spec.ts';
import { colour, inner, shades, text } from './theme.ts';

const ring = { outer: 104, inner: 62 } as const;
const row = 32;
const middle = ring.outer + 4;
const list = middle + ring.outer + 26;

/** A ring of the parts, from the top and in the order of the rows; beside it each with its colour, name, amount and share: nobody has to tell colours apart to read it. */
export function sharesSpec(chart: Chart, rows: readonly ChartRow[], locale: string): TopLevelSpec {
  const values = rows.map((one) => amountOf(one[chart.y.field] ?? null, chart.y.field) ?? 0n);
  if (values.some((value) => value < 0n)) throw new Error(`The chart “${chart.title}” has a part below nothing`);
  const total = values.reduce((sum, value) => sum + value, 0n);
  if (total === 0n) throw new Error(`The chart “${chart.title}” has no parts`);
  const written = amounts(chart, chart.y, values, locale);
  const parts = values.map((value) => ({ label: written.exact(value), part: percent(value, total) }));
  const widest = (words: readonly string[]) => Math.ceil(Math.max(...words.map((one) => widthOf(one, text.value))));
  const shareAt = inner;
  const amountAt = shareAt - widest(parts.map(({ part }) => part)) - 16;
  const room = amountAt - widest(parts.map(({ label }) => label)) - 14 - (list + 22);
  const height = Math.max(2 * ring.outer, rows.length * row) + 8;
  const top = (height - rows.length * row) / 2 + row / 2;
  const at = pixels(height);
  const data = rows.map((one, i) => ({
    value: Number(values[i]),
    tone: shades[i] ?? colour.quiet,
    y: top + i * row,
    name: nameOf(one[chart.x.field], room),
    families: familiesFor(nameOf(one[chart.x.field], room)),
    ...parts[i],
  }));
  const words = (field: 'name' | 'label' | 'part', x: number, align: 'left' | 'right', weight: 400 | 600) => ({
    data: { values: data.map((one) => ({ ...one, x })) },
    mark: {
      ...{ type: 'text' as const, align, baseline: 'middle' as const, fontWeight: weight, fontSize: text.label.size },
      ...(field === 'name' ? { font: { expr: 'datum.families' } } : {}),
    },
    encoding: { ...at, text: { field } },
  });
  const head = heading(chart);
  return layered(head.height + 26 + height + 46, head.title, {}, [
    {
      data: { values: data.map((one, order) => ({ ...one, order, x: middle, y: height / 2 })) },
      mark: { type: 'arc', outerRadius: ring.outer, innerRadius: ring.inner, stroke: colour.card, strokeWidth: 2 },
      encoding: {
        ...at,
        theta: { field: 'value', type: 'quantitative', stack: true },
        order: { field: 'order' },
        color: { field: 'tone', type: 'nominal', scale: null },
      },
    },
    {
      data: { values: [{ x: middle, y: height / 2, label: written.short(total) }] },
      mark: { type: 'text', baseline: 'middle', fontSize: 22 },
      encoding: { ...at, text: { field: 'label' } },
    },
    {
      data: { values: data.map((one) => ({ ...one, x: list + 7 })) },
      mark: { type: 'square', size: 190, opacity: 1 },
      encoding: { ...at, color: { field: 'tone', type: 'nominal', scale: null } },
    },
    words('name', list + 22, 'left', text.label.weight),
    words('label', amountAt, 'right', text.value.weight),
    words('part', shareAt, 'right', text.label.weight),
  ]);
}

/** Whole percents, exact to the half; never 0 for something, nor 100 for less than all. */
function percent(part: bigint, whole: bigint): string {
  const rounded = (part * 200n + whole) / (2n * whole);
  if (part > 0n && rounded === 0n) return '<1\u00a0%';
  if (part < whole && rounded === 100n) return '>99\u00a0%';
  return `${rounded}\u00a0%`;
}
