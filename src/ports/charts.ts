import type { Chart } from '../domain/chart.ts';

export type ChartRow = Readonly<Record<string, string | number | bigint | null>>;

/** A drawn chart: PNG bytes, and its size in pixels at scale 1. */
export type Drawn = { readonly png: Uint8Array; readonly width: number; readonly height: number };

/** Draws pictures in the house style. Throws when the picture would be wrong or blank; never returns such a one. */
export interface Charts {
  draw(chart: Chart, rows: readonly ChartRow[]): Promise<Drawn>;
}
