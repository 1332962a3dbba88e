import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { registerFonts } from '../../../src/adapters/vega/fonts.ts';
import { family } from '../../../src/adapters/vega/theme.ts';

registerFonts();

/** The picture of one letter. */
function drawn(letter: string, weight = 400): string {
  const canvas = createCanvas(60, 60);
  const context = canvas.getContext('2d');
  context.font = `${weight} 40px "${family}"`;
  context.fillText(letter, 10, 45);
  return canvas.toBuffer('image/png').toString('base64');
}

test('both weights come with Penny, and registering again adds nothing', () => {
  const count = () => GlobalFonts.families.find((one) => one.family === family)?.styles.length;
  const before = count();
  registerFonts();
  expect(count()).toBe(before);
  expect(drawn('a', 400)).not.toBe(drawn('a', 600));
});

/** A letter that a font lacks is drawn as a box, the same for all. */
test.each([
  ['Latin', 'aé€ßžđ£¥−…'],
  ['Greek', 'αΩώ'],
  ['Cyrillic', 'яЖїґ'],
  ['Vietnamese', 'ạữĐ'],
])('%s letters are letters, not boxes', (_, letters) => {
  const pictures = [drawn('\u{10FFFE}'), ...Array.from(letters, (letter) => drawn(letter))];
  expect(new Set(pictures).size).toBe(pictures.length);
});
