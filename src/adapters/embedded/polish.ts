import type { Word } from '../../domain/page.ts';

/** Words of Polish bills and of no other language's, as they look to somebody who knows neither ł nor ę: as l or t, and as e. */
const telling = new Set(
  `faktura sprzedawca nabywca odbiorca razem wystawienia sprzedazy platnosci ptatnosci zaplaty zaptaty wartosc ilosc nazwa towaru uslugi ustugi jednostkowa
  stawka kwota kwoty nip regon krs zl zt pln paragon fiskalny sprzedaz opodatkowana opodatk suma przelew gotowka konto rachunku banku slownie stownie podatek
  korygujaca ulica spolka spotka reszta dziekujemy zapraszamy`.split(/\s+/),
);

/** Is this page, read with the letters of other languages, in Polish? Then it is worth another look. */
export function looksPolish(words: readonly Word[]): boolean {
  const found = words.map(({ text }) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('ł', 'l')
      .replace(/[^a-z]/g, ''),
  );
  return new Set(found.filter((word) => telling.has(word))).size >= 3;
}
