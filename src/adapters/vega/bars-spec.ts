import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../domain/chart.ts';
import type { ChartRow } from '../../ports/charts.ts';
import { widthOf } from './fit-text.ts';
import { familiesFor } from './fonts.ts';
import { heading } from './heading.ts';
import { key, keyRoom } from './key.ts';
import { amounts, besideOf, valuesOf } from './labels.ts';
import { nameLines } from './names.ts';
import { type Encoding, type Layer, layered } from './spec.ts';
import { colour, headingOffset, inner, text } from './theme.ts';
import { type Ticks, visible } from './ticks.ts';

/** More bars than this are a list, and a list belongs into a table. */
const mostBars = 12;
/** From one bar to the next: where a name takes two lines, all have more room. */
const steps = [36, 46] as const;
const widestName = 250;
const gap = 12;

type Bar = {
  readonly i: number;
  readonly h: number;
  /** Of the second amount, if it is known. */
  readonly beside: number | null;
  /** Where the longer of both leaves off to the right, and the words begin. */
  readonly end: number;
  readonly label: string;
  readonly tone: string;
};

/** Bars from the left in the order of the rows, each with its name before and its amount behind. The first has the accent. */
export function barsSpec(chart: Chart, rows: readonly ChartRow[], locale: string): TopLevelSpec {
  const shown = rows.slice(0, mostBars);
  const names = shown.map((row) => nameLines(row[chart.x.field], widestName, 2));
  const step = steps[names.some((lines) => lines.length > 1) ? 1 : 0];
  const [ends, bars] = barsOf(chart, shown, locale);
  const left = Math.ceil(Math.max(...names.flat().map((line) => widthOf(line, text.label)))) + gap;
  const right = Math.ceil(Math.max(...bars.map(({ label }) => widthOf(label, text.value)))) + 8;
  const encoding = axes(ends, left, inner - left - right);
  const head = heading(chart, rows.length > mostBars ? `The first ${mostBars} of ${rows.length}` : undefined);
  const room = keyRoom(chart, 'bars');
  const height = head.height + room.height + headingOffset + shown.length * step + 46;
  return layered(
    height,
    { ...head.title, ...room.title },
    { names, families: names.map((lines) => familiesFor(lines.join())) },
    [
      ...barMarks(bars, encoding, chart.beside !== undefined),
      ...(ends[0] < 0 ? [zeroLine(encoding)] : []),
      {
        data: { values: bars },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 8 },
        encoding: { ...encoding, x: { ...encoding.x, field: 'end' }, text: { field: 'label' } },
      },
      ...key(chart, 'bars', left),
    ],
  );
}

function barsOf(chart: Chart, rows: readonly ChartRow[], locale: string): [Ticks['domain'], Bar[]] {
  const values = valuesOf(chart, rows);
  const besides = besideOf(chart, rows);
  const written = amounts(chart, chart.y, values, locale);
  const ends = endsOf([...values, ...(besides ?? [])].map((value) => Number(value ?? 0n)));
  const drawn = (amount: bigint) => visible(Number(amount), ends);
  const toneOf = (value: bigint, i: number): string => {
    if (chart.y.signed) return value < 0n ? colour.below : colour.accent;
    return i === 0 || besides ? colour.accent : colour.quiet;
  };
  const bars = values.map((value, i): Bar => {
    const [h, beside] = [drawn(value ?? 0n), besides?.[i] ?? null];
    return {
      ...{ i, h, beside: beside === null ? null : drawn(beside), end: Math.max(0, h, drawn(beside ?? 0n)) },
      ...{ label: value === null ? '–' : written.exact(value), tone: toneOf(value ?? 0n, i) },
    };
  });
  return [ends, bars];
}

function endsOf(amounts: readonly number[]): Ticks['domain'] {
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  return low === high ? [0, 1] : [low, high];
}

function barMarks(bars: readonly Bar[], encoding: ReturnType<typeof axes>, isPair: boolean): Layer[] {
  const first: Layer = {
    data: { values: [...bars] },
    mark: { type: 'bar', height: isPair ? 16 : 22, yOffset: isPair ? -4 : 0, cornerRadiusEnd: 3 },
    encoding: { ...encoding, color: { field: 'tone', type: 'nominal', scale: null } },
  };
  if (!isPair) return [first];
  const second: Layer = {
    data: { values: [...bars] },
    mark: { type: 'bar', height: 7, yOffset: 9, cornerRadiusEnd: 2, color: colour.beside },
    encoding: { ...encoding, x: { ...encoding.x, field: 'beside' } },
  };
  return [first, second];
}

const zeroLine = (encoding: ReturnType<typeof axes>): Layer => ({
  data: { values: [{ h: 0 }] },
  mark: { type: 'rule', color: colour.zero },
  encoding: { x: encoding.x },
});

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
        labelOffset: { expr: `(1 - length(names[datum.value])) * ${text.label.line / 2}` },
        labelAlign: 'left',
        labelPadding: left,
        labelColor: colour.ink,
      },
    },
  } as const satisfies Encoding;
}
