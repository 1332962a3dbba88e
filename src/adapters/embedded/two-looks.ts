import type { Word } from '../../domain/page.ts';
import type { Scan } from './picture.ts';

/** The page with nothing on it but the lines in which these words stand: to look at these again takes a part of the time. */
export function linesWith(words: readonly Word[], { data, width, height }: Scan): Scan {
  const lines = new Uint8Array(data.length).fill(255);
  for (const { box } of words) {
    const margin = box.height * 0.6;
    const from = Math.max(0, Math.floor((box.top - margin) * height)) * width;
    const to = Math.min(height, Math.ceil((box.top + box.height + margin) * height)) * width;
    lines.set(data.subarray(from, to), from);
  }
  return { data: lines, width, height };
}

/** Less is not worth adding where the other look saw nothing. */
const trusted = 0.6;

/** What two looks at one page saw: of two words at one place the one that OCR was surer of, and what one look missed. */
export function merged(first: readonly Word[], second: readonly Word[]): readonly Word[] {
  const taken = new Set<Word>();
  const chosen = first.flatMap((word) => {
    const there = second.filter((other) => overlap(word, other) > 0.5);
    const [other] = there;
    if (!other || there.length > 1 || first.filter((near) => overlap(near, other) > 0.5).length > 1) {
      for (const one of there) taken.add(one);
      return [word];
    }
    taken.add(other);
    return [(other.confidence ?? 0) > (word.confidence ?? 0) ? other : word];
  });
  const missed = second.filter(
    (word) =>
      !taken.has(word) && (word.confidence ?? 0) > trusted && !first.some((other) => overlap(word, other) > 0.2),
  );
  return [...chosen, ...missed];
}

/** How much of the smaller word's place the two share. */
function overlap({ box: a }: Word, { box: b }: Word): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.min(a.width * a.height, b.width * b.height);
}
