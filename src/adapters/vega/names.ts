import type { ChartRow } from '../../ports/charts.ts';
import { wrap } from './fit-text.ts';
import { text } from './theme.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** The rim that makes an emoji of a digit; no font here has it. */
const keycap = /\ufe0f?\u20e3/g;

/**
 * A name as it stands in a picture: without line breaks of its own, in as many lines as it may have, the last cut to its room. What runs from right to left is kept apart by
 * Unicode's isolates: its ellipsis or full stop would otherwise stand at its beginning.
 */
export function nameLines(cell: ChartRow[string] | undefined, most: number, lines: number): string[] {
  const name = `${cell ?? ''}`
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(keycap, '')
    .trim();
  const isLeftwards = rightToLeft.test(name); // lines that begin at the left would not go on where the one before ends
  const wrapped = wrap(name || '–', most, isLeftwards ? 1 : lines, text.label);
  return wrapped.map((line) => (isLeftwards ? `\u2068${line}\u2069` : line));
}

export const nameOf = (cell: ChartRow[string] | undefined, most: number): string => nameLines(cell, most, 1).join('');
