/** A grey picture, one byte a pixel. */
export type Grey = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** Degrees by which scans and photos are off; more is a choice of whoever took it. */
const most = 20;

/** How much more uneven a page on its side must be the other way, since columns leave stripes too. */
const clearly = 1.3;

/**
 * How far the lines of writing are turned clockwise from the level, in degrees, after a page on its side has been turned by a quarter (which of its
 * sides is up shows in the letters alone). Both are 0 when nothing shows it.
 * Lines of writing leave empty stripes between them: at the right angle, the ink summed along it is most uneven.
 */
export function directionOf(picture: Grey): { readonly skew: number; readonly quarter: 0 | 90 } {
  const { across, down } = inkOf(picture);
  if (across.length < 200) return { skew: 0, quarter: 0 };
  const lying = straight(across, down, picture.height);
  const standing = straight(
    down.map((y) => -y),
    across,
    picture.width,
  );
  return standing.score > lying.score * clearly
    ? { skew: standing.angle, quarter: 90 }
    : { skew: lying.angle, quarter: 0 };
}

type Angle = { readonly angle: number; readonly score: number };

function straight(along: Float32Array, off: Float32Array, height: number): Angle {
  const score = (angle: number): Angle => ({ angle, score: unevenness(along, off, height, angle) });
  const best = (middle: number, reach: number, step: number): Angle => {
    const count = Math.round((2 * reach) / step) + 1;
    return Array.from({ length: count }, (_, index) => score(middle - reach + index * step)).reduce((a, b) =>
      b.score > a.score ? b : a,
    );
  };
  const { angle, score: sum } = best(best(best(0, most, 1).angle, 0.75, 0.25).angle, 0.2, 0.1);
  return { angle: Math.round(angle * 10) / 10, score: sum };
}

/** Sums the ink along lines of this angle, and tells how much one line differs from the next. */
function unevenness(along: Float32Array, off: Float32Array, height: number, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rows = new Float64Array(height * 2);
  for (let dot = 0; dot < along.length; dot += 1) {
    const row = Math.round((off[dot] ?? 0) - (along[dot] ?? 0) * slope + height);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}

/** Dots that show the lines as well as all of them. */
const enough = 20_000;

/** Pixels clearly darker than their surroundings a few pixels off, so that neither a dark table nor a shadow counts; places from the middle. */
function inkOf({ data, width, height }: Grey): { readonly across: Float32Array; readonly down: Float32Array } {
  const dots: number[] = [];
  const off = 4;
  for (let y = off; y < height - off; y += 1) {
    for (let at = y * width + off; at < (y + 1) * width - off; at += 1) {
      const least = (data[at] ?? 0) + 30;
      const above = (data[at - off * width] ?? 0) > least && (data[at + off * width] ?? 0) > least;
      if (above || ((data[at - off] ?? 0) > least && (data[at + off] ?? 0) > least)) dots.push(at);
    }
  }
  const every = Math.ceil(dots.length / enough);
  const some = Float32Array.from(dots.filter((_, index) => index % every === 0));
  return {
    across: some.map((at) => (at % width) - width / 2),
    down: some.map((at) => Math.floor(at / width) - height / 2),
  };
}
