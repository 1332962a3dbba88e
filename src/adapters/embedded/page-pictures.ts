import type { Apart } from '../../ports/apart.ts';
import type { DrawCuts } from '../../ports/pictures.ts';
import type { drawCuts } from './draw-cuts.ts';

const drawer: URL = new URL('./draw-cuts.ts', import.meta.url);

const seconds = 30;

/** Draws pages in a child process, where a hostile file can harm nobody. */
export const drawApart =
  (run: Apart): DrawCuts =>
  ({ path, type }, pieces, signal) =>
    run<typeof drawCuts>(drawer, 'drawCuts', { path, type, ...pieces }, { seconds, signal });
