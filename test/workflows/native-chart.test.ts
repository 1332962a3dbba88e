import { expect, test } from 'vitest';
import { chartBlock } from '../../src/adapters/slack/blocks/chart.ts';
import type { Chart } from '../../src/domain/chart.ts';
import { checkMessageBlocks } from '../../src/sandbox/block-kit/message.ts';
import { nativeChart } from '../../src/workflows/native-chart.ts';

const trend: Chart = {
  mark: 'trend',
  x: { field: 'month', as: 'month' },
  y: { field: 'spend', as: 'money', title: '2026' },
  title: 'Spend rose 12 % to €41,200 in October',
  subtitle: 'Spend by month in EUR, January to October 2026',
  currency: 'EUR',
};
const bars: Chart = { ...trend, mark: 'bars', x: { field: 'name', as: 'name' } };
const names = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `Vendor ${i}`, spend: 100n }));

/** The chart, which the sandbox must take as Slack would. */
function plotted(chart: Chart, rows: Parameters<typeof nativeChart>[1]) {
  const native = nativeChart(chart, rows);
  if ('why' in native) throw new Error(native.why);
  expect(checkMessageBlocks([chartBlock(native.plot)])).toEqual([]);
  return native.plot;
}
const why = (chart: Chart, rows: Parameters<typeof nativeChart>[1]) => {
  const native = nativeChart(chart, rows);
  return 'why' in native ? native.why : null;
};

test('a trend is a line of months in whole units, its currency beside the axis', () => {
  const rows = [
    { month: '2026-01', spend: 123_450n },
    { month: '2026-02', spend: -5n },
  ];

  expect(plotted(trend, rows)).toEqual({
    kind: 'line',
    title: 'Spend by month in EUR, January to October 2026',
    labels: ['Jan 2026', 'Feb 2026'],
    series: [{ name: '2026', values: [1234.5, -0.05] }],
    unit: 'EUR',
  });
});

test('yen have no decimals, dinars three; counts are counts, and have no unit', () => {
  const one = (currency: string) =>
    plotted({ ...trend, currency }, [{ month: '2026-01', spend: 1234n }]).series[0]?.values;
  expect([one('JPY'), one('KWD')]).toEqual([[1234], [1.234]]);
  expect(plotted(trend, [{ month: '2026-01', spend: 1234 }]).series[0]?.values).toEqual([12.34]); // minor units, as bigint or not
  const counted = plotted({ ...bars, y: { field: 'spend', as: 'count' } }, [{ name: 'Slack', spend: 7 }]);
  expect(counted).toMatchObject({ unit: null, series: [{ values: [7] }] });
});

test('days, the period before beside them, and changes that go either way', () => {
  const beside = { field: 'earlier', says: 'November 2024 to October 2025' };
  const days: Chart = { ...trend, x: { field: 'day', as: 'day' }, beside };
  const plot = plotted(days, [{ day: '2026-03-05', spend: 1n, earlier: 2n }]);
  expect(plot.labels).toEqual(['5 Mar 2026']);
  expect(plot.series.map(({ name }) => name)).toEqual(['2026', 'November 2024 to Oc…']);

  const changes: Chart = { ...bars, y: { field: 'spend', as: 'money', signed: true } };
  expect(plotted(changes, [{ name: 'Acme', spend: -900n }])).toMatchObject({ kind: 'bar', series: [{ values: [-9] }] });
});

test('the largest that fits', () => {
  expect(plotted(bars, names(20)).labels).toHaveLength(20);
  expect(plotted({ ...bars, mark: 'shares' }, names(12))).toMatchObject({ kind: 'pie' });
  expect(plotted(bars, [{ name: 'x'.repeat(20), spend: 1n }]).labels).toEqual(['x'.repeat(20)]);
});

test('a long title is cut, and says its currency all the same', () => {
  const subtitle = `Spend by vendor, ${'vendor “Acme” '.repeat(5)}`;
  const { title } = plotted({ ...bars, subtitle }, names(1));

  expect(title).toMatch(/^Spend by vendor, .*…, EUR$/);
  expect(title.length).toBeLessThanOrEqual(50);
});

test.each([
  ['21 points', bars, names(21), /hold 20 points, and these are 21/],
  ['13 parts of a pie', { ...bars, mark: 'shares' }, names(13), /hold 12 parts, and these are 13/],
  [
    'a part below nothing',
    { ...bars, mark: 'shares' },
    [
      { name: 'a', spend: 1n },
      { name: 'b', spend: -1n },
    ],
    /a pie has no parts/,
  ],
  ['a part of nothing', { ...bars, mark: 'shares' }, [{ name: 'a', spend: 0n }], /a pie has no parts/],
  [
    'names that are alike for 20 letters',
    bars,
    ['North', 'South'].map((end) => ({ name: `Energy Company of the ${end}`, spend: 1n })),
    /cut names at 20 letters/,
  ],
  [
    'series that are',
    {
      ...trend,
      y: { field: 'spend', as: 'money', title: 'The last 12 months, today' },
      beside: { field: 'b', says: 'The last 12 months, before' },
    },
    [{ month: '2026-01', spend: 1n, b: 1n }],
    /cut series at 20 letters/,
  ],
  [
    'a gap',
    { ...trend, beside: { field: 'b', says: 'Plan' } },
    [{ month: '2026-01', spend: 1n, b: null }],
    /have no gaps/,
  ],
  [
    'a calendar',
    { ...trend, mark: 'calendar', x: { field: 'day', as: 'day' } },
    [{ day: '2026-01-01', spend: 1n }],
    /no calendar/,
  ],
  ['nothing', bars, [], /nothing to draw/],
] as const)('%s stays a picture, with a sentence why', (_, chart, rows, says) => {
  expect(why(chart as Chart, rows)).toMatch(says);
  expect(why(chart as Chart, rows)).toMatch(/^Drawn as a picture: /);
});

test('names that end alike, and emoji at the cut, are cut whole', () => {
  const { labels } = plotted(bars, [{ name: `${'a'.repeat(18)}🙂🙂`, spend: 1n }]);
  expect(labels).toEqual([`${'a'.repeat(18)}…`]);
});
