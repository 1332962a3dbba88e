import { distance } from 'fastest-levenshtein';

/** The word that somebody most likely meant: about one letter in three may be another; null when none is so near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const typed = word.toLowerCase();
  const [best] = known
    .map((one) => ({ one, far: distance(typed, one.toLowerCase()) }))
    .filter(({ one, far }) => far <= Math.ceil(Math.min(typed.length, one.length) / 3))
    .toSorted((a, b) => a.far - b.far);
  return best?.one ?? null;
}
