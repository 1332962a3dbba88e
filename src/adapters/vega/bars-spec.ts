import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../domain/chart.ts';
import type { ChartRow } from '../../ports/charts.ts';
import { widthOf } from './fit-text.ts';
import { familiesFor } from './fonts.ts';
import { heading } from './heading.ts';
import { amountOf, amounts } from './labels.ts';
import { nameOf } from './names.ts';
import { type Encoding, layered } from './spec.ts';
import { colour, inner, text } from './theme.ts';
import { type Ticks, visible } from './ticks.ts';

/** More bars than this are a list, and a list belongs into a table. */
const mostBars = 12;
const step = 36;
const widestName = 250;
const gap = 12;

/** Bars from the left in the order of the rows, each with its name before and its amount behind. The first has the accent. */
export function barsSpec(chart: Chart, rows: readonly ChartRow[], locale: string): TopLevelSpec {
  const shown = rows.slice(0, mostBars);
  const values = shown.map((row) => amountOf(row[chart.y.field] ?? null, chart.y.field));
  const names = shown.map((row) => nameOf(row[chart.x.field], widestName));
  const written = amounts(chart, chart.y, values, locale);
  const ends = endsOf(values.map((value) => Number(value ?? 0n)));
  const data = values.map((value, i) => ({
    i,
    h: visible(Number(value ?? 0n), ends),
    end: value !== null && value > 0n ? visible(Number(value), ends) : 0,
    label: value === null ? '–' : written.exact(value),
    first: i === 0,
  }));
  const left = Math.ceil(Math.max(...names.map((name) => widthOf(name, text.label)))) + gap;
  const right = Math.ceil(Math.max(...data.map(({ label }) => widthOf(label, text.value)))) + 8;
  const encoding = axes(ends, left, inner - left - right);
  const head = heading(chart, rows.length > mostBars ? `The first ${mostBars} of ${rows.length}` : undefined);
  return layered(head.height + 26 + shown.length * step + 46, head.title, { names, families: names.map(familiesFor) }, [
    {
      data: { values: data },
      mark: { type: 'bar', height: { band: 0.68 }, cornerRadiusEnd: 3 },
      encoding: {
        ...encoding,
        color: { condition: { test: 'datum.first', value: colour.accent }, value: colour.quiet },
      },
    },
    {
      data: { values: data },
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 8 },
      encoding: { ...encoding, x: { ...encoding.x, field: 'end' }, text: { field: 'label' } },
    },
  ]);
}

function endsOf(amounts: readonly number[]): Ticks['domain'] {
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  return low === high ? [0, 1] : [low, high];
}

/** The scale ends where the amounts begin, so that the longest bar never pushes its amount out of the card. */
function axes(ends: Ticks['domain'], left: number, room: number) {
  return {
    x: {
      field: 'h',
      type: 'quantitative',
      axis: null,
      scale: { domain: [...ends], nice: false, range: [0, room] },
    },
    y: {
      field: 'i',
      type: 'ordinal',
      sort: null,
      axis: {
        labelExpr: 'names[datum.value]',
        labelFont: { expr: 'families[datum.value]' },
        labelAlign: 'left',
        labelPadding: left,
        labelColor: colour.ink,
      },
    },
  } as const satisfies Encoding;
}
