/** A grey picture, one byte a pixel. */
export type Grey = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** Degrees by which scans and photos are off; more is a choice of whoever took it. */
const most = 7;

/**
 * How far the lines of writing are turned clockwise from the level, in degrees; 0 when nothing shows it.
 * Lines of writing leave empty stripes between them: at the right angle, the ink summed along it is most uneven.
 */
export function skewOf(picture: Grey): number {
  const ink = inkOf(picture);
  if (ink.length < 200) return 0;
  const coarse = best(ink, picture.height, 0, most, 0.5);
  return best(ink, picture.height, coarse, 0.5, 0.1);
}

function best(ink: readonly Dot[], height: number, middle: number, reach: number, step: number): number {
  let found = { angle: 0, score: -1 };
  for (let angle = middle - reach; angle <= middle + reach + step / 2; angle += step) {
    const score = unevenness(ink, height, angle);
    if (score > found.score) found = { angle, score };
  }
  return Math.round(found.angle * 10) / 10;
}

type Dot = readonly [x: number, y: number];

/** Sums the ink along lines of this angle, and tells how much one line differs from the next. */
function unevenness(ink: readonly Dot[], height: number, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Float64Array(height * 2);
  for (const [x, y] of ink) {
    const row = Math.round(y - x * slope + height / 2);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count, row) => sum + (count - (rows[row - 1] ?? 0)) ** 2, 0);
}

/** Pixels clearly darker than their surroundings a few pixels off, so that neither a dark table nor a shadow counts; `x` from the middle. */
function inkOf({ data, width, height }: Grey): readonly Dot[] {
  const ink: Dot[] = [];
  const off = 4;
  for (let y = off; y < height - off; y += 1) {
    for (let x = off; x < width - off; x += 1) {
      const at = y * width + x;
      const around = Math.min(data[at - off * width] ?? 0, data[at + off * width] ?? 0);
      if (around - (data[at] ?? 0) > 40) ink.push([x - width / 2, y]);
    }
  }
  return ink;
}
