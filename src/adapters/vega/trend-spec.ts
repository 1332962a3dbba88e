import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../domain/chart.ts';
import type { ChartRow } from '../../ports/charts.ts';
import { widthOf } from './fit-text.ts';
import { heading } from './heading.ts';
import { key, keyRoom } from './key.ts';
import { amounts, besideOf, placeLabels, valuesOf } from './labels.ts';
import { type Encoding, layered } from './spec.ts';
import { colour, inner, text } from './theme.ts';
import { type Ticks, ticks } from './ticks.ts';
import { type Label, largestAndLast, roomAside, valueLabels } from './trend-labels.ts';
import { columnsOf, lineOf, type Marks } from './trend-marks.ts';

/** Above this many places columns would be hairlines, and a line reads better. */
const mostColumns = 24;

/** Columns along time, or a line when they are many. The last place has the accent; it and the largest are labelled. */
export function trendSpec(chart: Chart, rows: readonly ChartRow[], locale: string): TopLevelSpec {
  const [values, besides] = [valuesOf(chart, rows), besideOf(chart, rows)];
  const places = values.map((value, i) => ({ value, beside: besides?.[i] ?? null }));
  const written = amounts(chart, chart.y, values, locale);
  const { stops, domain } = ticks([...values, ...(besides ?? [])].filter((one) => one !== null).map(Number));
  const short = Object.fromEntries(stops.map((stop) => [stop, written.short(BigInt(stop))]));
  const plot = inner - 6 - Math.max(...Object.values(short).map((label) => widthOf(label, text.label)));
  const isLine = rows.length > mostColumns;
  const marksOn = (width: number): Marks =>
    isLine ? lineOf(places, width, besides !== null) : columnsOf(places, width, domain, besides !== null);
  const aside = roomAside(places, written, marksOn(plot));
  const marks = marksOn(plot - aside);
  const labels = largestAndLast(places, written, marks, aside > 0);
  const names = placesFor(chart, rows, marks.plot, locale);
  const encoding = {
    x: { ...across(rows.length, marks.plot), axis: placeAxis(names) },
    y: amountAxis(stops, withRoom(domain, labels)),
  };
  const head = heading(chart);
  const keyed = isLine ? 'line' : 'columns';
  const room = keyRoom(chart, keyed);
  return layered(316 + head.height + room.height, { ...head.title, ...room.title }, { places: names, short }, [
    ...marks.layers(encoding),
    ...valueLabels(labels, encoding),
    ...key(chart, keyed, inner - plot),
  ]);
}

/** An amount below a column needs room above the names of the places. */
function withRoom([low, high]: Ticks['domain'], labels: readonly Label[]): Ticks['domain'] {
  const lowest = Math.min(...labels.map(({ h }) => h), 0);
  return [lowest < 0 ? Math.min(low, lowest - 0.13 * (high - low)) : low, high];
}

const gridColor = { condition: { test: 'datum.value === 0', value: colour.zero }, value: colour.grid };

const amountAxis = (stops: readonly number[], domain: Ticks['domain']): NonNullable<Encoding['y']> => ({
  field: 'h',
  type: 'quantitative',
  scale: { domain: [...domain], nice: false },
  axis: { values: [...stops], labelExpr: 'short[datum.value]', labelPadding: 6, grid: true, gridColor },
});

const across = (count: number, plot: number): Encoding['x'] =>
  count > mostColumns
    ? { field: 'i', type: 'quantitative', scale: { domain: [0, count - 1], nice: false, range: [0, plot] } }
    : {
        field: 'i',
        type: 'ordinal',
        sort: null,
        scale: { domain: Array.from({ length: count }, (_, i) => i), paddingOuter: 0.1, range: [0, plot] },
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
