import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { isOfInter, lettersOf } from './letters.ts';
import { family } from './theme.ts';

const require = createRequire(import.meta.url);

/** The subsets share one family name: the canvas takes each letter from the file that has it. */
const subsets = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const weights = [400, 600];

/** Registers the font that most texts need; a machine may have none. Doing it again changes nothing. */
export function registerFonts(): void {
  const files = subsets.flatMap((subset) => weights.map((weight) => `inter-${subset}-${weight}-normal.woff`));
  register(
    family,
    files.map((file) => `@fontsource/inter/files/${file}`),
  );
}

/**
 * The families for a text, as CSS lists them: Inter, then what else its letters need, which is registered when first needed.
 * Each file is a family of its own, so that no picture depends on those drawn before it. A letter that no font has becomes a box.
 */
export function familiesFor(text: string): string {
  const beyond = new Set(
    text
      .match(rare)
      ?.map(codeOf)
      .filter((letter) => !isOfInter(letter)),
  );
  const names = beyond.size === 0 ? [] : filesFor(beyond, orderFor(text)).map(familyOf);
  return [family, ...names].map((name) => `"${name}"`).join(', ');
}

/** What has to be looked up: Inter has all of Latin-1, and most texts are long and nothing else. */
const rare = /[^\0-\u00ff]/gu;

const codeOf = (letter: string): number => letter.codePointAt(0) ?? 0;

function familyOf(file: string): string {
  const name = `Penny ${file.replace(/^.*\/|\..*$/g, '')}`;
  register(name, [file]);
  return name;
}

/** Chinese, Japanese and Korean share letters, and each writes them in its own way: kana and hangul tell whose a text is. */
function orderFor(text: string): readonly string[] {
  const scripts = ['arabic', 'hebrew', 'devanagari', 'thai'];
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [...scripts, 'jp', 'sc', 'kr'];
  if (/\p{Script=Hangul}/u.test(text)) return [...scripts, 'kr', 'sc', 'jp'];
  return [...scripts, 'sc', 'jp', 'kr'];
}

const emoji = /[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** The files that hold the letters, the preferred fonts first. Takes what it finds out of the letters. */
function filesFor(letters: Set<number>, order: readonly string[]): string[] {
  const files = new Set<string>();
  const take = (fileOf: (letter: number) => string | null) => {
    for (const letter of letters) {
      const file = fileOf(letter);
      if (file !== null && letters.delete(letter)) files.add(file);
    }
  };
  take((letter) => (emoji.test(String.fromCodePoint(letter)) ? 'twemoji-colr-font/twemoji.woff2' : null));
  for (const script of order) {
    const font = `@fontsource-variable/noto-sans-${script}`;
    if (letters.size === 0) break;
    take((letter) => {
      const subset = lettersOf(font).get(letter);
      return subset === undefined ? null : `${font}/files/noto-sans-${script}-${subset}-wght-normal.woff2`;
    });
  }
  return [...files];
}

/** The families that this thread has seen; the list of all is long, and costs a millisecond. */
const seen = new Set<string>();

function register(name: string, files: readonly string[]): void {
  if (seen.has(name)) return;
  seen.add(name);
  if (GlobalFonts.has(name)) return; // another thread was first: fonts are the process's
  for (const file of files) {
    const font = readFileSync(require.resolve(file));
    if (GlobalFonts.register(font, name) === null) throw new Error(`This font was refused: ${file}`);
  }
}
