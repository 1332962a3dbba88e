import type { Figure, Spread, Unit } from './figures.ts';
import type { Outcome } from './harness.ts';

const columns = ['figure', 'median', 'p25 – p75', 'min', 'p95', 'runs', 'beside', 'its median', '×'] as const;
type Line = readonly string[];

/** The figures of a group as people read them, one peer a line. */
export function tableOf({ group, figures, skipped, problem, seconds }: Outcome): string {
  const lines = figures.flatMap(linesOf);
  const widths = columns.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)));
  const row = (line: Line) =>
    line
      .map((cell, i) => (i === 0 || i === 6 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const notes = figures.flatMap(({ name, note }) => (note ? [`  ${name}: ${note}`] : []));
  return [
    `\n${group} (${seconds.toFixed(0)} s)`,
    row(columns),
    row(widths.map((width) => '-'.repeat(width))),
    ...lines.map(row),
    ...notes,
    ...skipped.map(({ name, why }) => `  skipped: ${name}: ${why}`),
    ...(problem ? [`  BROKE OFF: ${problem}`] : []),
  ].join('\n');
}

function linesOf({ name, unit, spread, peers }: Figure): Line[] {
  const own = [name, `${shown(spread.median, unit)} ${unit}`, ...restOf(spread, unit)];
  const [first, ...more] = peers.map((peer) => [
    peer.name,
    shown(peer.spread.median, unit),
    peer.ratio < 10 ? peer.ratio.toFixed(2) : peer.ratio.toFixed(0),
  ]);
  return [[...own, ...(first ?? ['–', '', ''])], ...more.map((peer) => ['', '', '', '', '', '', ...peer])];
}

function restOf(spread: Spread, unit: Unit): Line {
  if (spread.runs === 1) return ['', '', '', '1'];
  const { p25, p75, min, p95, runs } = spread;
  return [`${shown(p25, unit)} – ${shown(p75, unit)}`, shown(min, unit), shown(p95, unit), String(runs)];
}

const shown = (value: number, unit: Unit): string =>
  unit === 'lines' || value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(unit === 'ms' ? 2 : 1);
