import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The letters of a font, by their code points, each with the name of the part that holds it. */
type Letters = ReadonlyMap<number, string>;
const read = new Map<string, Letters>();

/** What the fonts of each script bring beside its own letters; it would not look like the rest of the text. */
const guest = /^(latin|cyrillic|vietnamese|math|symbols)/;

/** The letters that a font package has for its own script, as the package states it. Read when a text first needs it, in a few milliseconds. */
export function lettersOf(font: string): Letters {
  const known = read.get(font);
  if (known) return known;
  const letters = lettersIn(Object.entries(statedBy(font)).filter(([part]) => !guest.test(part)));
  read.set(font, letters);
  return letters;
}

const ofInter = lettersIn(Object.entries(statedBy('@fontsource/inter')));

export const isOfInter = (letter: number): boolean => ofInter.has(letter);

function statedBy(font: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(require.resolve(`${font}/unicode.json`), 'utf8'));
}

/** Of parts and their ranges: `[7]` and `U+41-5a,U+61`. */
function lettersIn(parts: readonly (readonly [string, string])[]): Letters {
  const letters = new Map<number, string>();
  for (const [bracketed, ranges] of parts) {
    const part = bracketed.replace(/[[\]]/g, '');
    for (const range of ranges.split(',')) {
      const [first = '', last = first] = range.slice('U+'.length).split('-');
      const end = Number.parseInt(last, 16);
      for (let letter = Number.parseInt(first, 16); letter <= end; letter += 1) letters.set(letter, part);
    }
  }
  return letters;
}
