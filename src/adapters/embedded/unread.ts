import type { Word } from '../../domain/page.ts';
import { areasOf } from './dark-areas.ts';
import type { Grey } from './skew.ts';
import { meansOf } from './squares.ts';

/** Squares along the longer side of the page: a line of small print is two or three high. */
const squaresAlong = 250;
/** A square darker than this has ink in it. */
const inked = 215;
/** Squares: what print is high, and long at least. Rules are lower, pictures higher. */
const print = { least: 2, most: 7, long: 3 };

/** How many pieces of what looks like print have no word on them. */
export function unreadOn(scan: Grey, words: readonly Word[]): number {
  const squares = meansOf(scan, Math.max(4, Math.round(Math.max(scan.width, scan.height) / squaresAlong)));
  const { values, columns, rows, side } = squares;
  const read = new Uint8Array(values.length);
  for (const { box } of words) {
    const [left, right] = [box.left * scan.width, (box.left + box.width) * scan.width];
    const [top, bottom] = [box.top * scan.height, (box.top + box.height) * scan.height];
    for (let row = Math.max(0, Math.floor(top / side) - 1); row < Math.min(rows, bottom / side + 1); row += 1)
      read.fill(
        1,
        row * columns + Math.max(0, Math.floor(left / side) - 1),
        row * columns + Math.min(columns, Math.ceil(right / side) + 1),
      );
  }
  const unread = areasOf(squares, (square) => !read[square] && (values[square] ?? 255) < inked);
  return unread.filter(
    (area) =>
      area.rows.size >= print.least &&
      area.rows.size <= print.most &&
      area.columns.size >= print.long &&
      area.columns.size > area.rows.size * 1.2,
  ).length;
}
