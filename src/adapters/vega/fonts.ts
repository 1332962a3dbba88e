import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { family } from './theme.ts';

/** The subsets share one family name: the canvas takes each letter from the file that has it. */
const subsets = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const weights = [400, 600];

/** Registers the fonts that come with Penny; a machine may have none. Doing it again changes nothing. */
export function registerFonts(): void {
  if (GlobalFonts.has(family)) return;
  const require = createRequire(import.meta.url);
  for (const subset of subsets) {
    for (const weight of weights) {
      const file = require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`);
      if (GlobalFonts.register(readFileSync(file), family) === null) throw new Error(`This font was refused: ${file}`);
    }
  }
}
