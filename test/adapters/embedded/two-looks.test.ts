import { expect, test } from 'vitest';
import { linesWith, merged } from '../../../src/adapters/embedded/two-looks.ts';
import type { Word } from '../../../src/domain/page.ts';

const word = (text: string, left: number, confidence: number, width = 0.1): Word => ({
  text,
  confidence,
  box: { left, top: 0.5, width, height: 0.02 },
});
const textsOf = (words: readonly Word[]): readonly string[] => words.map(({ text }) => text);

test('of two words at one place the surer one is kept', () => {
  const both = merged(
    [word('TOTAL', 0.1, 0.9), word('12.80', 0.5, 0.4)],
    [word('TOTAI', 0.1, 0.5), word('12.60', 0.5, 0.8)],
  );
  expect(textsOf(both)).toEqual(['TOTAL', '12.60']);
});

test('what the first look missed is added when the second is sure of it', () => {
  const both = merged([word('TOTAL', 0.1, 0.9)], [word('12.60', 0.5, 0.8), word('~', 0.7, 0.3)]);
  expect(textsOf(both)).toEqual(['TOTAL', '12.60']);
});

test('one word where the other look saw two stays one', () => {
  const both = merged([word('12.60', 0.5, 0.6)], [word('12', 0.5, 0.9, 0.04), word('60', 0.56, 0.9, 0.04)]);
  expect(textsOf(both)).toEqual(['12.60']);
});

test('another look at some lines sees nothing of the others', () => {
  const page = { data: new Uint8Array(100 * 100).fill(9), width: 100, height: 100 };
  const { data } = linesWith([word('12.80', 0.5, 0.4)], page);
  expect([data[45 * 100], data[51 * 100], data[60 * 100]]).toEqual([255, 9, 255]);
});
