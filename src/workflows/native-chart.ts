import type { Axis, Chart } from '../domain/chart.ts';
import { toDecimal } from '../domain/money.ts';
import { monthNames } from '../domain/months.ts';
import type { Plot } from '../domain/reply.ts';
import type { ChartRow } from '../ports/charts.ts';

/** Limits of https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
const mostPoints = 20;
const mostSegments = 12;
const longestLabel = 20;
const longestTitle = 50;

/** A chart as data that Slack draws, or in a sentence why Slack cannot. */
export type Native = { readonly plot: Plot } | { readonly why: string };

const kinds = { trend: 'line', bars: 'bar', shares: 'pie', calendar: null } as const satisfies Record<
  Chart['mark'],
  Plot['kind'] | null
>;

/** The same chart for Slack's own drawing. Its numbers are only for the eye: exact amounts stand in the table beside it. */
export function nativeChart(chart: Chart, rows: readonly ChartRow[]): Native {
  const kind = kinds[chart.mark];
  const { x, y, beside } = chart;
  const labels = rows.map((row) => labelOf(row[x.field], x));
  const lines = [
    { name: y.title ?? chart.currency ?? 'Count', field: y.field },
    ...(beside ? [{ name: beside.says, field: beside.field }] : []),
  ];
  const series = lines.map(({ name, field }) => ({
    name: cut(name, longestLabel),
    values: rows.map((row) => numberOf(row[field], chart)),
  }));
  const values = series.flatMap((one) => one.values);
  const why =
    kind === null
      ? 'Slack draws no calendar.'
      : (misfit(kind, labels, values) ?? (alike(series.map(({ name }) => name)) ? unlike('series') : null));
  if (kind === null || why !== null) return { why: `Drawn as a picture: ${why}` };
  const known = series.map((one) => ({ ...one, values: one.values.flatMap((value) => value ?? []) }));
  return { plot: { kind, title: titleOf(chart), labels, series: known, unit: unitOf(chart) } };
}

/** What of it Slack's chart cannot hold; null where it fits. */
function misfit(kind: Plot['kind'], labels: readonly string[], values: readonly (number | null)[]): string | null {
  if (labels.length === 0) return 'there is nothing to draw.';
  const most = kind === 'pie' ? mostSegments : mostPoints;
  if (labels.length > most)
    return `Slack’s own charts hold ${most} ${kind === 'pie' ? 'parts' : 'points'}, and these are ${labels.length}.`;
  if (alike(labels)) return unlike('names');
  if (values.includes(null)) return 'Slack’s own charts have no gaps.';
  if (kind === 'pie' && values.some((value) => value !== null && value <= 0))
    return 'a pie has no parts below or at nothing.';
  return null;
}

const alike = (names: readonly string[]): boolean => new Set(names).size < names.length;
const unlike = (what: string): string =>
  `Slack’s own charts cut ${what} at ${longestLabel} letters, and two would read alike.`;

function labelOf(value: ChartRow[string] | undefined, { as }: Axis<string>): string {
  const text = `${value ?? '–'}`;
  const month = `${monthNames[Number(text.slice(5, 7)) - 1]?.slice(0, 3)} ${text.slice(0, 4)}`;
  if (as === 'month') return month;
  if (as === 'day') return `${Number(text.slice(8, 10))} ${month}`;
  return cut(text.trim() || '–', longestLabel);
}

/** In whole units: JSON has no other numbers. */
function numberOf(value: ChartRow[string] | undefined, { y, currency }: Chart): number | null {
  if (value === null || value === undefined || typeof value === 'string') return null;
  return Number(y.as === 'money' ? toDecimal(BigInt(value), currency ?? null) : value);
}

const unitOf = ({ y, currency }: Chart): string | null => (y.as === 'money' ? (currency ?? null) : null);

/** The finding stands above the chart as the heading, so here it is said what is drawn, and in which currency. */
function titleOf(chart: Chart): string {
  const says = chart.subtitle ?? chart.title;
  const title = cut(says, longestTitle);
  const unit = unitOf(chart);
  return unit === null || title.includes(unit) ? title : `${cut(says, longestTitle - unit.length - 2)}, ${unit}`;
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  return `${kept.trimEnd()}…`;
}
