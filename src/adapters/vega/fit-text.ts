import { createCanvas } from '@napi-rs/canvas';
import { familiesFor } from './fonts.ts';

export type Style = { readonly size: number; readonly weight: number };

const context = createCanvas(1, 1).getContext('2d');
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How wide the text will be, in pixels at scale 1. */
export function widthOf(text: string, { size, weight }: Style): number {
  context.font = `${weight} ${size}px ${familiesFor(text)}`;
  return context.measureText(text).width;
}

/** The text, or as many whole letters of it as fit before an ellipsis. */
export function cut(text: string, most: number, style: Style): string {
  if (widthOf(text, style) <= most) return text;
  const parts = Array.from(letters.segment(text.slice(0, 400)), ({ segment }) => segment);
  let [fits, no] = [0, parts.length];
  while (no - fits > 1) {
    const middle = (fits + no) >> 1;
    if (widthOf(`${parts.slice(0, middle).join('').trimEnd()}…`, style) <= most) fits = middle;
    else no = middle;
  }
  return `${parts.slice(0, fits).join('').trimEnd()}…`;
}

/** The text in lines, broken at plain spaces, no wider than `most`; what does not fit into `lines` ends in an ellipsis. */
export function wrap(text: string, most: number, lines: number, style: Style): string[] {
  const done: string[] = [];
  let line = '';
  const words = text.split(/[ \t\n]+/).filter(Boolean);
  for (const [i, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer, style) <= most) {
      line = longer;
      continue;
    }
    if (done.length === lines - 1) return [...done, cut([line, ...words.slice(i)].join(' ').trim(), most, style)];
    if (line) done.push(cut(line, most, style));
    line = word;
  }
  return line ? [...done, cut(line, most, style)] : done;
}
