import { describe, expect, it } from 'vitest';
import { ibansIn, vatIdsIn } from '../../../src/domain/interpret/tax-ids.ts';

describe('vatIdsIn', () => {
  it.each([
    ['USt-IdNr. DE811907980', ['DE811907980']],
    ['UStId DE 811 907 980 HRB 13302', ['DE811907980']],
    ['N° TVA : FR 32 123 456 789', ['FR32123456789']],
    ['BTW BE 0403.170.701', ['BE0403170701']],
    ['BTW NL004495445B01', ['NL004495445B01']],
    ['CHE-116.281.710 MWST', ['CHE116281710']],
    ['CIF: ESB96123454', ['ESB96123454']],
    ['ATU12345678', ['ATU12345678']],
    ['INVOICE 123456789', []],
    ['IBAN DE89 3704 0044 0532 0130 00', []],
  ])('%s', (text, ids) => {
    expect(vatIdsIn(text).map(({ value }) => value)).toEqual(ids);
  });
});

describe('ibansIn', () => {
  it.each([
    ['IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFF', ['DE89370400440532013000']],
    ['GB33BUKB20201555555555', ['GB33BUKB20201555555555']],
    ['FR76 3000 6000 0112 3456 7890 189 - BIC : AGRIFRPP', ['FR7630006000011234567890189']],
    ['DE89 3704 0044 0532 0130 01', []],
    ['no number at all', []],
  ])('%s', (text, ibans) => {
    expect(ibansIn(text)).toEqual(ibans);
  });
});
