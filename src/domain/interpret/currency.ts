import { type Currency, isCurrency } from '../money.ts';
import type { Field } from '../reading.ts';
import { countriesIn, currencyOf } from './country.ts';
import type { Line } from './lines.ts';

/** What a mark can mean; the first is meant when the paper does not tell its country. */
const marks: readonly { readonly shape: RegExp; readonly means: readonly Currency[] }[] = [
  { shape: /€|\beuros?\b/giu, means: ['EUR'] },
  { shape: /£/gu, means: ['GBP'] },
  { shape: /\bRM(?= ?\d|\b)/gu, means: ['MYR'] },
  { shape: /₹|\bRs\.?(?= ?\d|\b)/gu, means: ['INR'] },
  { shape: /zł|\bzl\b/giu, means: ['PLN'] },
  { shape: /\bCHF\b|\bSFr\b|\bFr\.(?= ?\d)/gu, means: ['CHF'] },
  { shape: /(?<=\d ?)[Kk]r\b|(?<=\d[.,]\d\d ?)KR\b|\b[Kk]r\.?(?= ?\d)/gu, means: ['SEK', 'NOK', 'DKK'] }, // "5 KR" are crates
  { shape: /\bUS ?\$|\bU\.S\. dollars?\b|\bUS dollars?\b/giu, means: ['USD'] },
  { shape: /\b(?:CA|C|CDN) ?\$/giu, means: ['CAD'] },
  { shape: /\b(?:AU|A) ?\$/gu, means: ['AUD'] },
  { shape: /\b(?:SG|S) ?\$/gu, means: ['SGD'] },
  { shape: /\bNZ ?\$/giu, means: ['NZD'] },
  { shape: /\bHK ?\$/giu, means: ['HKD'] },
  { shape: /\bR\$/gu, means: ['BRL'] },
  {
    shape: /(?<!\b(?:US|CA|C|CDN|AU|A|SG|S|NZ|HK|R) ?)\$/gu,
    means: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'CLP', 'COP', 'ARS'],
  },
  { shape: /¥|円/gu, means: ['JPY', 'CNY'] },
  { shape: /₺/gu, means: ['TRY'] },
  { shape: /₩/gu, means: ['KRW'] },
  { shape: /₪/gu, means: ['ILS'] },
  { shape: /฿/gu, means: ['THB'] },
];

/** A mark of several countries (“$”, “kr”) on a paper that names none of them is a guess, and asked about. */
const notSure = 0.8;

/** The document's currency: by marks and codes, an ambiguous mark by the country, without any mark by the country alone. */
export function currencyIn(lines: readonly Line[], scanned: boolean, home?: Currency): Field<Currency> | null {
  const text = lines.map((line) => line.text).join('\n');
  const spoken = countriesIn(text);
  const moneyOf = (code: Currency) =>
    [...spoken].filter(([country]) => currencyOf(country) === code).reduce((sum, [, weight]) => sum + weight, 0);
  const votes = new Map<Currency, number>();
  const named = new Set<Currency>();
  const vote = (code: Currency, weight: number) => votes.set(code, (votes.get(code) ?? 0) + weight);
  for (const { shape, means } of marks) {
    const count = text.match(shape)?.length ?? 0;
    if (count === 0) continue;
    const [meant = ''] = means.toSorted((a, b) => moneyOf(b) - moneyOf(a));
    if (means.length === 1) named.add(meant);
    vote(meant, Math.min(count, 8) * (means.length > 1 ? 0.9 : 1) * (scanned ? 0.6 : 1));
  }
  for (const [code] of text.matchAll(
    /(?<=\d[ -]?)[A-Z]{3}(?![A-Za-z])|(?<![A-Za-z])[A-Z]{3}(?= ?[-(]?\d)|(?<=[(:/] ?)[A-Z]{3}(?=\)|$)/gm,
  ))
    if (common.has(code) && isCurrency(code)) {
      named.add(code);
      vote(code, 1.5);
    }
  for (const [code] of text.matchAll(
    /(?<![A-Za-z])(?:EUR|USD|GBP|CHF|PLN|CAD|AUD|MYR|SGD|INR|SEK|NOK|DKK|CZK)(?![A-Za-z])/g,
  )) {
    named.add(code);
    vote(code, 0.6);
  }
  if (scanned)
    for (const code of new Set([...spoken.keys()].map(currencyOf))) if (code && moneyOf(code) >= 2) vote(code, 1);
  const ranked = [...votes].map(([code, weight]) => [code, weight + Math.min(moneyOf(code), 2) * 0.5] as const);
  const [best, second] = ranked.toSorted((a, b) => b[1] - a[1]);
  if (best) {
    const [code, weight] = best;
    const plain = named.has(code) || moneyOf(code) > 0;
    return {
      value: code,
      confidence: Math.min(plain ? 1 : notSure, sureness(weight, second?.[1] ?? 0, moneyOf(code))),
    };
  }
  const [place] = [...spoken].toSorted((a, b) => b[1] - a[1]);
  const code = place && currencyOf(place[0]);
  if (code) return { value: code, confidence: Math.min(0.7, 0.4 + (place?.[1] ?? 0) * 0.1) };
  return home ? { value: home, confidence: 0.3 } : null;
}

/** Codes that are seldom a word; any other one (ALL, TOP, CUP…) is not believed from print. */
const common = new Set(
  'EUR USD GBP CHF CAD AUD NZD SGD HKD MYR INR JPY CNY PLN SEK NOK DKK CZK HUF RON BGN TRY ZAR BRL MXN CLP COP ARS PEN AED SAR THB IDR PHP KRW ILS KWD TND ISK RUB UAH'.split(
    ' ',
  ),
);

function sureness(best: number, second: number, country: number): number {
  if (second > best * 0.6) return 0.6;
  return Math.min(0.99, 0.85 + Math.min(best, 5) * 0.02 + (country > 0 ? 0.05 : 0));
}
