import { describe, expect, it } from 'vitest';
import { datesIn, dayIn } from '../../../src/domain/interpret/dates.ts';
import { monthLike, monthOf } from '../../../src/domain/interpret/month-names.ts';

describe('datesIn', () => {
  it.each([
    ['2025-03-09', '2025-03-09'],
    ['2025/3/9', '2025-03-09'],
    ['09.03.2025', '2025-03-09'],
    ['9. 3. 2025', '2025-03-09'],
    ['09-03-25', '2025-03-09'],
    ['23/03/2018 18:41', '2018-03-23'],
    ['12/03/201818:27', '2018-03-12'],
    ['7. Mai 2014', '2014-05-07'],
    ['12. März 2025', '2025-03-12'],
    ['Annecy, le 1er juin 2025', '2025-06-01'],
    ['02 Juillet 2015', '2015-07-02'],
    ['5 de marzo de 2020', '2020-03-05'],
    ['28 maggio 2025', '2025-05-28'],
    ['7 augustus 2025', '2025-08-07'],
    ['11 de abril de 2025', '2025-04-11'],
    ['14 marca 2025', '2025-03-14'],
    ['March 3, 2025', '2025-03-03'],
    ['Aug 3rd, 2014', '2014-08-03'],
    ['August 3 , 2014', '2014-08-03'],
    ['21-Jul-2025', '2025-07-21'],
    ['28 MAR 18', '2018-03-28'],
    ['15/Api/2017', '2017-04-15'],
    ['17/83/2817', '2017-03-17'],
    ['Het Rond 1 Vervaldatum 21 augustus 2025', '2025-08-21'],
  ])('%s', (text, day) => {
    expect(datesIn(text).map((date) => dayIn(date, 'dmy'))).toEqual([day]);
  });

  it.each([
    '1.234,56',
    '12.50',
    'Tel. 04 50 00 00 00',
    '+6 03 2026 6386',
    '31.02.2025',
    'IBAN DE89 3704 0044',
    'Seite 1 von 2',
    '20171118',
  ])('%s is none', (text) => {
    expect(datesIn(text)).toEqual([]);
  });

  it('offers both orders only when both are days', () => {
    expect(datesIn('04/11/2025')).toMatchObject([{ dmy: '2025-11-04', mdy: '2025-04-11', numeric: true }]);
    expect(datesIn('24/11/2025')).toMatchObject([{ dmy: '2025-11-24', mdy: null }]);
    expect(datesIn('11/24/2025')).toMatchObject([{ dmy: null, mdy: '2025-11-24' }]);
  });

  it('takes eight bare digits only when asked', () => {
    expect(datesIn('20171118', { compact: true }).map((date) => dayIn(date, 'dmy'))).toEqual(['2017-11-18']);
    expect(datesIn('24122019', { compact: true }).map((date) => dayIn(date, 'dmy'))).toEqual(['2019-12-24']);
  });
});

describe('monthOf', () => {
  it.each([
    ['Januar', 1],
    ['févr', 2],
    ['MRZ', 3],
    ['kwietnia', 4],
    ['mai', 5],
    ['gennaio', 1],
    ['août', 8],
    ['Sept.', 9],
    ['okt', 10],
    ['dezembro', 12],
    ['total', null],
    ['ju', null],
  ])('%s is %s', (word, month) => {
    expect(monthOf(word)).toBe(month);
  });

  it('forgives one letter when one month is left', () => {
    expect(monthLike('Api')).toBe(4);
    expect(monthLike('xyz')).toBeNull();
  });
});
