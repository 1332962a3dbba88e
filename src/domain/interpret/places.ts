import type { Label } from './labels.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';

/** What stands to the right of a label up to the next one: the rest of its own segment first. `text` starts right after the label. */
export type Place = { readonly text: string; readonly segment: Segment; readonly tokens: Segment['tokens'] };

/** The places to the right of the label on its line. */
export function rightOf(paper: Paper, label: Label): readonly Place[] {
  const line = paper.lines[label.segment.line];
  if (!line) return [];
  const others = (paper.labels[line.index] ?? []).filter((other) => other !== label);
  const places: Place[] = [];
  const next = others.find((other) => other.segment === label.segment && other.from >= label.to);
  const rest = label.segment.tokens.slice(label.to, next?.from);
  if (rest.length > 0) places.push(placeOf(label.segment, rest));
  if (next) return places;
  for (const segment of line.segments) {
    if (segment.left < label.segment.right) continue;
    const stop = others.find((other) => other.segment === segment);
    if (stop) {
      if (stop.from > 0) places.push(placeOf(segment, segment.tokens.slice(0, stop.from)));
      break;
    }
    places.push(placeOf(segment, segment.tokens));
  }
  return places;
}

/** The places right below the label, nearest first: segments of the next lines whose width overlaps the label's words. */
export function belowOf(paper: Paper, label: Label, most = 3): readonly Place[] {
  const words = label.segment.tokens.slice(label.from, label.to);
  const left = Math.min(...words.map((token) => token.left));
  const right = Math.max(...words.map((token) => token.right));
  const places: Place[] = [];
  for (let index = label.segment.line + 1; index < paper.lines.length && places.length < most; index += 1) {
    const line = paper.lines[index];
    if (!line || line.page !== label.segment.page || line.top - label.segment.bottom > label.segment.height * 4) break;
    for (const segment of line.segments) {
      const shared = Math.min(segment.right, right) - Math.max(segment.left, left);
      const aligned =
        Math.abs(segment.left - left) < label.segment.height || Math.abs(segment.right - right) < label.segment.height;
      if (shared > 0 || aligned) places.push(placeOf(segment, segment.tokens));
    }
  }
  return places;
}

const placeOf = (segment: Segment, tokens: Segment['tokens']): Place => ({
  text: tokens.map((token) => token.text).join(' '),
  segment,
  tokens,
});
