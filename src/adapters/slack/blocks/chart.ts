import type { Plot } from '../../../domain/reply.ts';
import { shown } from './plain.ts';

/** Slack's own chart, which its library's types do not know yet: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart:
    | { readonly type: 'pie'; readonly segments: readonly Point[] }
    | {
        readonly type: 'bar' | 'line';
        readonly series: readonly { readonly name: string; readonly data: readonly Point[] }[];
        readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
      };
};
type Point = { readonly label: string; readonly value: number };

/** So many of them does a message take. */
export const mostCharts = 2;

const longestTitle = 50;
const longestLabel = 20;

export function chartBlock({ kind, title, labels: given, series, unit }: Plot): ChartBlock {
  const labels = given.map((label) => shown(label, longestLabel));
  const points = (values: readonly number[]) => labels.map((label, i) => ({ label, value: values[i] ?? 0 }));
  const chart: ChartBlock['chart'] =
    kind === 'pie'
      ? { type: 'pie', segments: points(series[0]?.values ?? []) }
      : {
          type: kind,
          series: series.map(({ name, values }) => ({ name: shown(name, longestLabel), data: points(values) })),
          axis_config: { categories: labels, ...(unit === null ? {} : { y_label: unit }) },
        };
  return { type: 'data_visualization', title: shown(title, longestTitle), chart };
}
