import type { Chart } from '../../domain/chart.ts';
import { cut, wrap } from './fit-text.ts';
import { familiesFor } from './fonts.ts';
import { inner, text } from './theme.ts';

/** Title and subtitle as lines that fit the card, and the height they take. */
export function heading(chart: Chart, note?: string) {
  const title = even(chart.title);
  const subtitle = [
    ...(chart.subtitle ? wrap(chart.subtitle, inner, 2, text.subtitle) : []),
    ...(note ? [cut(note, inner, text.subtitle)] : []),
  ];
  const height = title.length * text.title.line + (subtitle.length > 0 ? 7 + subtitle.length * text.subtitle.line : 0);
  const font = familiesFor(title.join());
  return { title: { text: title, font, ...(subtitle.length > 0 ? { subtitle } : {}) }, height };
}

/** The title in lines; where the last would hold a word or two, the others give it some of theirs. */
function even(title: string): string[] {
  const lines = wrap(title, inner, 3, text.title);
  if (lines.length === 1) return lines;
  const narrower = wrap(title, 0.78 * inner, 3, text.title);
  return narrower.length === lines.length && narrower.join(' ') === lines.join(' ') ? narrower : lines;
}
