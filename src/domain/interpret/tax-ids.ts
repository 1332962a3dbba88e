/** VAT identification numbers of Europe as printed, by country. https://ec.europa.eu/taxation_customs/vies */
const shapes: Readonly<Record<string, RegExp>> = {
  AT: /ATU\d{8}/,
  BE: /BE[01]\d{9}/,
  BG: /BG\d{9,10}/,
  CHE: /CHE\d{9}/,
  CY: /CY\d{8}[A-Z]/,
  CZ: /CZ\d{8,10}/,
  DE: /DE\d{9}/,
  DK: /DK\d{8}/,
  EE: /EE\d{9}/,
  EL: /EL\d{9}/,
  ES: /ES[A-Z]\d{7}[A-Z0-9]|ES\d{8}[A-Z]/,
  FI: /FI\d{8}/,
  FR: /FR[A-Z0-9]{2}\d{9}/,
  GB: /GB\d{9}(?:\d{3})?/,
  HR: /HR\d{11}/,
  HU: /HU\d{8}/,
  IE: /IE\d[A-Z0-9+*]\d{5}[A-Z]{1,2}/,
  IT: /IT\d{11}/,
  LT: /LT\d{9}(?:\d{3})?/,
  LU: /LU\d{8}/,
  LV: /LV\d{11}/,
  MT: /MT\d{8}/,
  NL: /NL\d{9}B\d{2}/,
  NO: /NO\d{9}(?:MVA)?/,
  PL: /PL\d{10}/,
  PT: /PT\d{9}/,
  RO: /RO\d{6,10}/,
  SE: /SE\d{12}/,
  SI: /SI\d{8}/,
  SK: /SK\d{10}/,
};
const any = new RegExp(
  `^(?:${Object.values(shapes)
    .map((shape) => `(?:${shape.source})`)
    .join('|')})$`,
);
const opening =
  /(?<![A-Z0-9])(?:ATU|CHE|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)[ -]?[A-Z0-9][A-Z0-9 .-]{4,18}/g;

/** The VAT numbers in a text, without blanks, each with its place. */
export function vatIdsIn(text: string): readonly { readonly value: string; readonly at: number }[] {
  const found: { value: string; at: number }[] = [];
  for (const match of text.matchAll(opening)) {
    const value = longest(match[0]);
    if (value) found.push({ value, at: match.index });
  }
  return found;
}

/** The longest head of the text, up to a blank, that is a VAT number. */
function longest(text: string): string | null {
  const parts = text.split(' ');
  for (let end = parts.length; end > 0; end -= 1) {
    const joined = parts.slice(0, end).join('').replace(/[.-]/g, '');
    if (any.test(joined)) return joined;
  }
  return null;
}

const ibanOpening = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,32}/g;

/** How long an IBAN is, by country; those not named here are between 15 and 34. https://www.swift.com/resource/iban-registry-pdf */
const lengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
}; // prettier-ignore

/** The IBANs in a text whose check digits hold, without blanks. https://www.iso.org/standard/81090.html */
export function ibansIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const [match] of text.matchAll(ibanOpening)) {
    const parts = match.split(' ');
    for (let end = parts.length; end > 0; end -= 1) {
      const joined = parts.slice(0, end).join('');
      const length = lengths[joined.slice(0, 2)];
      if (
        (length === undefined ? joined.length < 15 || joined.length > 34 : joined.length !== length) ||
        !ibanHolds(joined)
      )
        continue;
      found.push(joined);
      break;
    }
  }
  return found;
}

/** Do the check digits of this IBAN hold? */
export function ibanHolds(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = [...moved].map((char) => (/\d/.test(char) ? char : String(char.charCodeAt(0) - 55))).join('');
  return BigInt(digits) % 97n === 1n;
}
