import type { Grey } from './skew.ts';

/** A picture seen coarsely: `columns` × `rows` values, 0–255, each of a square of `side` pixels. */
export type Squares = {
  readonly values: Float32Array;
  readonly columns: number;
  readonly rows: number;
  readonly side: number;
};

/** How bright each square is in the middle. */
export function meansOf({ data, width, height }: Grey, side: number): Squares {
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const [values, counts] = [new Float32Array(columns * rows), new Uint16Array(columns * rows)];
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < width; x += 1) {
      const square = row + Math.floor(x / side);
      values[square] = (values[square] ?? 0) + (data[y * width + x] ?? 0);
      counts[square] = (counts[square] ?? 0) + 1;
    }
  }
  return { values: values.map((sum, index) => sum / Math.max(1, counts[index] ?? 1)), columns, rows, side };
}

/** For each square the largest (`Math.max`), smallest or middle of what lies within `reach` squares of it, along both directions. */
export function around(squares: Squares, reach: number, of: (values: Float32Array) => number): Squares {
  return along(along(squares, reach, of, 'row'), reach, of, 'column');
}

function along(
  { values, columns, rows, side }: Squares,
  reach: number,
  of: (values: Float32Array) => number,
  direction: 'row' | 'column',
): Squares {
  const [step, count, length] = direction === 'row' ? [1, rows, columns] : [columns, columns, rows];
  const next = new Float32Array(values.length);
  const line = new Float32Array(length);
  for (let index = 0; index < count; index += 1) {
    const start = direction === 'row' ? index * columns : index;
    for (let at = 0; at < length; at += 1) line[at] = values[start + at * step] ?? 0;
    for (let at = 0; at < length; at += 1)
      next[start + at * step] = of(line.subarray(Math.max(0, at - reach), at + reach + 1));
  }
  return { values: next, columns, rows, side };
}

export const largest = (values: Float32Array): number => values.reduce((most, value) => Math.max(most, value), 0);
export const least = (values: Float32Array): number => values.reduce((low, value) => Math.min(low, value), 255);
export const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
