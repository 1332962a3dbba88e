import { ibansIn, vatIdsIn } from './tax-ids.ts';

/** Signs in the print that tell the country of the paper: names, legal forms, tax words. ISO 3166 codes. */
const signs: Readonly<Record<string, RegExp>> = {
  US: /\b(?:United States|U\.?S\.?A\.?)\b|\b(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?\b|\bSales Tax\b/u,
  CA: /\bCanada\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bHST\b|\bQST\b/u,
  AU: /\bAustralia\b|\bABN\b|\b(?:NSW|VIC|QLD|TAS)\b \d{4}\b|\bPty\.? Ltd/u,
  NZ: /\bNew Zealand\b|\bNZ\b|\bNZBN\b|\bGST (?:No|Number|Reg)\.?:? ?\d{2,3}-\d{3}-\d{3}\b|\b\d{2}-\d{4}-\d{7}-\d{2,3}\b/u,
  SG: /\bSingapore\b|\bPte\.? Ltd/iu,
  MY: /\bMalaysia\b|\bSdn\.? ?Bhd\b|\bKuala Lumpur\b|\bSelangor\b|\bJalan\b|\bJohor\b|\bRM ?\d/iu,
  HK: /\bHong Kong\b/u,
  IN: /\bIndia\b|\bGSTIN\b|\bCGST\b|\bPvt\.? ?Ltd\b|\bRs\.? ?\d/u,
  GB: /\bUnited Kingdom\b|\bEngland\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bVAT (?:Reg|No)/u,
  CH: /\bSchweiz\b|\bSuisse\b|\bSwitzerland\b|\bCHE-/u,
  MX: /\bMéxico\b|\bRFC\b/u,
  BR: /\bBrasil\b|\bCNPJ\b/u,
  CL: /\bChile\b|\bR\.?U\.?T\.?:? ?\d{1,2}\.\d{3}\.\d{3}-[\dkK]\b|\bS\.I\.I\./u,
  CO: /\bColombia\b|\bBogotá\b|\bDIAN\b|\bNIT:? ?\d{3}\.\d{3}\.\d{3}-\d\b/u,
  AR: /\bArgentina\b|\bC\.?U\.?I\.?T\.?\b|\bAFIP\b/u,
  PE: /\bPerú\b|\bSUNAT\b/u,
  SE: /\bSverige\b|\bSweden\b|\bOrg\.? ?nr\.? ?\d{6}-\d{4}|\b(?:Bankgiro|Plusgiro|F-skatt|[Ff]örfallodatum|Att betala)\b/u,
  NO: /\bNorge\b|\bNorway\b|\bMVA\b|\b[Ff]orfallsdato\b|\bKID\b/u,
  DK: /\bDanmark\b|\bDenmark\b|\bCVR\b|\bApS\b|\b[Ff]orfaldsdato\b|\bi alt\b/u,
  PL: /\bPolska\b|\bNIP\b|(?<!\p{L})zł(?!\p{L})/u,
  DE: /\bDeutschland\b|\bGermany\b|\bMwSt\b|\bUSt\b|\bGmbH\b/u,
  AT: /(?<!\p{L})Österreich\b|\bAustria\b/u,
  FR: /\bFrance\b|\bSIRET\b|\bTVA\b|\bRCS\b/u,
  ES: /\bEspaña\b|\bCIF\b|\bIVA\b/u,
  IT: /\bItalia\b|\bPartita IVA\b|\bP\. ?IVA\b/u,
  NL: /\bNederland\b|\bKvK\b|\bBTW\b/iu,
  BE: /\bBelgi[ëeu]|\bBelgique\b/u,
  PT: /\bPortugal\b|\bContribuinte\b/u,
  IE: /\bIreland\b|\bDublin\b/u,
  ZA: /\bSouth Africa\b|\(Pty\)/u,
  AE: /\bDubai\b|\bU\.?A\.?E\.?\b/u,
};

const currencies: Readonly<Record<string, string>> = {
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  MY: 'MYR',
  HK: 'HKD',
  IN: 'INR',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  MX: 'MXN',
  BR: 'BRL',
  CL: 'CLP',
  CO: 'COP',
  AR: 'ARS',
  PE: 'PEN',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  BG: 'EUR',
  ZA: 'ZAR',
  AE: 'AED',
  TR: 'TRY',
  JP: 'JPY',
}; // prettier-ignore
const euro = [
  'DE',
  'AT',
  'FR',
  'ES',
  'IT',
  'NL',
  'BE',
  'PT',
  'IE',
  'FI',
  'EE',
  'GR',
  'EL',
  'LU',
  'LV',
  'LT',
  'SI',
  'SK',
  'MT',
  'CY',
  'HR',
];

/** The money of a country; `null` when Penny does not know it. */
export const currencyOf = (country: string): string | null =>
  currencies[country] ?? (euro.includes(country) ? 'EUR' : null);

/** How much each country speaks from the text: one for each kind of sign, two for a tax number or an IBAN. */
export function countriesIn(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (country: string, weight: number) => found.set(country, (found.get(country) ?? 0) + weight);
  for (const [country, sign] of Object.entries(signs)) {
    const count = text.match(new RegExp(sign.source, `${sign.flags}g`))?.length ?? 0;
    if (count > 0) add(country, Math.min(count, 3));
  }
  for (const { value } of vatIdsIn(text)) add(value.startsWith('CHE') ? 'CH' : value.slice(0, 2), 2);
  for (const iban of ibansIn(text)) add(iban.slice(0, 2), 2);
  return found;
}
