import sharp from 'sharp';
import { expect, test } from 'vitest';
import { skewOf } from '../../../src/adapters/embedded/skew.ts';
import { blank } from '../../support/bills/pictures.ts';

const bill = (name: string) => new URL(`../../bills/${name}`, import.meta.url).pathname;

async function skew(picture: string | Buffer, turn: number): Promise<number> {
  const turned = await sharp(
    await sharp(picture).flatten({ background: 'white' }).rotate(turn, { background: 'white' }).png().toBuffer(),
  )
    .resize({ width: 900, height: 900, fit: 'inside' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return skewOf({ data: turned.data, width: turned.info.width, height: turned.info.height });
}

test.each([
  ['ostwind-logistik-scan.png', 0, 0.5],
  ['ostwind-logistik-scan.png', 2, 2.5],
  ['ostwind-logistik-scan.png', -5, -4.5],
  ['copper-kettle-receipt.jpg', 0, 2.3],
  ['copper-kettle-receipt.jpg', -4, -1.7],
])('%s turned by %d is off by %d', async (name, turn, expected) => {
  expect(Math.abs((await skew(bill(name), turn)) - expected)).toBeLessThan(0.25);
});

test('where nothing is written nothing is turned', async () => {
  expect(await skew(await blank(), 3)).toBe(0);
});
