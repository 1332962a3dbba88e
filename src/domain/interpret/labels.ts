import { distance, wordsOf } from './fold.ts';
import { type LabelKind, labelKinds, phrasesOf } from './label-words.ts';
import type { Line, Segment } from './lines.ts';

/** A label as found: words `from`–`to` of the segment, `to` not included. */
export type Label = {
  readonly kind: LabelKind;
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** 0–1: 1 is spelled as known and opens its segment; less for a slip of OCR or amid a sentence. */
  readonly weight: number;
};

type Phrase = { readonly kind: LabelKind; readonly words: readonly string[] };

const phrases = new Map<string, Phrase[]>();
const vocabulary = new Set<string>();
for (const kind of labelKinds) {
  for (const text of phrasesOf(kind)) {
    const words = wordsOf(text);
    const [first = ''] = words;
    phrases.set(first, [...(phrases.get(first) ?? []), { kind, words }]);
    for (const word of words) vocabulary.add(word);
  }
}
for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);

const nearest = new Map<string, string>();

/** The known word that OCR most likely saw; itself when none is near. */
function corrected(word: string): string {
  if (word.length < 5 || vocabulary.has(word)) return word;
  const kept = nearest.get(word);
  if (kept !== undefined) return kept;
  const most = word.length > 8 ? 2 : 1;
  let best = word;
  let least = most + 1;
  for (const known of vocabulary) {
    if (known.length < 5) continue;
    const apart = distance(word, known, most);
    if (apart < least) [best, least] = [known, apart];
  }
  if (nearest.size > 5000) nearest.clear();
  nearest.set(word, best);
  return best;
}

/** Every label of a line, left to right; the longest phrase wins. `scanned` forgives slips of OCR. */
export function labelsOf(line: Line, scanned: boolean): readonly Label[] {
  return line.segments.flatMap((segment) => labelsIn(segment, scanned));
}

function labelsIn(segment: Segment, scanned: boolean): readonly Label[] {
  const words: { readonly text: string; readonly seen: string; readonly token: number }[] = [];
  for (const [token, { text }] of segment.tokens.entries()) {
    if (/^[@(]?\d+(?:[.,]\d+)?%\)?$/.test(text)) continue; // "Total includes 6% GST" is known without its rate
    for (const seen of wordsOf(text)) words.push({ text: scanned ? corrected(seen) : seen, seen, token });
  }
  const found: Label[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phrases
      .get(words[at]?.text ?? '')
      ?.find(({ words: wanted }) => wanted.every((word, index) => words[at + index]?.text === word));
    if (!phrase) {
      at += 1;
      continue;
    }
    const end = at + phrase.words.length;
    const from = words[at]?.token ?? 0;
    const to = (words[end - 1]?.token ?? from) + 1;
    const slipped = words.slice(at, end).some((word) => word.text !== word.seen);
    found.push({
      kind: phrase.kind,
      segment,
      from,
      to,
      text: segment.tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(' '),
      weight: (slipped ? 0.9 : 1) * (at === 0 ? 1 : Math.max(0.4, 0.95 - at * 0.08)),
    });
    at = end;
  }
  return found;
}
