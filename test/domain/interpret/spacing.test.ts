import { expect, test } from 'vitest';
import { linesOf } from '../../../src/domain/interpret/lines.ts';
import type { Page } from '../../../src/domain/page.ts';

type Print = readonly [text: string, gapBefore: number, height?: number];

/** One line of print: each letter 8 wide, as high as given (10), its gap to the print before it as given. */
function line(prints: readonly Print[]): Page {
  let left = 10;
  const words = prints.map(([text, gap, height = 10]) => {
    left += gap;
    const box = { left: left / 600, top: (40 - height) / 600, width: (text.length * 8) / 600, height: height / 600 };
    left += text.length * 8;
    return { text, box };
  });
  return { number: 1, width: 600, height: 600, source: 'text', words };
}
const segments = (...prints: readonly Print[]) => linesOf([line(prints)])[0]?.segments.map(({ text }) => text);
const spaced = (word: string, gap: number, before: number): readonly Print[] =>
  [...word].map((letter, at) => [letter, at === 0 ? before : gap]);

test('evenly spaced letters are a word, and the wider gap is the blank', () => {
  expect(segments(...spaced('CASA', 3, 0), ...spaced('DEL', 3, 11), ...spaced('SOLE', 3, 11))).toEqual([
    'CASA DEL SOLE',
  ]);
});

test('a whole word in a spaced line belongs to it, however wide its blank', () => {
  expect(segments(['WEBEREI', 0], ...spaced('AM', 3, 15), ...spaced('BACH', 3, 15))).toEqual(['WEBEREI AM BACH']);
});

test('kerning that left two halves of a spaced word does not part it; a spaced number is one', () => {
  expect(segments(['TA', 0], ['RIFA', 3], ['N.', 3], ...spaced('52/2031', 3, 3))).toEqual(['TARIFA N. 52/2031']);
});

test('small capitals are one word with their capital', () => {
  expect(segments(['B', 0, 14], ['OTTEGA', 0], ['N', 4, 14], ['ERI', 0])).toEqual(['BOTTEGA NERI']);
});

test.each<[string, readonly Print[], string]>([
  [
    'initials',
    [
      ['J', 0],
      ['R', 3],
      ['Stone', 3],
    ],
    'J R Stone',
  ],
  [
    'a measure',
    [
      ['6', 0],
      ['x', 3],
      ['4', 3],
      ['m', 3],
    ],
    '6 x 4 m',
  ],
  [
    'leaders',
    [
      ['Sum', 0],
      ['.', 3],
      ['.', 3],
      ['.', 3],
      ['.', 3],
      ['.', 3],
    ],
    'Sum . . . . .',
  ],
  [
    'words in capitals',
    [
      ['ALT', 0],
      ['BAU', 3],
      ['NEU', 3],
    ],
    'ALT BAU NEU',
  ],
])('%s stay apart', (_, prints, text) => {
  expect(segments(...prints)).toEqual([text]);
}); // prettier-ignore
