import type { Grey } from './skew.ts';
import { meansOf } from './squares.ts';

/** A rectangle in pixels. */
export type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const side = 16;
/** How much darker than white a square with print on it is in the middle. */
const printed = 8;
/** Squares left free around the print. */
const margin = 2;
/** A frame that leaves out less than this share of the page is not worth it. */
const worth = 0.2;

/** The part of the page where something is printed, with a margin; the whole page where little would be left out. */
export function frameOf(picture: Grey): Frame {
  const whole = { left: 0, top: 0, width: picture.width, height: picture.height };
  const { values, columns, rows } = meansOf(picture, side);
  const ink = [...values.keys()].filter((square) => (values[square] ?? 255) < 255 - printed);
  if (ink.length === 0) return whole;
  const [across, down] = [new Float32Array(columns), new Float32Array(rows)];
  for (const square of ink) {
    across[square % columns] = 1;
    down[Math.floor(square / columns)] = 1;
  }
  const [left, right] = [across.indexOf(1) - margin, across.lastIndexOf(1) + 1 + margin];
  const [top, bottom] = [down.indexOf(1) - margin, down.lastIndexOf(1) + 1 + margin];
  const [x, y] = [Math.max(0, left * side), Math.max(0, top * side)];
  const frame = {
    left: x,
    top: y,
    width: Math.min(picture.width, right * side) - x,
    height: Math.min(picture.height, bottom * side) - y,
  };
  return frame.width * frame.height < picture.width * picture.height * (1 - worth) ? frame : whole;
}
