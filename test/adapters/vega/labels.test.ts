import { describe, expect, test } from 'vitest';
import { amountOf, amounts, placeLabels } from '../../../src/adapters/vega/labels.ts';
import { bars } from './cases.ts';

const written = (currency: string, values: readonly bigint[]) => {
  const { exact } = amounts({ ...bars, currency }, bars.y, values, 'en-GB');
  return values.map(exact);
};

describe('amounts', () => {
  test('small ones with cents', () => expect(written('EUR', [125_050n, 5n])).toEqual(['€1,250.50', '€0.05']));
  test('without cents from 10,000 on, but a cent is not nothing', () =>
    expect(written('EUR', [1_000_050n, 0n, 5n])).toEqual(['€10,001', '€0', '€0.05']));
  test('yen and dinar', () => {
    expect(written('JPY', [1234n])).toEqual(['¥1,234']);
    expect(written('KWD', [1234n])).toEqual(['KWD\u00a01.234']);
  });
  test('exact where no float is', () =>
    expect(written('EUR', [900_719_925_474_099_301n])).toEqual(['€9,007,199,254,740,993']));
  test('a real minus', () => expect(written('EUR', [-500n])).toEqual(['−€5.00']));
  test('a change has its sign, and none has none', () => {
    const { exact, short } = amounts(bars, { ...bars.y, signed: true }, [120_000n], 'en-GB');
    expect([120_000n, -120_000n, 0n].map(exact)).toEqual(['+€1,200.00', '−€1,200.00', '€0.00']);
    expect(short(1_200_000n)).toBe('+€12k');
    const count = amounts(bars, { field: 'spend', as: 'count', signed: true }, [1n], 'en-GB');
    expect([5n, -5n, 0n].map(count.exact)).toEqual(['+5', '−5', '0']);
  });
  test('short on an axis', () => {
    const { short } = amounts(bars, bars.y, [4_000_000n], 'en-GB');
    expect([0n, 250_000n, 4_000_000n, -2_000_000_000n].map(short)).toEqual(['€0', '€2.5k', '€40k', '−€20m']);
  });
  test('counts', () => {
    const { exact, short } = amounts(bars, { field: 'spend', as: 'count' }, [1n], 'en-GB');
    expect([exact(12_345n), short(12_000n)]).toEqual(['12,345', '12k']);
  });
});

test('an amount is a whole number or unknown', () => {
  expect([amountOf(5n, 'a'), amountOf(5, 'a'), amountOf(null, 'a')]).toEqual([5n, 5n, null]);
  for (const wrong of [1.5, Number.NaN, 2 ** 60, '5']) expect(() => amountOf(wrong, 'a')).toThrow(/must hold whole/);
});

describe('places', () => {
  const month = { field: 'month', as: 'month' } as const;
  test('name the year where it is new', () =>
    expect(placeLabels(month, ['2025-11', '2025-12', '2026-01', '2026-02'], 'en-GB')).toEqual([
      ['Nov', '2025'],
      'Dec',
      ['Jan', '2026'],
      'Feb',
    ]));
  test('but not two years side by side', () =>
    expect(placeLabels(month, ['2025-12', '2026-01', '2026-02'], 'en-GB')).toEqual(['Dec', ['Jan', '2026'], 'Feb']));
  test('days', () =>
    expect(placeLabels({ field: 'd', as: 'day' }, ['2026-03-05'], 'en-GB')).toEqual([['5 Mar', '2026']]));
  test('names', () => expect(placeLabels({ field: 'd', as: 'name' }, ['a', null], 'en-GB')).toEqual(['a', '–']));
});
