import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { familiesFor, registerFonts } from '../../../src/adapters/vega/fonts.ts';
import { family } from '../../../src/adapters/vega/theme.ts';

registerFonts();

/** The picture of one letter. */
function drawn(letter: string, weight = 400): string {
  const canvas = createCanvas(60, 60);
  const context = canvas.getContext('2d');
  context.font = `${weight} 40px ${familiesFor(letter)}`;
  context.fillText(letter, 10, 45);
  return canvas.toBuffer('image/png').toString('base64');
}

/** The files that a text needs beside Inter. */
const needs = (text: string) => familiesFor(text).split(', ').slice(1);

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
  ['Arabic', 'شگ٪٣'],
  ['Hebrew', 'אםש'],
  ['Devanagari', 'टाल'],
  ['Thai', 'บริ'],
  ['Chinese', '华臺龍'],
  ['Japanese', '東ホあ株'],
  ['Korean', '한전㈜'],
  ['emoji', '🍕👍☕❤'],
])('%s letters are letters, not boxes', (_, letters) => {
  const pictures = [drawn('\u{10FFFE}'), ...Array.from(letters, (letter) => drawn(letter))];
  expect(new Set(pictures).size).toBe(pictures.length);
});

test('what most texts are made of needs nothing more', () => {
  for (const text of ['Łódź & Söhne GmbH', 'Ναυτιλία', 'Логистика', '−€1,200.50 … ©™']) expect(needs(text)).toEqual([]);
});

test('a bold letter of another script is bold', () => {
  for (const letter of 'شא東한') expect(drawn(letter, 600)).not.toBe(drawn(letter, 400));
});

/** Their fonts share letters: the wrong one would be found too, and look foreign. */
test('kana make shared letters Japanese, and hangul Korean', () => {
  const made = (text: string) => [...new Set(needs(text).map((name) => /sans-(\w+)/.exec(name)?.[1]))];
  expect([made('直海'), made('直海あ'), made('直海한'), made('شركة'), made('חברת')]).toEqual([
    ['sc'],
    ['jp'],
    ['kr'],
    ['arabic'],
    ['hebrew'],
  ]);
  expect(made('深圳华为あ')).toEqual(['jp', 'sc']);
});

test('each letter is in a file that comes with Penny, and a text needs few of them', () => {
  expect(needs('東京電力ホールディングス株式会社').length).toBeLessThan(14);
  expect(needs('🍕')).toEqual(['"Penny twemoji"']);
});

test('a letter that no font has is a box, and no failure', () => {
  expect(needs('\u{10FFFE}ꡀ')).toEqual([]);
});
