import { describe, expect, it } from 'vitest';
import {
  amountsIn,
  type DecimalSign,
  decimalSign,
  parseAmount,
  withoutSlips,
} from '../../../src/domain/interpret/amounts.ts';
import { linesOf } from '../../../src/domain/interpret/lines.ts';
import { sheetOf } from './sheet.ts';

describe('parseAmount', () => {
  it.each<[string, DecimalSign | null, string | null]>([
    ['1.234,56', null, '1234.56'],
    ['1,234.56', null, '1234.56'],
    ['1 234,56', null, '1234.56'],
    ["1'234.50", null, '1234.50'],
    ['1’234.50', null, '1234.50'],
    ['3 038,14', null, '3038.14'],
    ['27,80', null, '27.80'],
    ['1,23,456.00', null, '123456.00'],
    ['12.345.678', null, '12345678'],
    ['12.345.678,9', null, '12345678.9'],
    ['12,345', '.', '12345'],
    ['12,345', ',', '12.345'],
    ['1.234', ',', '1234'],
    ['1.234', '.', '1.234'],
    ['12,345', null, '12345'],
    ['0,125', null, '0.125'],
    ['1234,567', null, '1234.567'],
    ['0.025', ',', '0.025'],
    ['1500', null, '1500'],
    [',99', null, '0.99'],
    ['', null, null],
    ['1..2', null, null],
    ['12a', null, null],
  ])('%s (%s) is %s', (text, sign, decimal) => {
    expect(parseAmount(text, sign)).toBe(decimal);
  });
});

describe('decimalSign', () => {
  it.each([
    [['Total 12,50', '3,10'], ','],
    [['Total 12.50', '1,234.00'], '.'],
    [['12.50', '12,50'], null],
    [['1.500', '12'], null],
  ])('%j writes %s', (texts, sign) => {
    expect(decimalSign(texts)).toBe(sign);
  });
});

const segmentOf = (text: string) => {
  const [segment] = linesOf(sheetOf(text))[0]?.segments ?? [];
  if (!segment) throw new Error('no segment');
  return segment;
};
const amounts = (text: string, sign: DecimalSign | null = null) =>
  amountsIn(segmentOf(text), { sign, currency: 'EUR' }, false).map((amount) =>
    amount.percent ? `${amount.decimal}%` : amount.minor,
  );

describe('amountsIn', () => {
  it.each<[string, readonly (bigint | string)[]]>([
    ['Total €1.234,56', [123456n]],
    ['EUR120.50', [12050n]],
    ['RM4.00', [400n]],
    ['Rs.500.00', [50000n]],
    ['(260.00)', [-26000n]],
    ['-£1,234.50', [-123450n]],
    ['£-1,234.50', [-123450n]],
    ['1.234,56-', [-123456n]],
    ['− 5,00 €', [-500n]],
    ['12.50 CR', [-1250n]],
    ['VAT 20% 45.89', ['20%', 4589n]],
    ['19 % auf 804,35 €', ['19%', 80435n]],
    ['3 038,14 €', [303814n]],
    ['Rechnung vom 12.05.2025', []],
    ['17:22', []],
    ['INV-2025-10', []],
    ['A4 paper 80g', []],
    ['Cash (20.00 given)', [2000n]],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it('reads three digits after the sign by the document’s own', () => {
    expect(amounts('12,345', ',')).toEqual([1235n]);
    expect(amounts('12,345', '.')).toEqual([1234500n]);
  });

  it('keeps a quantity and a price apart when the gap is wide', () => {
    const [line] = linesOf([
      {
        number: 1,
        width: 100,
        height: 100,
        source: 'text',
        words: [
          { text: '3', box: { left: 0.1, top: 0.1, width: 0.05, height: 0.1 } },
          { text: '180,00', box: { left: 0.24, top: 0.1, width: 0.3, height: 0.1 } },
        ],
      },
    ]);
    const found = line?.segments.flatMap((segment) => amountsIn(segment, { sign: ',', currency: 'EUR' }, false));
    expect(found?.map((amount) => amount.minor)).toEqual([300n, 18000n]);
  });
});

describe('withoutSlips', () => {
  it.each([
    ['1O.00', '10.00'],
    ['l2.5O', '12.50'],
    ['12. 50', '12.50'],
    ['12 .50', '12.50'],
    ['$S9.00', '$59.00'],
    ['SOLD.IN', 'SOLD.IN'],
  ])('%s is %s', (seen, meant) => {
    expect(withoutSlips(seen)).toBe(meant);
  });
});
