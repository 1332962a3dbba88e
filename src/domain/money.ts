import { Fault } from './fault.ts';

/** An ISO 4217 code in capitals. */
export type Currency = string;

/** An exact amount: `minor` counts the currency's smallest unit (cents; yen; fils). */
export type Money = { readonly minor: bigint; readonly currency: Currency };

/** Currencies whose minor unit is not a hundredth; every other one has 2 digits. https://www.iso.org/iso-4217-currency-codes.html */
const digits: Readonly<Record<Currency, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Those currencies, with how many of their minor units make one whole: for SQL, which knows no currencies. Every other one has 100. */
export const oddUnits: Readonly<Record<Currency, number>> = Object.fromEntries(
  Object.entries(digits).map(([currency, places]) => [currency, 10 ** places]),
);

/** How many digits follow the decimal point in this currency; 2 when the currency is not known. */
export const minorDigits = (currency: Currency | null): number => (currency === null ? 2 : (digits[currency] ?? 2));

const known = new Set(Intl.supportedValuesOf('currency'));

/** Is this the code of a currency in ISO 4217? Case counts: codes are capitals. */
export const isCurrency = (code: string): boolean => known.has(code);

/**
 * Reads a plain decimal ("-1234.5") into minor units, exactly. More digits than the currency has are rounded half away from zero.
 * Throws `Fault('invalid')` for anything else; notations of people (1.234,50) are `parseAmount`'s.
 */
export function toMinor(decimal: string, currency: Currency | null): bigint {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim());
  if (!match) throw new Fault('invalid', `“${decimal}” is not an amount; write it like 1234.50.`);
  const [, sign, whole = '0', fraction = ''] = match;
  const places = minorDigits(currency);
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const rounded = (fraction[places] ?? '0') >= '5' ? kept + 1n : kept;
  return sign === '-' ? -rounded : rounded;
}

/** The amount as a plain decimal string: `-1234.50`; what JSON and CSV carry. */
export function toDecimal(minor: bigint, currency: Currency | null): string {
  const places = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const sign = minor < 0n ? '-' : '';
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** The amount as a person in `locale` reads it: `€1,234.50`. Exact for any size: the formatter is given the decimal string. */
export function formatMoney({ minor, currency }: Money, locale = 'en-GB'): string {
  const decimal = toDecimal(minor, currency);
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(locale, style).format(decimal as `${number}`); // Intl formats decimal strings without a float between
}
