import type { Paper } from './paper.ts';
import { ibansIn } from './tax-ids.ts';

/** Where companies of a legal form sit; of others it is not told. */
const homes: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:GmbH|mbH|AG|KG|OHG|e\. ?K\.?)$/u, 'DE AT CH LI LU'],
  [/(?<!\p{L})(?:ApS|A\/S|I\/S|K\/S)$/u, 'DK'],
  [/(?<!\p{L})(?:Ltd\.?|Limited|LLP|PLC)$/iu, 'GB IE MT CY'],
  [/(?<!\p{L})(?:SARL|SAS|SASU|EURL|S\.A\.R\.L\.?|S\.A\.S\.)$/iu, 'FR LU BE CH MC MA TN'],
  [/(?<!\p{L})(?:B\.?V\.?|N\.?V\.?|V\.O\.F\.)$/u, 'NL BE'],
  [/(?<!\p{L})(?:S\.?r\.?l\.?s?|S\.?p\.?A\.?|S\.n\.c\.)$/iu, 'IT SM RO BE'],
  [/(?<!\p{L})(?:Sp\. ?z ?o\. ?o\.?|Sp\. ?[jk]\.)$/iu, 'PL'],
  [/(?<!\p{L})Lda\.?$/iu, 'PT'],
  [/(?<!\p{L})(?:S\.?L\.?U?\.?|S\.A\.U\.)$/u, 'ES'],
  [/(?<!\p{L})(?:AB|HB)$/u, 'SE FI'],
  [/(?<!\p{L})Oyj?$/iu, 'FI'],
  [/(?<!\p{L})d\.o\.o\.?$/iu, 'SI HR BA RS'],
  [/(?<!\p{L})s\. ?r\. ?o\.?$/iu, 'CZ SK'],
  [/(?<!\p{L})(?:Kft|Zrt|Bt)\.?$/iu, 'HU'],
];

/** Does the company sit where the account is kept that the money goes to? `null` when either is not told. */
export function banksAtHome(name: string, countries: ReadonlySet<string>): boolean | null {
  const home = homes.find(([form]) => form.test(name))?.[1];
  if (home === undefined || countries.size !== 1) return null;
  return home.split(' ').some((country) => countries.has(country));
}

/** The countries of the accounts on the paper. */
export const accountCountries = (paper: Paper): ReadonlySet<string> =>
  new Set(paper.lines.flatMap(({ text }) => ibansIn(text.replace(/\s+/g, ' ')).map((iban) => iban.slice(0, 2))));
