import { fileURLToPath } from 'node:url';
import { pool } from 'workerpool';
import type { Chart } from '../../domain/chart.ts';
import type { Charts } from '../../ports/charts.ts';
import type { draw } from './draw.ts';

type Settings = { readonly locale?: string };

/** `warm` draws once ahead of time; `close` ends the thread, without which the process would not end. */
export type VegaCharts = Charts & { warm(): Promise<void>; close(): Promise<void> };

/** No picture takes a second; a thread that is busy for so long is stuck, and is replaced. */
const longest = 20_000;

/**
 * Charts drawn by Vega on a canvas, in a thread of its own: loading Vega holds a thread for half a second, and a drawing for up to 60 ms, while the main one has calls to acknowledge.
 * Rows are drawn in the order they come in. A chart is refused that has no value at all.
 */
export function vegaCharts({ locale = 'en-GB' }: Settings = {}): VegaCharts {
  const threads = pool(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
    workerType: 'thread',
    maxWorkers: 1,
    workerThreadOpts: { resourceLimits: { maxOldGenerationSizeMb: 192 } },
  });
  const ask = async (...given: Parameters<typeof draw>) => threads.exec<typeof draw>('draw', given).timeout(longest);
  return {
    draw: (chart, rows) => ask(chart, rows, locale),
    async warm() {
      await ask(sample, [{ month: '2026-01', spend: 1n }], locale);
    },
    async close() {
      await threads.terminate(); // not by force: Node dies when a thread is ended in the middle of its native drawing
    },
  };
}

const sample: Chart = {
  mark: 'trend',
  x: { field: 'month', as: 'month' },
  y: { field: 'spend', as: 'money' },
  title: 'A first picture',
  currency: 'EUR',
};
