import { expect, test } from 'vitest';
import { evenLight } from '../../../src/adapters/embedded/light.ts';

const [width, height] = [640, 480];
type Shade = (x: number, y: number) => number;

const picture = (shade: Shade) => ({
  data: Uint8Array.from({ length: width * height }, (_, at) => shade(at % width, Math.floor(at / width))),
  width,
  height,
});
const at = (shown: { readonly data: Uint8Array }, x: number, y: number): number => shown.data[y * width + x] ?? -1;

const isPrint: Shade = (x, y) => Number(x > 150 && x < 490 && y > 100 && y < 380 && y % 24 < 10 && x % 6 < 3);
const isPaper: Shade = (x, y) => Number(x >= 120 && x < 520 && y >= 60 && y < 420);
const isBand: Shade = (x, y) => Number(x > 150 && x < 490 && y >= 390 && y < 412);

test('a page in even light is left as it is', () => {
  const scan = picture((x, y) => (isPrint(x, y) ? 40 : 240));
  expect(evenLight(scan)).toBe(scan);
});

test('a shadow is lifted from the paper, and print stays darker than it', () => {
  const shadow: Shade = (x) => 1 - (0.7 * x) / width;
  const even = evenLight(picture((x, y) => (isPrint(x, y) ? 60 : 240) * shadow(x, y)));
  for (const x of [160, 320, 480]) {
    expect(at(even, x, 40)).toBeGreaterThan(225);
    expect(at(even, x - (x % 6) + 1, 125)).toBeLessThan(110);
  }
});

test('the table around the paper turns white, up to its very edge', () => {
  const even = evenLight(picture((x, y) => (isPrint(x, y) ? 50 : isPaper(x, y) ? 220 : 70 + ((x * 7 + y * 13) % 20))));
  const rows = [5, 50, 58, 240, 425, 470];
  for (const y of rows) for (const x of [4, 60, 117, 523, 600]) expect(at(even, x, y)).toBeGreaterThan(220);
  expect(at(even, 163, 125)).toBeLessThan(110);
});

test('a dark band within the paper stays dark', () => {
  const even = evenLight(picture((x, y) => (isBand(x, y) ? 30 : isPaper(x, y) ? 220 : 60)));
  expect(at(even, 320, 400)).toBeLessThan(80);
});

test('pale print is made dark', () => {
  const even = evenLight(picture((x, y) => (isPrint(x, y) ? 185 : 215)));
  expect(at(even, 163, 125)).toBeLessThan(40);
  expect(at(even, 320, 40)).toBeGreaterThan(235);
});
