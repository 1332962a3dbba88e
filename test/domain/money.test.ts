import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney, isCurrency, minorDigits, toDecimal, toMinor } from '../../src/domain/money.ts';

test.each([
  ['1234.5', 'EUR', 123450n],
  ['-0.05', 'EUR', -5n],
  ['1234', 'JPY', 1234n],
  ['1.2345', 'KWD', 1235n], // rounded half away from zero
  ['-1.005', 'USD', -101n],
  ['0.994999', 'EUR', 99n],
  ['12', null, 1200n],
  ['99999999999999999.99', 'EUR', 9999999999999999999n], // past what a float can hold
])('%s %s is %s minor units', (decimal, currency, minor) => {
  expect(toMinor(decimal, currency)).toBe(minor);
});

test.each(['', '1,5', '1.', '.5', '1e3', '0x10', 'NaN', '1 000', '--1'])('“%s” is no decimal', (text) => {
  expect(() => toMinor(text, 'EUR')).toThrow(/is not an amount/);
});

test('decimal and minor units are each other’s inverse', () => {
  const amount = fc.record({
    minor: fc.bigInt(-(10n ** 15n), 10n ** 15n),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD', null),
  });
  fc.assert(fc.property(amount, ({ minor, currency }) => toMinor(toDecimal(minor, currency), currency) === minor));
});

test.each([
  [-5n, 'EUR', '-0.05'],
  [5n, 'KWD', '0.005'],
  [-1234n, 'JPY', '-1234'],
  [100n, null, '1.00'],
])('%s minor units of %s are written %s', (minor, currency, text) => {
  expect(toDecimal(minor, currency)).toBe(text);
});

test('people read it with its symbol, exactly, however large', () => {
  expect(formatMoney({ minor: 123450n, currency: 'EUR' })).toBe('€1,234.50');
  expect(formatMoney({ minor: 123456n, currency: 'JPY' })).toBe('¥123,456');
  expect(formatMoney({ minor: 900719925474099301n, currency: 'USD' })).toBe('$9,007,199,254,740,993.01');
  expect(formatMoney({ minor: 123450n, currency: 'EUR' }, 'de-DE').replace(/\s/g, ' ')).toBe('1.234,50 €');
});

test('currencies are those of ISO 4217, in capitals', () => {
  expect([isCurrency('EUR'), isCurrency('eur'), isCurrency('EURO'), isCurrency('ZZZ')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('BHD'), minorDigits(null)]).toEqual([2, 0, 3, 2]);
});
