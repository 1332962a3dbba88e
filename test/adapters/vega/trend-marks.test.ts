import { expect, test } from 'vitest';
import { columnsOf, lineOf } from '../../../src/adapters/vega/trend-marks.ts';

const columns = (values: readonly (bigint | null)[], besides?: readonly (bigint | null)[]) =>
  columnsOf(
    values.map((value, i) => ({ value, beside: besides?.[i] ?? null })),
    500,
    [0, 100],
    besides !== undefined,
  );

test('an amount over the last column is crowded by a higher neighbour that it would reach', () => {
  const crowded = (values: readonly bigint[], width: number) => columns(values).isCrowded(width);
  const five = [90n, 80n, 70n, 60n, 50n];
  expect([crowded(five, 60), crowded(five, 160), crowded([...five].reverse(), 160)]).toEqual([false, true, false]);
  expect([crowded([-90n, -50n], 400), crowded([-50n, -90n], 400), crowded([90n, -50n], 400)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('and by a longer column beside it', () => {
  expect(columns([50n, 50n], [10n, 90n]).isCrowded(60)).toBe(true);
  expect(columns([50n, 50n], [10n, null]).isCrowded(60)).toBe(false);
});

test('the largest amount is written above what stands below the words', () => {
  const marks = columns([10n, 50n, 10n, 10n], [10n, 20n, 70n, 90n]);
  expect([marks.top(1, 40), marks.top(1, 200)]).toEqual([50, 70]);
});

test('two columns share a place without touching', () => {
  const [narrow, wide] = columns([1n, 2n], [3n, 4n]).layers({});
  const box = (layer: typeof narrow) => {
    const { width, xOffset } = (layer as { mark: { width: number; xOffset: number } }).mark;
    return [xOffset - width / 2, xOffset + width / 2] as const;
  };
  expect(narrow && wide && box(narrow)[1]).toBeLessThan(wide ? box(wide)[0] : 0);
});

test('the amount at the end of a line has its own room, and one of a single amount is not dashed', () => {
  const line = lineOf([{ value: 1n, beside: null }], 500, false);
  expect([line.isCrowded(10), line.aside(50)]).toEqual([true, 60]);
  expect([false, true].map((isPair) => lineOf([], 500, isPair).layers({}).length)).toEqual([3, 4]);
});
