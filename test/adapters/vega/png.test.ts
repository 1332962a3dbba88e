import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { png } from '../../../src/adapters/vega/png.ts';

test('a blank drawing is refused', async () => {
  await expect(png(createCanvas(400, 200))).rejects.toThrow('The chart came out blank');
});

test('a drawing is laid on its card', async () => {
  const canvas = createCanvas(400, 200);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(100, 50, 200, 100);
  expect(
    Buffer.from(await png(canvas))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data];
  expect(at(200, 100)).toEqual([255, 0, 0, 255]);
  expect(at(50, 100)).toEqual([251, 251, 249, 255]);
  expect(at(0, 0)[3]).toBe(0);
});
