import sharp from 'sharp';
import { expect, test } from 'vitest';
import { unreadOn } from '../../../src/adapters/embedded/unread.ts';

const [width, height] = [800, 1000];

async function receipt(shapes: string) {
  const rows = [0, 1, 2, 3].map((row) => `<rect x="600" y="${300 + row * 60}" width="90" height="14"/>`).join('');
  const svg = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${rows}${shapes}</svg>`;
  const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width, height };
}
const word = (row: number) => ({
  text: '12.60',
  box: { left: 600 / width, top: (300 + row * 60) / height, width: 90 / width, height: 14 / height },
});

test('print without words is counted', async () => {
  const scan = await receipt('');
  expect(unreadOn(scan, [])).toBe(4);
  expect(unreadOn(scan, [0, 1].map(word))).toBe(2);
  expect(unreadOn(scan, [0, 1, 2, 3].map(word))).toBe(0);
});

test('rules and pictures are no print', async () => {
  const scan = await receipt(
    '<rect x="60" y="700" width="680" height="3"/><rect x="60" y="40" width="180" height="180"/>',
  );
  expect(unreadOn(scan, [0, 1, 2, 3].map(word))).toBe(0);
});
