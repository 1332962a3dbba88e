/** Lower case, no accents, ß as ss and ł as l: how words are compared. */
export const fold = (text: string): string => (/^[ -~]*$/.test(text) ? text.toLowerCase() : foldLetters(text));

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae');

/** The folded words of a text: letters and digits only, an apostrophe or a point inside an abbreviation joins ("N.I.F." is "nif", "l'acompte" is "l acompte"). */
export function wordsOf(text: string): readonly string[] {
  const joined = fold(text).replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1');
  return joined.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** How many letters must be changed, added or dropped to make `b` of `a`; stops counting past `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
