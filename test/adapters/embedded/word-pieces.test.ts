import { expect, test } from 'vitest';
import { joinLetters, type Piece, splitAtSpaces } from '../../../src/adapters/embedded/word-pieces.ts';

const piece = (text: string, x: number, length: number, more: Partial<Piece> = {}): Piece => ({
  text,
  x,
  y: 100,
  angle: 0,
  length,
  size: 10,
  ascent: 0.8,
  descent: -0.2,
  ...more,
});
const words = (...runs: readonly Piece[]) => joinLetters(runs.flatMap(splitAtSpaces)).map(({ text }) => text);

test('a run is cut at its spaces, and both ends are exact', () => {
  const [first, last] = splitAtSpaces(piece('Total 1,234.50', 50, 140));
  expect([first?.text, last?.text]).toEqual(['Total', '1,234.50']);
  expect(first?.x).toBe(50);
  expect((last?.x ?? 0) + (last?.length ?? 0)).toBeCloseTo(190);
});

test('letters printed one by one become words', () => {
  expect(words(piece('I', 0, 3), piece('n', 3, 5), piece('v', 8.2, 5), piece('1', 20, 5), piece('2', 25, 5))).toEqual([
    'Inv',
    '12',
  ]);
});

test.each([
  ['a space between', [piece('A ', 0, 8), piece('B', 8, 5)]],
  ['a gap as wide as a space', [piece('A', 0, 5), piece('B', 7.5, 5)]],
  ['another line', [piece('A', 0, 5), piece('B', 5, 5, { y: 112 })]],
  ['a letter twice as large', [piece('A', 0, 5), piece('B', 5, 10, { size: 20 })]],
  ['another direction', [piece('A', 0, 5), piece('B', 5, 5, { angle: Math.PI / 2 })]],
  ['a column to the left', [piece('A', 200, 5), piece('B', 0, 5)]],
])('%s keeps words apart', (_name, runs) => {
  expect(words(...runs)).toEqual(['A', 'B']);
});

test('a run of spaces only is the end of a word', () => {
  expect(words(piece('A', 0, 5), piece(' ', 5, 0.1), piece('B', 5.1, 5))).toEqual(['A', 'B']);
});

test('upright writing is split along its own direction', () => {
  const [, second] = splitAtSpaces(piece('a b', 10, 30, { angle: Math.PI / 2 }));
  expect(second?.x).toBeCloseTo(10);
  expect(second?.y).toBeGreaterThan(110);
});

test('letters printed far apart for their looks are one word, initials are none', () => {
  expect(words(piece('T H E M A R L I N', 0, 200))).toEqual(['THEMARLIN']);
  expect(words(piece('J R R Tolkien', 0, 80))).toEqual(['J', 'R', 'R', 'Tolkien']);
});
