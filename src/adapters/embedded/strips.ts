import type { Scan } from './picture.ts';

/** A page, or the upper or lower part of one; `top` is where it begins on the page. */
export type Strip = Scan & { readonly top: number };

/** Pixels free of edges that a cut needs above and below, in shares of the page's height: half a line of small print. */
const margin = 0.004;
/** How much darker or lighter than two rows above makes an edge; grain stays below it, and an upright rule of a table has none. */
const edge = 40;
/** The part of the page, around the middle of its print, in which a cut about halves the work. */
const reach = 0.15;

/** The page in two, cut between two lines so that about half of its print is in each, for two workers to read; whole when there is no such place. */
export function stripsOf(scan: Scan): readonly Strip[] {
  const at = cutOf(scan);
  if (at === null) return [{ ...scan, top: 0 }];
  return [part(scan, 0, at), part(scan, at, scan.height)];
}

const part = ({ data, width }: Scan, top: number, bottom: number): Strip => ({
  data: data.subarray(top * width, bottom * width),
  width,
  height: bottom - top,
  top,
});

/** The row nearest to the middle of the print that lies in an empty band. */
function cutOf(scan: Scan): number | null {
  const { width, height } = scan;
  const band = Math.max(4, Math.round(height * margin));
  const edges = edgesOf(scan);
  const middle = middleOf(edges);
  const [first, last] = [middle - height * reach, middle + height * reach].map(Math.round);
  const most = width * band * 2 * 0.001;
  let best: number | null = null;
  for (let row = Math.max(first ?? 0, band * 2); row < Math.min(last ?? 0, height - band * 2); row += 1) {
    if (best !== null && Math.abs(row - middle) >= Math.abs(best - middle)) continue;
    if (sum(edges.subarray(row - band, row + band)) <= most) best = row;
  }
  return best;
}

/** The row above and below which there is as much print. */
function middleOf(edges: Uint32Array): number {
  let below = sum(edges) / 2;
  let row = 0;
  while (row < edges.length && below > 0) {
    below -= edges[row] ?? 0;
    row += 1;
  }
  return row;
}

/** How many data of each row are edges. */
function edgesOf({ data, width, height }: Scan): Uint32Array {
  const counts = new Uint32Array(height);
  for (let row = 2; row < height; row += 1) {
    const start = row * width;
    let count = 0;
    for (let at = start; at < start + width; at += 1) {
      if (Math.abs((data[at] ?? 0) - (data[at - 2 * width] ?? 0)) > edge) count += 1;
    }
    counts[row] = count;
  }
  return counts;
}

const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);
