import type { ChartRow } from '../../ports/charts.ts';
import { cut } from './fit-text.ts';
import { text } from './theme.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** The rim that makes an emoji of a digit; no font here has it. */
const keycap = /\ufe0f?\u20e3/g;

/**
 * A name as it stands in a picture: on one line, cut to its room, and kept apart by Unicode's isolates when it runs from right to left:
 * its ellipsis or full stop would otherwise stand at its beginning.
 */
export function nameOf(cell: ChartRow[string] | undefined, most: number): string {
  const line = `${cell ?? ''}`
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(keycap, '')
    .trim();
  const name = line === '' ? '–' : cut(line, most, text.label);
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}
