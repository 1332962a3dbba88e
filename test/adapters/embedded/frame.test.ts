import { expect, test } from 'vitest';
import { frameOf } from '../../../src/adapters/embedded/frame.ts';

const page = (fill: (data: Uint8Array) => void) => {
  const data = new Uint8Array(1000 * 800).fill(255);
  fill(data);
  return { data, width: 1000, height: 800 };
};

test('the frame holds the print with a margin', () => {
  const frame = frameOf(
    page((data) => {
      for (let y = 320; y < 480; y += 1) data.fill(0, y * 1000 + 400, y * 1000 + 600);
    }),
  );
  expect(frame.left).toBeLessThan(400);
  expect(frame.left).toBeGreaterThan(340);
  expect(frame.left + frame.width).toBeGreaterThan(600);
  expect(frame.top + frame.height).toBeLessThan(540);
});

test('a full page and an empty one stay whole', () => {
  const whole = { left: 0, top: 0, width: 1000, height: 800 };
  expect(frameOf(page((data) => data.fill(0)))).toEqual(whole);
  expect(frameOf(page(() => undefined))).toEqual(whole);
});
