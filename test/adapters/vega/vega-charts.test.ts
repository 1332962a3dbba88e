import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { vegaCharts } from '../../../src/adapters/vega/vega-charts.ts';
import { bars, golden, hard, months, shares, trend } from './cases.ts';

const charts = vegaCharts();
afterAll(() => charts.close());

const file = (name: string) => new URL(`golden/${name}.png`, import.meta.url);

/** One changed digit differs more than this; letters drawn by the same fonts elsewhere differ less. */
const tolerance = 0.0005;

/** The pixels as an eye a little away sees them. */
const seen = (png: Uint8Array) => sharp(png).resize(320).flatten({ background: '#888' }).raw().toBuffer();

/** The share of the picture in which the two differ to the eye; 1 when their sizes do. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([seen(one), seen(other)]);
  if (a.length !== b.length) return 1;
  return a.reduce((count, value, i) => count + (Math.abs(value - (b[i] ?? 0)) > 28 ? 1 : 0), 0) / a.length;
}

describe('a picture looks as it did', () => {
  test.each(Object.entries(golden))('%s', async (name, [chart, rows]) => {
    const { png } = await charts.draw(chart, rows);
    if (process.env.UPDATE_GOLDEN || !existsSync(file(name))) {
      writeFileSync(file(name), await sharp(png).png({ palette: true, colours: 64, effort: 10 }).toBuffer());
    }
    expect(await difference(png, readFileSync(file(name)))).toBeLessThan(tolerance);
  });

  test('and another number, colour or length would be noticed', async () => {
    const [chart, rows] = golden['trend-of-a-year'] ?? [trend, []];
    const kept = readFileSync(file('trend-of-a-year'));

    const otherTitle = await charts.draw({ ...chart, title: chart.title.replace('12', '21') }, rows);
    const otherAmount = await charts.draw(
      chart,
      rows.map((row, i) => (i === 5 ? { ...row, spend: 3_900_000n } : row)),
    );
    const shorter = await charts.draw({ ...chart, subtitle: '' }, rows);

    for (const { png } of [otherTitle, otherAmount, shorter])
      expect(await difference(png, kept)).toBeGreaterThan(tolerance);
  });
});

describe('it survives', () => {
  test.each(hard)('%s', async (_, chart, rows) => {
    const { png, width, height } = await charts.draw(chart, rows);
    const { width: pixels = 0, height: tall = 0, format } = await sharp(png).metadata();
    expect({ format, pixels, tall }).toEqual({ format: 'png', pixels: width * 2, tall: height * 2 });
    expect(width).toBe(640);
    expect(height).toBeLessThan(660);
    expect(png.length).toBeLessThan(200_000);
  });
});

describe('it refuses', () => {
  test('no rows', () => expect(charts.draw(trend, [])).rejects.toThrow(/no value in spend/));
  test('rows that are all unknown', () =>
    expect(charts.draw(bars, [{ vendor: 'Ann', spend: null }])).rejects.toThrow(/no value in spend/));
  test('money without a currency', () => {
    const { currency: _, ...chart } = trend;
    return expect(
      charts.draw(
        chart,
        months(2, () => 1n),
      ),
    ).rejects.toThrow(/names no currency/);
  });
  test('amounts with a fraction, which would be floats', () =>
    expect(charts.draw(bars, [{ vendor: 'Ann', spend: 1.5 }])).rejects.toThrow(/whole numbers/));
  test('amounts that are words', () =>
    expect(charts.draw(bars, [{ vendor: 'Ann', spend: '12.00' }])).rejects.toThrow(/whole numbers/));
  test('parts below nothing, and parts of nothing', async () => {
    const two = (spend: bigint) => [
      { category: 'Ann', spend: 0n },
      { category: 'Bo', spend },
    ];
    await expect(charts.draw(shares, two(-1n))).rejects.toThrow(/below nothing/);
    await expect(charts.draw(shares, two(0n))).rejects.toThrow(/no parts/);
  });
  test('a month that is none', () =>
    expect(charts.draw(trend, [{ month: 'soon', spend: 1n }])).rejects.toThrow(/must hold a month, not soon/));
});

test('the card is opaque, its corners are not', async () => {
  const { png } = await charts.draw(
    trend,
    months(3, () => 100n),
  );
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const alpha = (x: number, y: number) => data[(y * info.width + x) * 4 + 3];
  expect([alpha(0, 0), alpha(info.width - 1, 0), alpha(0, info.height - 1)]).toEqual([0, 0, 0]);
  let clear = 0;
  for (let y = 40; y < info.height - 40; y++)
    for (let x = 40; x < info.width - 40; x++) if (alpha(x, y) !== 255) clear++;
  expect(clear).toBe(0);
});

test('closed charts draw no more, and leave no thread behind', async () => {
  const own = vegaCharts();
  await own.warm();
  await own.close();
  await expect(own.draw(trend, [])).rejects.toThrow();
  await own.close();
});
