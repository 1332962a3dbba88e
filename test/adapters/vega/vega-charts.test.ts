import { readdirSync, rmSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { vegaCharts } from '../../../src/adapters/vega/vega-charts.ts';
import type { Chart } from '../../../src/domain/chart.ts';
import type { ChartRow } from '../../../src/ports/charts.ts';
import { bars, golden, hard, months, shares, trend } from './cases.ts';
import { complaint, difference, folder, keep, tolerance } from './golden.ts';

const charts = vegaCharts();
afterAll(() => charts.close());

describe('a picture looks as it did', () => {
  test.each(Object.entries(golden))('%s', async (name, [chart, rows]) => {
    const { png } = await charts.draw(chart, rows);
    if (process.env.UPDATE_GOLDEN) await keep(name, png);
    const said = await complaint(name, png);
    expect(said, said ?? '').toBeNull();
  });

  test('and none is kept that is not compared', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(golden)
        .map((name) => `${name}.png`)
        .sort(),
    );
  });

  test('and another number, colour, place or length would be noticed', async () => {
    const [chart, rows] = golden['trend-of-a-year'] ?? [trend, []];
    const seen = async (other: Chart, others: readonly ChartRow[]) => {
      const { png } = await charts.draw(other, others);
      return difference('trend-of-a-year', png);
    };
    const otherTitle = await seen({ ...chart, title: chart.title.replace('12', '21') }, rows);
    const otherAmount = await seen(
      chart,
      rows.map((row, i) => (i === 5 ? { ...row, spend: 3_900_000n } : row)),
    );
    const otherAccent = await seen(chart, [...rows.slice(0, -1), { ...rows.at(-1), spend: null }]);
    const shorter = await seen({ ...chart, subtitle: '' }, rows);
    for (const share of [otherTitle, otherAmount, otherAccent, shorter]) expect(share).toBeGreaterThan(2 * tolerance);
  });

  test('the complaint says what differs by how much, where it is, and how to keep it', async () => {
    const { png } = await charts.draw(
      { ...trend, title: 'Another title', subtitle: 'Below it' },
      months(12, () => 1n),
    );

    const said = await complaint('trend-of-a-year', png);

    expect(said).toMatch(/^The picture trend-of-a-year differs in \d+\.\d\d % of its pixels, 0\.03 % are allowed/);
    expect(said).toContain('UPDATE_GOLDEN=1 npx vitest run');
    const [, left = '', shown = ''] = /red in (\S+)\). The new one is (\S+)\. /.exec(said ?? '') ?? [];
    for (const path of [left, shown]) {
      expect((await sharp(path).metadata()).format).toBe('png');
      rmSync(path);
    }
    expect(await complaint('unknown', png)).toMatch(/^There is no picture unknown to compare with/);
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
