import type { TopLevelSpec } from 'vega-lite';
import { addDays } from '../../domain/calendar.ts';
import type { Chart } from '../../domain/chart.ts';
import type { ChartRow } from '../../ports/charts.ts';
import { widthOf } from './fit-text.ts';
import { heading } from './heading.ts';
import { amountOf, amounts } from './labels.ts';
import { pixels } from './pixels.ts';
import { layered } from './spec.ts';
import { colour, deepening, inner, text } from './theme.ts';

const widest = 40;
const gap = 14;
const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

/** A column for each week, from Monday down to Sunday; the more was spent on a day, the deeper its field. Days on which credit notes outweighed invoices have a colour of their own. */
export function calendarSpec(chart: Chart, rows: readonly ChartRow[], locale: string): TopLevelSpec {
  const days = rows.map((row) => ({
    day: `${row[chart.x.field]}`,
    value: amountOf(row[chart.y.field] ?? null, chart.y.field) ?? 0n,
  }));
  const monday = addDays(days[0]?.day ?? '', -weekday(days[0]?.day ?? ''));
  const weekOf = (day: string) => Math.floor((Date.parse(day) - Date.parse(monday)) / 604_800_000);
  const weeks = weekOf(days.at(-1)?.day ?? monday) + 1;
  const names = weekdays(locale);
  const left = Math.ceil(Math.max(...names.map((name) => widthOf(name, text.label)))) + gap;
  const step = Math.min(widest, (inner - left) / weeks);
  const down = Math.max(step, 22);
  const top = 26;
  const height = top + 7 * down + gap + 24;
  const at = pixels(height);
  const tones = tonesOf(days.map(({ value }) => value));
  const cells = days.map(({ day, value }) => ({
    x: left + (weekOf(day) + 0.5) * step,
    y: top + (weekday(day) + 0.5) * down,
    tone: tones.of(value),
  }));
  const written = amounts(
    chart,
    chart.y,
    days.map(({ value }) => value),
    locale,
  );
  const label = (align: 'left' | 'center' | 'right') => ({
    mark: {
      type: 'text' as const,
      align,
      baseline: 'middle' as const,
      color: colour.soft,
      fontWeight: text.label.weight,
      fontSize: text.label.size,
    },
    encoding: { ...at, text: { field: 'label' } },
  });
  const head = heading(chart);
  const size = { width: Math.max(step - (step > 14 ? 3 : 1.5), 2), height: down - 3 };
  const legend = legendOf(tones, written.short, height - 10, left);
  return layered(head.height + 26 + height + 46, head.title, {}, [
    {
      data: { values: cells },
      mark: { type: 'rect', ...size, cornerRadius: Math.min(4, step / 5) },
      encoding: { ...at, color: { field: 'tone', type: 'nominal', scale: null } },
    },
    {
      data: { values: names.map((name, i) => ({ x: 0, y: top + (i + 0.5) * down, label: i % 2 === 0 ? name : '' })) },
      ...label('left'),
    },
    {
      data: {
        values: monthsOf(
          days.map(({ day }) => day),
          weekOf,
          locale,
          step,
          left,
        ),
      },
      ...label('left'),
    },
    {
      data: { values: legend.fields },
      mark: { type: 'rect', width: 22, height: 14, cornerRadius: 3 },
      encoding: { ...at, color: { field: 'tone', type: 'nominal', scale: null } },
    },
    { data: { values: legend.words }, ...label('left') },
  ]);
}

function weekdays(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
  return Array.from({ length: 7 }, (_, i) => format.format(new Date(Date.UTC(2024, 0, 1 + i)))); // that was a Monday
}

/** The months above the week in which they begin, as far as there is room. */
function monthsOf(
  days: readonly string[],
  weekOf: (day: string) => number,
  locale: string,
  step: number,
  left: number,
) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' });
  const labels: { x: number; y: number; label: string }[] = [];
  let free = 0;
  for (const day of days) {
    const begins = day.endsWith('-01') || (day === days[0] && Number(day.slice(8)) < 16); // of a month that is nearly over the next one has the room
    if (!begins) continue;
    const [label, x] = [format.format(new Date(day)), left + weekOf(day) * step];
    if (x < free || x + widthOf(label, text.label) > inner) continue;
    labels.push({ x, y: 10, label });
    free = x + widthOf(label, text.label) + 8;
  }
  return labels;
}

type Tones = { of(value: bigint): string; readonly edges: readonly bigint[]; readonly isBelow: boolean };

/** Steps of equal many days, so that one enormous day does not make all others pale. */
function tonesOf(values: readonly bigint[]): Tones {
  const above = values.filter((value) => value > 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const edges = deepening.map((_, i) => above[Math.floor((i * above.length) / deepening.length)] ?? 0n);
  const of = (value: bigint): string => {
    if (value === 0n) return colour.grid;
    if (value < 0n) return colour.below;
    return deepening[edges.findLastIndex((edge) => value >= edge)] ?? deepening[0];
  };
  return {
    of,
    edges: above.length === 0 ? [] : [above[0] ?? 0n, above.at(-1) ?? 0n],
    isBelow: values.some((value) => value < 0n),
  };
}

/** The steps from the least to the most. */
function legendOf({ edges, isBelow }: Tones, short: (amount: bigint) => string, y: number, left: number) {
  const [least = null, most = null] = edges;
  const fields: { x: number; y: number; tone: string }[] = [];
  const words: { x: number; y: number; label: string }[] = [];
  let x = left;
  const say = (label: string) => {
    words.push({ x, y, label });
    x += widthOf(label, text.label) + 10;
  };
  const show = (tone: string) => {
    fields.push({ x: x + 11, y, tone });
    x += 26;
  };
  if (least !== null && most !== null) {
    say(short(least));
    for (const tone of least === most ? deepening.slice(-1) : deepening) show(tone);
    x += 6;
    if (least !== most) say(short(most));
    x += 12;
  }
  if (isBelow) {
    show(colour.below);
    x += 6;
    say('credit notes');
  }
  return { fields, words };
}
