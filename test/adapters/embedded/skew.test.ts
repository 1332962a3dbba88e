import sharp from 'sharp';
import { expect, test } from 'vitest';
import { directionOf } from '../../../src/adapters/embedded/skew.ts';
import { blank } from '../../support/bills/pictures.ts';

const bill = (name: string) => new URL(`../../bills/${name}`, import.meta.url).pathname;

async function direction(picture: string | Buffer, turn: number) {
  const turned = await sharp(
    await sharp(picture).flatten({ background: 'white' }).rotate(turn, { background: 'white' }).png().toBuffer(),
  )
    .resize({ width: 900, height: 900, fit: 'inside' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return directionOf({ data: turned.data, width: turned.info.width, height: turned.info.height });
}

test.each([
  ['ostwind-logistik-scan.png', 0, 0.5],
  ['ostwind-logistik-scan.png', 2, 2.5],
  ['ostwind-logistik-scan.png', -5, -4.5],
  ['ostwind-logistik-scan.png', 15, 15.5],
  ['copper-kettle-receipt.jpg', 0, 2.3],
  ['copper-kettle-receipt.jpg', -4, -1.7],
])('%s turned by %d is off by %d', async (name, turn, expected) => {
  const { skew, quarter } = await direction(bill(name), turn);
  expect(Math.abs(skew - expected)).toBeLessThan(0.25);
  expect(quarter).toBe(0);
});

test.each([
  ['ostwind-logistik-scan.png', 90, 0.5],
  ['ostwind-logistik-scan.png', -87, 3.5],
  ['copper-kettle-receipt.jpg', 90, 2.3],
])('%s turned by %d lies on its side', async (name, turn, expected) => {
  const { skew, quarter } = await direction(bill(name), turn);
  expect(quarter).toBe(90);
  expect(Math.abs(skew - expected)).toBeLessThan(0.25);
});

test('where nothing is written nothing is turned', async () => {
  expect(await direction(await blank(), 3)).toEqual({ skew: 0, quarter: 0 });
});
