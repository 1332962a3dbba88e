import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../domain/chart.ts';
import type { ChartRow } from '../../ports/charts.ts';
import { widthOf } from './fit-text.ts';
import { heading } from './heading.ts';
import { type Amounts, amountOf, amounts, placeLabels } from './labels.ts';
import { type Encoding, type Layer, layered } from './spec.ts';
import { colour, inner, text } from './theme.ts';
import { type Ticks, ticks, visible } from './ticks.ts';

/** Above this many places columns would be hairlines, and a line reads better. */
const mostColumns = 24;
const widestColumn = 84;

type Amount = bigint | null;
/** `inwards` moves the words away from an edge that would cut them. */
type Label = { readonly i: number; readonly h: number; readonly label: string; readonly inwards: number };

/** Columns along time, or a line when they are many. The last place has the accent; it and the largest are labelled. */
export function trendSpec(chart: Chart, rows: readonly ChartRow[], locale: string): TopLevelSpec {
  const values = rows.map((row) => amountOf(row[chart.y.field] ?? null, chart.y.field));
  const written = amounts(chart, chart.y, values, locale);
  const { stops, domain } = ticks(values.flatMap((value) => (value === null ? [] : [Number(value)])));
  const short = Object.fromEntries(stops.map((stop) => [stop, written.short(BigInt(stop))]));
  const plot = inner - 6 - Math.max(...Object.values(short).map((label) => widthOf(label, text.label)));
  const places = placesFor(chart, rows, plot, locale);
  const y: Encoding['y'] = {
    field: 'h',
    type: 'quantitative',
    scale: { domain: [...domain], nice: false },
    axis: { values: [...stops], labelExpr: 'short[datum.value]', labelPadding: 6, grid: true, gridColor },
  };
  const encoding = { x: { ...across(rows.length), axis: placeAxis(places) }, y };
  const head = heading(chart);
  const marks = rows.length > mostColumns ? lineMarks(values, encoding) : columnMarks(values, encoding, domain, plot);
  const labels = valueLabels(labelsOf(values, written, plot), encoding);
  return layered(316 + head.height, head.title, { places, short }, [...marks, ...labels]);
}

const gridColor = { condition: { test: 'datum.value === 0', value: colour.zero }, value: colour.grid };

const across = (count: number): Encoding['x'] =>
  count > mostColumns
    ? { field: 'i', type: 'quantitative', scale: { domain: [0, count - 1], nice: false } }
    : {
        field: 'i',
        type: 'ordinal',
        sort: null,
        scale: { domain: Array.from({ length: count }, (_, i) => i), paddingOuter: 0.1 },
      };

const placeAxis = (places: Readonly<Record<number, unknown>>) => ({
  values: Object.keys(places).map(Number),
  labelExpr: 'places[datum.value]',
  labelAngle: 0,
  labelPadding: 8,
  labelFlush: true,
});

/** As many places as fit get their label, counted from the last. */
function placesFor(chart: Chart, rows: readonly ChartRow[], plot: number, locale: string) {
  const all = rows.map((row) => row[chart.x.field]);
  const widest = Math.max(
    ...placeLabels(chart.x, all, locale)
      .flat()
      .map((label) => widthOf(label, text.label)),
  );
  const room = rows.length > mostColumns ? 1.6 * widest : widest + 5; // on a line the last label is pushed inwards
  const every = Math.ceil((room * rows.length) / plot);
  const shown = all.flatMap((_, i) => ((all.length - 1 - i) % every === 0 ? [i] : []));
  const labels = placeLabels(
    chart.x,
    shown.map((i) => all[i]),
    locale,
  );
  return Object.fromEntries(shown.map((i, k) => [i, labels[k]]));
}

function columnMarks(values: readonly Amount[], encoding: Encoding, domain: Ticks['domain'], plot: number): Layer[] {
  const data = values.map((value, i) => ({
    i,
    h: value === null ? null : visible(Number(value), domain),
    last: i === values.length - 1,
  }));
  const width = Math.min(0.72, (widestColumn * values.length) / plot);
  return [
    {
      data: { values: data },
      mark: { type: 'bar', width: { band: width }, cornerRadiusEnd: 3 },
      encoding: {
        ...encoding,
        color: { condition: { test: 'datum.last', value: colour.accent }, value: colour.quiet },
      },
    },
  ];
}

function lineMarks(values: readonly Amount[], encoding: Encoding): Layer[] {
  const data = values.map((value, i) => ({ i, h: value === null ? null : Number(value) }));
  return [
    { data: { values: data }, mark: { type: 'area', color: colour.quiet, opacity: 0.3 }, encoding },
    {
      data: { values: data },
      mark: { type: 'line', color: colour.accent, strokeWidth: 2.5, strokeJoin: 'round' },
      encoding,
    },
    {
      data: { values: data.slice(-1) },
      mark: { type: 'point', filled: true, size: 90, opacity: 1, color: colour.accent },
      encoding,
    },
  ];
}

/** The last value and the largest; the largest yields when the two would touch. */
function labelsOf(values: readonly Amount[], written: Amounts, plot: number): Label[] {
  const last = values.length - 1;
  const largest = values.reduce<number>((best, value, i) => ((value ?? 0n) > (values[best] ?? 0n) ? i : best), last);
  const step = plot / values.length;
  const at = (i: number): Label[] => {
    const value = values[i] ?? null;
    if (value === null) return [];
    const label = written.exact(value);
    const half = widthOf(label, text.value) / 2;
    const middle = values.length > mostColumns ? (i / last) * plot : (i + 0.5) * step;
    const inwards = Math.min(0, plot - middle - half) + Math.max(0, half - middle);
    return [{ i, h: Number(value), label, inwards }];
  };
  const [a, b] = [at(last)[0], largest === last ? undefined : at(largest)[0]];
  if (!a || !b) return [a ?? b].filter((label) => label !== undefined);
  const room = widthOf(a.label, text.value) + widthOf(b.label, text.value) + 12;
  return (last - largest) * step < room ? [a] : [a, b];
}

/** The words over a rim of the card's colour, so that a line behind them does not cross them out. Two layers for all labels, since each layer costs a millisecond. */
function valueLabels(labels: readonly Label[], encoding: Encoding): Layer[] {
  if (labels.length === 0) return [];
  const words = {
    type: 'text',
    align: 'center',
    dx: { expr: 'datum.inwards' },
    baseline: { expr: `datum.h < 0 ? 'top' : 'bottom'` },
    dy: { expr: 'datum.h < 0 ? 6 : -7' },
  } as const;
  const layer = { data: { values: [...labels] }, encoding: { ...encoding, text: { field: 'label' } } };
  return [
    { ...layer, mark: { ...words, stroke: colour.card, strokeWidth: 5, strokeJoin: 'round' } },
    { ...layer, mark: words },
  ];
}
