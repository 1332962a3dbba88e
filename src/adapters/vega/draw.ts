import type { Canvas } from '@napi-rs/canvas';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../domain/chart.ts';
import type { ChartRow, Drawn } from '../../ports/charts.ts';
import { barsSpec } from './bars-spec.ts';
import { calendarSpec } from './calendar-spec.ts';
import { registerFonts } from './fonts.ts';
import { png } from './png.ts';
import { sharesSpec } from './shares-spec.ts';
import { strictLog } from './strict-log.ts';
import { scale } from './theme.ts';
import { trendSpec } from './trend-spec.ts';

const specs = { trend: trendSpec, bars: barsSpec, shares: sharesSpec, calendar: calendarSpec } as const;

/** Draws a chart of at least one known value. Throws for rows that do not fit the chart, for whatever Vega complains about, and for a blank picture. */
export async function draw(chart: Chart, rows: readonly ChartRow[], locale: string): Promise<Drawn> {
  const column = chart.y.field;
  if (rows.every((row) => (row[column] ?? null) === null)) {
    throw new Error(`The chart “${chart.title}” has no value in ${column}; say so in words instead`);
  }
  registerFonts();
  const canvas = await paint(specs[chart.mark](chart, rows, locale));
  return { png: await png(canvas), width: canvas.width / scale, height: canvas.height / scale };
}

async function paint(spec: TopLevelSpec): Promise<Canvas> {
  const log = strictLog();
  const view = new View(parse(compile(spec, { logger: log }).spec), { renderer: 'none', logger: log });
  try {
    await view.runAsync();
    const canvas = await view.toCanvas(scale);
    log.check();
    return canvas as unknown as Canvas; // Vega's types know the browser's canvas only; vega-canvas made this one by the package `canvas`
  } finally {
    view.finalize();
  }
}
