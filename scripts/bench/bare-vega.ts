import type { Canvas } from '@napi-rs/canvas';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { scale } from '../../src/adapters/vega/theme.ts';

/** The picture by Vega and the canvas alone, in this thread. */
export async function bareVega(spec: TopLevelSpec): Promise<Buffer> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const canvas = (await view.toCanvas(scale)) as unknown as Canvas; // Vega's types know the browser's canvas only
  view.finalize();
  return canvas.toBuffer('image/png');
}
