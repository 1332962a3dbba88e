import type { Grey } from './skew.ts';
import { around, largest, least, mean, meansOf, type Squares } from './squares.ts';

/** Pixels to a side of what counts as one spot: larger than grain, smaller than the white between two letters. */
const spot = 4;
/** Spots to a side of the squares in which the light is measured: about half a line of print. */
const wide = 4;
/** Squares: a band of print twice as high as this still has paper around it. */
const reach = 3;
/** Below this share of the brightest place, the light is so uneven that it matters. */
const uneven = 0.8;
/** Paper that is half as bright in the next square has ended; a shadow falls off more gently. */
const step = 0.7;

/**
 * The page as if the same light fell on all of it, each pixel measured against the paper around it, and what lies around the paper in white.
 * The same picture when the light is even. The paper is what can be reached from the brightest place without a sudden change.
 */
export function evenLight(faint: Grey): Grey {
  const picture = darkened(faint);
  const light = lightOf(picture);
  const sorted = light.values.toSorted();
  const [dark = 0, bright = 0] = [0.01, 0.95].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
  if (dark >= bright * uneven) return picture;
  const paper = paperOf(light, bright);
  const wider = around({ ...light, values: Float32Array.from(paper) }, 1, largest);
  const even = against(picture, around(around(light, 1, largest), 1, mean), wider.values);
  trim({ ...picture, data: even }, light, paper, wider.values);
  return { ...picture, data: even };
}

/** Print paler than this is made darker: nothing else on the page is dark, and what tells print from paper by a fixed bound would miss it. */
const pale = 70;

function darkened(picture: Grey): Grey {
  const counts = new Uint32Array(256);
  for (const value of picture.data) counts[value] = (counts[value] ?? 0) + 1;
  const [black, white] = [shareAt(counts, picture.data.length * 0.005), shareAt(counts, picture.data.length * 0.5)];
  if (black <= pale || white - black < 20) return picture;
  const value = Uint8Array.from(counts, (_, grey) =>
    Math.max(0, Math.min(255, ((grey - black) * 250) / (white - black))),
  );
  return { ...picture, data: picture.data.map((grey) => value[grey] ?? 0) };
}

/** The value below which so many of the pixels lie. */
function shareAt(counts: Uint32Array, most: number): number {
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum > most;
  });
}

/** The brightest spot of each square; print and bands of it have the light of the paper around them. */
function lightOf(picture: Grey): Squares {
  const spots = meansOf(picture, spot);
  const [columns, rows] = [Math.ceil(spots.columns / wide), Math.ceil(spots.rows / wide)];
  const values = new Float32Array(columns * rows);
  for (let index = 0; index < spots.values.length; index += 1) {
    const [x, y] = [index % spots.columns, Math.floor(index / spots.columns)];
    const square = Math.floor(y / wide) * columns + Math.floor(x / wide);
    values[square] = Math.max(values[square] ?? 0, spots.values[index] ?? 0);
  }
  return around(around({ values, columns, rows, side: spot * wide }, reach, largest), reach, least);
}

/** Which squares are paper, or lie within it; all of them when what seems to be the paper is too little of the picture to be it. */
function paperOf(light: Squares, bright: number): Uint8Array {
  const { values, columns, rows } = light;
  const [high, low] = [around(light, 1, largest), around(light, 1, least)];
  const isEdge = (square: number): boolean => (low.values[square] ?? 0) < (high.values[square] ?? 0) * step;
  const lit = [...values.keys()].filter((square) => (values[square] ?? 0) >= bright && !isEdge(square));
  const paper = reached(light, lit, (square) => !isEdge(square));
  const frame = [...values.keys()].filter((square) => neighbours(square, columns, rows).length < 4 && !paper[square]);
  const outside = reached(light, frame, (square) => !paper[square]);
  if (paper.filter(Boolean).length < paper.length * 0.12) return paper.fill(1);
  return outside.map((out) => 1 - out);
}

/** The squares to which a way leads from these, over squares that let it pass. */
function reached(
  { columns, rows, values }: Squares,
  from: readonly number[],
  passes: (square: number) => boolean,
): Uint8Array {
  const found = new Uint8Array(values.length);
  const edge = [...from];
  for (const square of edge) found[square] = 1;
  for (let square = edge.pop(); square !== undefined; square = edge.pop()) {
    for (const next of neighbours(square, columns, rows)) {
      if (found[next] || !passes(next)) continue;
      found[next] = 1;
      edge.push(next);
    }
  }
  return found;
}

/** The squares at the four sides of one. */
export function neighbours(square: number, columns: number, rows: number): readonly number[] {
  const [x, y] = [square % columns, Math.floor(square / columns)];
  const found: number[] = [];
  if (x > 0) found.push(square - 1);
  if (x < columns - 1) found.push(square + 1);
  if (y > 0) found.push(square - columns);
  if (y < rows - 1) found.push(square + columns);
  return found;
}

/** Each pixel as a share of the light there, which lies between the middles of four squares. */
function against({ data, width, height }: Grey, light: Squares, paper: Float32Array): Uint8Array {
  const even = new Uint8Array(data.length);
  const { side, columns, rows, values } = light;
  const across = Array.from({ length: width }, (_, x) => between(x, side, columns));
  for (let y = 0; y < height; y += 1) {
    const down = between(y, side, rows);
    const line = Float32Array.from({ length: columns }, (_, column) => {
      const above = values[down.from * columns + column] ?? 0;
      return above + ((values[down.to * columns + column] ?? 0) - above) * down.share;
    });
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < width; x += 1) {
      const { from = 0, to = 0, share = 0 } = across[x] ?? {};
      const white = (line[from] ?? 0) + ((line[to] ?? 0) - (line[from] ?? 0)) * share;
      even[y * width + x] = paper[row + Math.floor(x / side)]
        ? Math.min(255, ((data[y * width + x] ?? 0) * 250) / Math.max(1, white))
        : 255;
    }
  }
  return even;
}

/** The two squares between whose middles a pixel lies, and how far it is from the first to the second. */
function between(pixel: number, side: number, count: number) {
  const at = Math.max(0, Math.min(count - 1, (pixel + 0.5) / side - 0.5));
  const from = Math.floor(at);
  return { from, to: Math.min(count - 1, from + 1), share: at - from };
}

/** What is darker than this against the paper is print, or not the paper. */
const darker = 190;

/** At the edge of the paper a square holds some of the table: the dark pixels there that hang together with what is outside are made white. */
function trim({ data, width, height }: Grey, { side, columns }: Squares, paper: Uint8Array, wider: Float32Array): void {
  const squareOf = (at: number): number =>
    Math.floor(Math.floor(at / width) / side) * columns + Math.floor((at % width) / side);
  const isFringe = (square: number): boolean => wider[square] === 1 && !paper[square];
  const edge: number[] = [];
  for (let at = 0; at < data.length; at += 1) {
    if ((data[at] ?? 255) >= darker || !isFringe(squareOf(at))) continue;
    if (neighbours(at, width, height).some((next) => !wider[squareOf(next)])) edge.push(at);
  }
  for (let at = edge.pop(); at !== undefined; at = edge.pop()) {
    data[at] = 255;
    for (const next of neighbours(at, width, height))
      if ((data[next] ?? 255) < darker && isFringe(squareOf(next))) edge.push(next);
  }
}
