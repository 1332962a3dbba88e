import { expect, test } from 'vitest';
import { isOfInter, lettersOf } from '../../../src/adapters/vega/letters.ts';

const code = (letter: string) => letter.codePointAt(0) ?? 0;

test('a font knows the letters of its script, and leaves Latin and symbols to others', () => {
  const letters = lettersOf('@fontsource-variable/noto-sans-arabic');
  expect(['ش', '٪', 'a', '→'].map((letter) => letters.get(code(letter)))).toEqual([
    'arabic',
    'arabic',
    undefined,
    undefined,
  ]);
});

test('a font in many parts says which one has a letter', () => {
  const letters = lettersOf('@fontsource-variable/noto-sans-jp');
  expect(letters.get(code('の'))).toMatch(/^\d+$/);
  expect(letters.get(code('の'))).not.toBe(letters.get(code('龍')));
});

test('Inter has the letters of Europe', () => {
  expect([...'aŁώЯ€−'].map((letter) => isOfInter(code(letter)))).toEqual([true, true, true, true, true, true]);
  expect([...'ش東한🍕'].map((letter) => isOfInter(code(letter)))).toEqual([false, false, false, false]);
});
