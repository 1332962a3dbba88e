import { expect, test } from 'vitest';
import type { DateOrder } from '../../../src/domain/import/columns.ts';
import { dateCell, orderOf } from '../../../src/domain/import/date-cell.ts';

test.each<readonly [string, DateOrder, string]>([
  ['2019-03-31', 'ymd', '2019-03-31'],
  ['2019-31-03', 'ydm', '2019-03-31'],
  ['2019-03-31T10:00:00Z', 'ymd', '2019-03-31'],
  ['31/03/2019', 'dmy', '2019-03-31'],
  ['03/04/2019', 'dmy', '2019-04-03'],
  ['03/04/2019', 'mdy', '2019-03-04'],
  ['07/22/2013 12:00:00 AM', 'mdy', '2013-07-22'],
  ['31.3.19', 'dmy', '2019-03-31'],
  ['31-Mar-2019', 'dmy', '2019-03-31'],
  ['31-Mar-19', 'mdy', '2019-03-31'],
  ['31. März 2019', 'dmy', '2019-03-31'],
  ['31 mars 2019', 'dmy', '2019-03-31'],
  ['31 de marzo de 2019', 'dmy', '2019-03-31'],
  ['31 maart 2019', 'dmy', '2019-03-31'],
  ['31 marca 2019', 'dmy', '2019-03-31'],
  ['31 março 2019', 'dmy', '2019-03-31'],
  ['31 marzo 2019', 'dmy', '2019-03-31'],
  ['March 31, 2019', 'dmy', '2019-03-31'],
  ['Mar 31 2019', 'dmy', '2019-03-31'],
  ['Sun, 31 Mar 2019', 'dmy', '2019-03-31'],
  ['20190331', 'dmy', '2019-03-31'],
  ['43555', 'dmy', '2019-03-31'],
  ['43555.75', 'dmy', '2019-03-31'],
])('“%s” read %s is %s', (text, order, day) => {
  expect(dateCell(text, order)).toEqual({ day });
});

test.each(['31/02/2019', '2019-02-30', '13/13/2019', '31-Feb-19', '0000-00-00', '1899-12-30'])(
  '“%s” is a date that does not exist',
  (text) => {
    expect(dateCell(text, 'dmy')).toBe('nonsense');
  },
);

test.each(['00:00:00', 'July 2010-September 2010', 'abc', '12', '1234.50', '99999', '2019', 'on receipt', '30 days'])(
  '“%s” is no date',
  (text) => {
    expect(dateCell(text, 'dmy')).toBe('none');
  },
);

test('an order is decided by the column as a whole', () => {
  expect(orderOf(['01/02/2019', '31/03/2019', '05/05/2019']).last).toBe('dmy');
  expect(orderOf(['01/02/2019', '03/31/2019']).last).toBe('mdy');
  expect(orderOf(['2019-02-01', '2019-31-03']).first).toBe('ydm');
  expect(orderOf(['2019-02-01', '2019-03-31']).first).toBe('ymd');
  expect(orderOf(['01.02.2019']).last).toBe('dmy');
  expect(orderOf(['01/02/2019', '2019-02-01'])).toMatchObject({ first: null, last: null });
});
