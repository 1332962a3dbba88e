import type { Chart } from '../../domain/chart.ts';
import type { Charts } from '../../ports/charts.ts';

type Settings = { readonly locale?: string };

/**
 * Charts drawn by Vega on a canvas, in this process: a warm drawing holds the main thread for some ten milliseconds.
 * The first one loads Vega, half a second; `warm` does that ahead of time.
 */
export function vegaCharts({ locale = 'en-GB' }: Settings = {}): Charts & { warm(): Promise<void> } {
  return {
    draw: async (chart, rows) => (await import('./draw.ts')).draw(chart, rows, locale),
    warm: async () => {
      const { draw } = await import('./draw.ts');
      await draw(sample, [{ month: '2026-01', spend: 1n }], locale);
    },
  };
}

const sample: Chart = {
  mark: 'trend',
  x: { field: 'month', as: 'month' },
  y: { field: 'spend', as: 'money' },
  title: 'Warm',
  currency: 'EUR',
};
