import { expect, test } from 'vitest';
import { cutsOf, isSameCut } from '../../src/domain/cut.ts';
import { invoiceLike } from '../support/people.ts';

const box = { left: 0.7, top: 0.8, width: 0.1, height: 0.01 };
const spot = { page: 2, box };

test('the first page of the invoice, and each place where something is in doubt', () => {
  const doubtful = invoiceLike({
    state: 'review',
    pageFrom: 2,
    found: { total: spot, date: spot, vendor: spot },
    confidence: { total: 0.5, date: 0.95, vendor: 0.89 },
  });

  expect(cutsOf(doubtful)).toEqual([
    { shows: 'page', page: 2, box: null },
    { shows: 'total', ...spot },
    { shows: 'vendor', ...spot },
  ]);
});

test('settled, or of no file: nothing but the page, or nothing', () => {
  const found = { total: spot };
  expect(cutsOf(invoiceLike({ state: 'confirmed', found, confidence: { total: 0.5 } }))).toHaveLength(1);
  expect(cutsOf(invoiceLike({ state: 'review', found, confidence: {} }))).toHaveLength(1);
  expect(cutsOf(invoiceLike({ state: 'review', pageFrom: null, found, confidence: { total: 0.5 } }))).toEqual([]);
});

test('the same piece is told by what it shows and where, to a thousandth of the page', () => {
  const cut = { shows: 'total', ...spot } as const;

  expect(isSameCut(cut, { ...cut, box: { ...box, left: 0.7000001 } })).toBe(true);
  expect(isSameCut(cut, { ...cut, box: { ...box, top: 0.81 } })).toBe(false);
  expect(isSameCut(cut, { ...cut, page: 1 })).toBe(false);
  expect(isSameCut(cut, { ...cut, shows: 'net' })).toBe(false);
  expect(isSameCut(cut, { ...cut, box: null })).toBe(false);
});
