import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberKey, taxIdKey, vendorKey } from '../../src/domain/vendor.ts';

describe('one vendor, however it is written', () => {
  test.each([
    [
      'acme',
      [
        'ACME Ltd.',
        'Acme Limited',
        'ACME',
        ' acme,  LTD ',
        'A.C.M.E. Ltd',
        'ACME Inc.',
        'Acmé GmbH',
        'ACME GmbH & Co. KG',
        'ACME Corp',
      ],
    ],
    ['muller sohne', ['Müller & Söhne GmbH', 'MULLER SOHNE', 'Müller Söhne']],
    ['strasse', ['Straße AG', 'STRASSE']],
    ['societe generale', ['Société Générale S.A.', 'Societe Generale SA']],
    ['smith sons', ['Smith & Sons', 'Smith and Sons Ltd', 'SMITH + SONS']],
    ['kowalski', ['Kowalski Sp. z o.o.', 'KOWALSKI SP Z OO']],
    ['orsted', ['Ørsted A/S', 'Orsted AS', 'ORSTED a.s.']],
    ['株式会社テスト', ['株式会社テスト']],
    ['obrien', ["O'Brien Ltd", 'O’Brien Limited']],
    ['limited', ['Limited']],
    ['co op', ['Co-op']],
    ['cable wireless', ['Cable & Wireless plc']],
    ['the paper company of london', ['The Paper Company of London']],
  ] as const)('%s', (key, names) => {
    for (const name of names) expect(vendorKey(name), name).toBe(key);
  });

  test('different vendors stay different', () => {
    const names = [
      'ACME Paper Ltd',
      'ACME Ltd',
      'Acne Ltd',
      'ABC GmbH',
      'AB GmbH',
      'North Ltd',
      'South Ltd',
      'テスト',
      'тест',
    ];

    expect(new Set(names.map(vendorKey)).size).toBe(names.length);
  });

  test('a name never has an empty key, and its key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        fc.pre(name.trim() !== '');
        expect(vendorKey(name)).not.toBe('');
      }),
    );
    for (const name of ['???', '&', '...', '& Co.']) expect(vendorKey(name), name).not.toBe('');
  });
});

test.each([
  ['DE 123 456 789', 'DE123456789'],
  ['de-123.456.789', 'DE123456789'],
  ['GB 980 7806 84', 'GB980780684'],
  ['--', null],
])('tax id %s', (given, key) => expect(taxIdKey(given)).toBe(key));

describe('one number, however it is written', () => {
  test.each([
    ['INV-00123', ['inv 123', 'INV/0123', 'INV.123', '1NV-123', 'INV-OO123']],
    ['2026-0012', ['20260012', '2026/OO12', ' 2026 0012 ', '2O26-0012']],
    ['00042', ['42', '042', 'O42']],
    ['RE-1001', ['re1001', 'RE 1OO1', 'RE-I00I']],
    ['№ 7', ['No 7', 'NO-07']],
  ])('%s', (first, others) => {
    for (const other of others) expect(numberKey(other), other).toBe(numberKey(first));
  });

  test('different numbers stay different', () => {
    const numbers = ['INV-1', 'INV-2', 'INV-10', 'INV-100', '2026-001', '2026-010', 'A1', 'B1', '1000', '100'];

    expect(new Set(numbers.map(numberKey)).size).toBe(numbers.length);
  });

  test.each(['', ' ', '--', '#'])('“%s” is no number', (given) => expect(numberKey(given)).toBeNull());
});
