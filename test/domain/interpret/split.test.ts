import { describe, expect, it } from 'vitest';
import { interpret } from '../../../src/domain/interpret/interpret.ts';
import { sheetOf } from './sheet.ts';

const bill = (number: string, total: string, mark = '') => `
Acme Paper Ltd
12 Mill Road, Leeds LS1 4AB
INVOICE                          Invoice number: ${number}
                                 Invoice date: 12 May 2025
Paper                                            ${total}
                                 Total          £${total}
${mark}
`;
const rest = (text: string) => `
Acme Paper Ltd
${text}
`;
const spans = (text: string) =>
  interpret({ kind: 'pages', reader: 'test', pages: sheetOf(text) }, { today: '2025-11-23' }).map(
    ({ pageFrom, pageTo }) => [pageFrom, pageTo],
  );

describe('the invoices of one file', () => {
  it.each<[string, string, readonly (readonly number[])[]]>([
    ['one page', bill('A-100', '12.00'), [[1, 1]]],
    [
      'two numbers',
      `${bill('A-100', '12.00')}---${bill('A-101', '15.00')}`,
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'two numbers, the first with two pages',
      `${bill('A-100', '12.00')}---${rest('Terms of sale')}---${bill('A-101', '15.00')}`,
      [
        [1, 2],
        [3, 3],
      ],
    ],
    [
      'the same number on each page',
      `${bill('A-100', '12.00', 'Page 1 of 2')}---${bill('A-100', '12.00', 'Page 2 of 2')}`,
      [[1, 2]],
    ],
    ['page marks', `${bill('A-100', '12.00', 'Page 1/2')}---${rest('Terms of sale   Page 2/2')}`, [[1, 2]]],
    ['a letter is no invoice', 'Dear all,\nplease note our new opening hours from Monday on.\nKind regards', []],
  ])('%s', (_, text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  it('passes on what was read exactly', () => {
    const invoices = [{ kind: 'invoice', pageFrom: 1, pageTo: 1, fields: {}, lines: [], checks: [] }] as const;
    expect(interpret({ kind: 'exact', reader: 'test', invoices }, { today: '2025-11-23' })).toBe(invoices);
  });
});
