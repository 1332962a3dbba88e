import type { TopLevelSpec } from 'vega-lite';
import { familiesFor } from './fonts.ts';
import { config, padding, width } from './theme.ts';

type Layered = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = Layered['layer'][number];
export type Encoding = NonNullable<Extract<Layer, { mark: unknown }>['encoding']>;

/** What every picture has in common. `lists` are words that axes look up by place, so that nobody's words become part of an expression. */
export const layered = (
  height: number,
  title: NonNullable<Layered['title']>,
  lists: Readonly<Record<string, unknown>>,
  layer: Layer[],
): Layered => ({
  width,
  height,
  padding,
  autosize: { type: 'fit', contains: 'padding' },
  config: { ...config, font: familiesFor(JSON.stringify([title, lists, layer])) },
  title,
  params: Object.entries(lists).map(([name, value]) => ({ name, value })),
  layer,
});
