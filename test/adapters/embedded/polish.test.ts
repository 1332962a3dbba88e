import { expect, test } from 'vitest';
import { looksPolish } from '../../../src/adapters/embedded/polish.ts';

const words = (text: string) =>
  text.split(' ').map((word) => ({ text: word, box: { left: 0, top: 0, width: 0.1, height: 0.1 } }));

test.each([
  ['as the German model misreads it', 'FAKTURA VAT Data wystawienia: Termin ptatnosci: Razem netto Do zaptaty', true],
  ['a receipt', 'PARAGON FISKALNY SPRZEDAZ OPODATK. A SUMA PLN', true],
  ['as printed', 'Sprzedawca: Nabywca: Wartość brutto', true],
  ['German', 'Rechnung Netto Brutto Termin Kwittung Konto', false],
  ['Swedish', 'Faktura Fakturadatum Belopp Summa Att betala', false],
  ['nothing', '', false],
])('%s', (_, text, polish) => {
  expect(looksPolish(words(text))).toBe(polish);
});
