import { expect, test } from 'vitest';
import { stripsOf } from '../../../src/adapters/embedded/strips.ts';

const [width, height] = [400, 1000];

/** A white page with lines of black dots at these heights, 12 data each. */
function page(lines: readonly number[], grain = 0) {
  const data = Buffer.alloc(width * height, 240);
  for (let at = 0; at < data.length; at += 1) data[at] = 240 - ((at * 7919) % 31) * (grain / 31);
  for (const top of lines)
    for (let y = top; y < top + 12; y += 1)
      for (let x = 40; x < 360; x += 1) if ((x + y) % 6 < 3) data[y * width + x] = 20;
  return { data, width, height };
}
const every = (step: number) => Array.from({ length: Math.floor(900 / step) }, (_, index) => 40 + index * step);

test('a page is cut between two lines near its middle, and nothing of it is lost', () => {
  const scan = page(every(30), 25);
  const [upper, lower, ...more] = stripsOf(scan);
  expect(more).toEqual([]);
  const cut = lower?.top ?? 0;
  expect(Math.abs(cut - 500)).toBeLessThan(40);
  expect(every(30).every((top) => cut <= top || cut >= top + 12)).toBe(true);
  expect(upper?.height).toBe(cut);
  expect(Buffer.concat([upper?.data ?? Buffer.of(), lower?.data ?? Buffer.of()]).equals(scan.data)).toBe(true);
});

test('upright rules of a table are no reason not to cut', () => {
  const scan = page(every(30));
  for (let y = 0; y < height; y += 1) for (const x of [30, 200, 370]) scan.data[y * width + x] = 0;
  expect(stripsOf(scan)).toHaveLength(2);
});

test('a page without a gap stays whole', () => {
  const scan = page(every(12));
  expect(stripsOf(scan)).toEqual([{ ...scan, top: 0 }]);
});

test('a slip of a few rows stays whole', () => {
  const small = { data: Buffer.alloc(30, 255), width: 10, height: 3 };
  expect(stripsOf(small).reduce((sum, strip) => sum + strip.height, 0)).toBe(3);
});
