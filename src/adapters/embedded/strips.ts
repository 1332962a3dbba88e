import type { Scan } from './picture.ts';

/** A page, or the upper or lower part of one; `top` is where it begins on the page. */
export type Strip = Scan & { readonly top: number };

/** Pixels free of edges that a cut needs above and below, in shares of the page's height: half a line of small print. */
const margin = 0.004;
/** How much darker or lighter than two rows above makes an edge; grain stays below it, and an upright rule of a table has none. */
const edge = 40;
/** The part of the page, around its middle, in which a cut halves the work. */
const reach = 0.2;

/** The page in two, cut between two lines of print near its middle, so that two workers can read it; whole when there is no such place. */
export function stripsOf(scan: Scan): readonly Strip[] {
  const at = cutOf(scan);
  if (at === null) return [{ ...scan, top: 0 }];
  return [part(scan, 0, at), part(scan, at, scan.height)];
}

const part = ({ pixels, width }: Scan, top: number, bottom: number): Strip => ({
  pixels: pixels.subarray(top * width, bottom * width),
  width,
  height: bottom - top,
  top,
});

/** The row nearest to the middle that lies in an empty band. */
function cutOf(scan: Scan): number | null {
  const { width, height } = scan;
  const band = Math.max(4, Math.round(height * margin));
  const first = Math.round(height * (0.5 - reach));
  const edges = edgesOf(scan, first - band, Math.round(height * (0.5 + reach)) + band);
  const most = width * band * 2 * 0.001;
  let best: number | null = null;
  for (let row = band; row < edges.length - band; row += 1) {
    const at = first - band + row;
    if (best !== null && Math.abs(at - height / 2) >= Math.abs(best - height / 2)) continue;
    if (sum(edges.subarray(row - band, row + band)) <= most) best = at;
  }
  return best;
}

/** How many pixels of each row are edges. */
function edgesOf({ pixels, width }: Scan, from: number, to: number): Uint32Array {
  const counts = new Uint32Array(to - from);
  for (let row = 0; row < counts.length; row += 1) {
    const start = (from + row) * width;
    let count = 0;
    for (let at = start; at < start + width; at += 1) {
      if (Math.abs((pixels[at] ?? 0) - (pixels[at - 2 * width] ?? 0)) > edge) count += 1;
    }
    counts[row] = count;
  }
  return counts;
}

const sum = (counts: Uint32Array): number => counts.reduce((all, count) => all + count, 0);
