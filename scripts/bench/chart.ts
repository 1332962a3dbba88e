import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { barsSpec } from '../../src/adapters/vega/bars-spec.ts';
import { registerFonts } from '../../src/adapters/vega/fonts.ts';
import { trendSpec } from '../../src/adapters/vega/trend-spec.ts';
import { vegaCharts } from '../../src/adapters/vega/vega-charts.ts';
import type { Chart } from '../../src/domain/chart.ts';
import type { ChartRow, Drawn } from '../../src/ports/charts.ts';
import { bareVega } from './bare-vega.ts';
import { byChartJs, byItself, bySharp } from './chart-js.ts';
import { byECharts } from './e-charts.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { alternately, timed } from './measure.ts';
import { pictures, sizeFigure } from './pictures.ts';
import type { Plain } from './plain-chart.ts';

const trend: Chart = {
  mark: 'trend',
  x: { field: 'month', as: 'month' },
  y: { field: 'minor', as: 'money' },
  title: 'Spend rose 12 % to €41,200 in November',
  currency: 'EUR',
};
const bars: Chart = { ...trend, mark: 'bars', x: { field: 'vendor', as: 'name' }, title: 'Kestrel was paid the most' };
const months = Array.from({ length: 12 }, (_, i) => ({
  month: `2026-${String(i + 1).padStart(2, '0')}`,
  minor: BigInt(2_000_000 + ((i * 7919) % 13) * 170_000),
}));
const vendors = Array.from({ length: 10 }, (_, i) => ({
  vendor: `Vendor ${i + 1} GmbH`,
  minor: BigInt(4_000_000 - i * 310_000),
}));

/** The same pictures, of the same size, by Penny, by Vega alone and by Chart.js on the same canvas, and by ECharts without one. */
export async function chart(bench: Bench): Promise<void> {
  const colds: number[] = [];
  const loads: number[] = [];
  for (let round = 0; round < bench.runs(3); round += 1) {
    const cold = vegaCharts();
    bench.later(() => cold.close());
    colds.push((await timed(() => cold.draw(trend, months))).ms);
    await cold.close();
    loads.push((await timed(bareLoading)).ms);
  }
  bench.report(
    figure(
      'first chart of a new thread',
      'ms',
      colds,
      { 'a thread that loads Vega, canvas and sharp': loads },
      'Penny does it at her start',
    ),
  );
  const charts = vegaCharts();
  bench.later(() => charts.close());
  registerFonts();
  for (const [name, one, rows, spec] of [
    ['trend of 12 months', trend, months, trendSpec],
    ['10 bars', bars, vendors, barsSpec],
  ] as const) {
    const plain = plainOf(one, rows, await charts.draw(one, rows));
    const samples = await alternately(
      bench.runs(40),
      {
        ours: () => charts.draw(one, rows),
        bare: () => bareVega(spec(one, rows as readonly ChartRow[], 'en-GB')),
        chartJs: () => byChartJs(plain, byItself),
        chartJsSharp: () => byChartJs(plain, bySharp),
        eCharts: () => byECharts(plain),
      },
      5,
    );
    const note = 'in a thread of its own; on a card, looked at whether it is blank, written by sharp';
    const peers = {
      'bare Vega and canvas': samples.bare,
      'Chart.js, same canvas': samples.chartJs,
      'the same, PNG by sharp': samples.chartJsSharp,
      'ECharts SVG and resvg': samples.eCharts,
    };
    bench.report(figure(`${name} drawn, PNG`, 'ms', samples.ours, peers, note));
    const { png } = await charts.draw(one, rows);
    const others = {
      'Chart.js, PNG by sharp': (to: Plain) => byChartJs(to, bySharp),
      'ECharts SVG and resvg': byECharts,
    };
    bench.report(await sizeFigure(name, png, plain, others));
  }
  await pictures(bench, charts.draw);
}

/** The same for libraries that do not know Penny's charts. */
const plainOf = ({ title, x, y, mark }: Chart, rows: readonly ChartRow[], { width, height }: Drawn): Plain => ({
  ...{ mark: mark === 'bars' ? 'bars' : 'trend', title, width, height },
  names: rows.map((row) => (x.as === 'month' ? shortMonth.format(new Date(`${row[x.field]}-01`)) : `${row[x.field]}`)),
  amounts: rows.map((row) => Number(row[y.field]) / 100),
});

const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** What no chart can do without, loaded by a thread that does nothing else. */
async function bareLoading(): Promise<void> {
  const modules = ['vega', 'vega-lite', 'canvas', 'sharp'].map((name) => import.meta.resolve(name));
  const work = `Promise.all(${JSON.stringify(modules)}.map((module) => import(module)))`;
  await once(new Worker(work, { eval: true }), 'exit');
}
