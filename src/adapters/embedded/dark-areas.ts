import { neighbours } from './light.ts';
import type { Grey } from './skew.ts';
import { meansOf, type Squares } from './squares.ts';

/** Squares along the longer side of the page: one is as large as a small letter. */
const squaresAlong = 250;
/** A square this dark has no paper in it; one of bold print has. */
const dark = 110;

export type Area = { readonly squares: readonly number[]; readonly rows: Spans; readonly columns: Spans };
/** From where to where an area reaches, in each of its rows or columns. */
type Spans = ReadonlyMap<number, readonly [from: number, to: number]>;

/**
 * The page without what is dark and wide: white print on a dark band is turned to black on white, and the black around a copy to white.
 * OCR takes both for pictures, with the print that is near. The same picture when there is nothing of the kind.
 */
export function withoutDarkAreas(picture: Grey): Grey {
  const squares = meansOf(picture, Math.max(4, Math.round(Math.max(picture.width, picture.height) / squaresAlong)));
  const areas = areasOf(squares, (square) => (squares.values[square] ?? 255) < dark).filter(
    (area) => touchesEdge(area, squares) || isBand(area, squares),
  );
  if (areas.length === 0) return picture;
  const data = Uint8Array.from(picture.data);
  for (const area of areas) {
    if (touchesEdge(area, squares)) whiten({ ...picture, data }, area, squares);
    else invert({ ...picture, data }, area, squares.side);
  }
  return { ...picture, data };
}

/** The squares that belong to something and touch each other. */
export function areasOf({ values, columns, rows }: Squares, belongs: (square: number) => boolean): readonly Area[] {
  const seen = new Uint8Array(values.length);
  const areas: Area[] = [];
  for (let start = 0; start < values.length; start += 1) {
    if (seen[start] || !belongs(start)) continue;
    const squares = [start];
    seen[start] = 1;
    for (const square of squares) {
      for (const next of neighbours(square, columns, rows)) {
        if (seen[next] || !belongs(next)) continue;
        seen[next] = 1;
        squares.push(next);
      }
    }
    const places = squares.map((square) => [square % columns, Math.floor(square / columns)] as const);
    areas.push({ squares, rows: spansOf(places.map(([x, y]) => [y, x])), columns: spansOf(places) });
  }
  return areas;
}

function spansOf(places: readonly (readonly [at: number, along: number])[]): Spans {
  const spans = new Map<number, readonly [number, number]>();
  for (const [at, along] of places) {
    const [from, to] = spans.get(at) ?? [along, along];
    spans.set(at, [Math.min(from, along), Math.max(to, along)]);
  }
  return spans;
}

/** Longer than any letter is wide, or larger; and filled. */
function isBand({ squares, rows, columns }: Area, page: Squares): boolean {
  const long = columns.size >= 3 * rows.size || columns.size > page.columns * 0.15;
  return rows.size >= 3 && long && squares.length >= rows.size * columns.size * 0.4;
}

const touchesEdge = ({ rows, columns }: Area, squares: Squares): boolean =>
  rows.has(0) || rows.has(squares.rows - 1) || columns.has(0) || columns.has(squares.columns - 1);

/** All that lies between dark squares, in its row and in its column. */
function invert({ data, width, height }: Grey, { rows, columns }: Area, side: number): void {
  for (const [row, [left, right]] of rows) {
    for (let column = left; column <= right; column += 1) {
      const [top, bottom] = columns.get(column) ?? [0, -1];
      if (row < top || row > bottom) continue;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 1)
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 1)
          data[y * width + x] = 255 - (data[y * width + x] ?? 0);
    }
  }
}

/** Each dark square and the edge around it. */
function whiten({ data, width, height }: Grey, { squares }: Area, { columns, side }: Squares): void {
  for (const square of squares) {
    const [left, top] = [(square % columns) * side, Math.floor(square / columns) * side];
    for (let y = Math.max(0, top - side); y < Math.min(height, top + 2 * side); y += 1)
      data.fill(255, y * width + Math.max(0, left - side), y * width + Math.min(width, left + 2 * side));
  }
}
