import { type Currency, toMinor } from '../money.ts';
import type { Segment, Token } from './lines.ts';

/** Which sign parts the fraction from the whole in this document. */
export type DecimalSign = '.' | ',';

/** How this document writes its amounts. `null`: it does not tell. */
export type AmountStyle = { readonly sign: DecimalSign | null; readonly currency: Currency | null };

/** An amount as printed, where it stands, and what it is worth in minor units. */
export type Amount = {
  readonly minor: bigint;
  /** The plain decimal, with all digits printed. */
  readonly decimal: string;
  readonly text: string;
  /** How many digits follow the decimal sign. */
  readonly places: number;
  /** A currency mark stands beside it. */
  readonly marked: boolean;
  readonly percent: boolean;
  readonly segment: Segment;
  readonly tokens: readonly Token[];
  readonly left: number;
  readonly right: number;
};

const mark = String.raw`(?:[$€£¥₹₽₩₺₫₴₦฿₱]|zł|zl|kr\.?|r\$|rm|rs\.?|chf|fr\.?|[a-z]{2}\$|(?:eur|usd|gbp|cad|aud|nzd|sgd|myr|inr|pln|sek|nok|dkk|czk|huf|jpy|cny|hkd|brl|mxn|zar|thb|idr|php|aed|sar|try|ron|bgn|rub|ils|krw|kwd|tnd)\b|euros?\b)`;
const before = new RegExp(`(?:^|[\\s(\\-+:=/]|(?<=\\d))${mark}\\s*[-(–−]?\\s*$`, 'iu');
const after = new RegExp(`^\\s*${mark}(?![\\p{L}])`, 'iu');
const grouped = String.raw`\d{1,3}(?:[ '’.,]\d{3})+(?:[.,]\d{1,4})?`;
const indian = String.raw`\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?`;
const plain = String.raw`\d+(?:[.,]\d{1,6})?|[.,]\d{2}`;
const glued = String.raw`(?<=(?<!\p{L})(?:rm|rs\.?|eur|usd|gbp|chf|cad|aud|nzd|sgd|myr|inr|pln|sek|nok|dkk|czk|r\$|fr\.))`;
const number = new RegExp(
  `(?:(?<![\\p{L}\\d.,/#_])(?<![\\p{L}\\d][-–:])|${glued})(?:${indian}|${grouped}|${plain})(?![\\d/_]|[.,:-]\\d|\\p{L}{3}|(?:k?g|m[lm]?|c[lm]|l|x|kwh|h)(?!\\p{L}))`,
  'giu',
);

/**
 * A written number as a plain decimal without sign; `null` when it is none. `12,345` and `1.234` are read by `sign`,
 * as thousands when that is not known. A lone group of three after a zero (`0,125`) is a fraction anyway.
 */
export function parseAmount(text: string, sign: DecimalSign | null = null): string | null {
  const digits = text.replace(/[\s'’]/gu, '');
  if (!/^\d*(?:[.,]\d+)*$/.test(digits) || !/\d/.test(digits)) return null;
  const at = decimalAt(digits, sign);
  const whole = (at < 0 ? digits : digits.slice(0, at)).replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return at < 0 ? whole : `${whole || '0'}.${digits.slice(at + 1)}`;
}

/** Index of the decimal sign, -1 when every sign parts thousands. */
function decimalAt(digits: string, sign: DecimalSign | null): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return -1;
  const own = digits[last] ?? '';
  const after = digits.length - last - 1;
  const kinds = new Set(digits.replace(/\d/g, ''));
  if (kinds.size === 2) return last;
  if (digits.indexOf(own) !== last) return after === 3 ? -1 : last;
  if (after !== 3 || last === 0 || last > 3 || digits.startsWith('0')) return last;
  return sign === own ? last : -1;
}

/** Which decimal sign the certain amounts of these texts show; `null` when none or both do. */
export function decimalSign(texts: readonly string[]): DecimalSign | null {
  const seen = { '.': 0, ',': 0 };
  for (const text of texts) {
    for (const [found] of text.matchAll(number)) {
      const match =
        /([.,])\d{2}$/.exec(found) ?? (/^\d{1,3}(?:\.\d{3}){1,},\d+$|^\d+,\d{1}$/.test(found) ? [',', ','] : null);
      if (match?.[1] === '.' || match?.[1] === ',') seen[match[1]] += 1;
    }
  }
  if (seen['.'] > seen[','] * 2) return '.';
  return seen[','] > seen['.'] * 2 ? ',' : null;
}

/** Letters that OCR sees for digits, put right in words that look like amounts; and blanks that it sees within one. */
export function withoutSlips(text: string): string {
  const spelled = text.replace(
    /(?<![\p{L}\d])[-(]?[$€£]?[\dOoIlSB|]+(?:[.,][\dOoIlSB|]{2,3})+(?![\p{L}\d])/gu,
    (word) =>
      /\d/.test(word) ? word.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1').replace(/S/g, '5').replace(/B/g, '8') : word,
  );
  return spelled.replace(/(\d)([.,]) (\d{2})(?!\d)/g, '$1$2$3').replace(/(\d) ([.,])(\d{2})(?!\d)/g, '$1$2$3');
}

/** Every amount of a segment, left to right; percentages too, marked as such. Dates, times and numbers with letters are none. */
export function amountsIn(segment: Segment, style: AmountStyle, scanned: boolean): readonly Amount[] {
  const text = scanned ? withoutSlips(segment.text) : segment.text;
  const found: Amount[] = [];
  for (const match of text.matchAll(number)) {
    for (const piece of apart(match[0], match.index, segment, text)) {
      const amount = amountAt(piece.text, piece.at, text, segment, style);
      if (amount) found.push(amount);
    }
  }
  return found;
}

type Piece = { readonly text: string; readonly at: number };

/** "3 180,00" is one number when the blank is narrow, else a quantity and a price. */
function apart(text: string, at: number, segment: Segment, whole: string): readonly Piece[] {
  if (!text.includes(' ')) return [{ text, at }];
  const parts: Piece[] = [];
  let from = 0;
  for (let index = text.indexOf(' '); index >= 0; index = text.indexOf(' ', index + 1)) {
    if (gapAfter(segment, at + index, whole) > Math.max(segment.height * 0.5, letterOf(segment) * 1.4)) {
      parts.push({ text: text.slice(from, index), at: at + from });
      from = index + 1;
    }
  }
  return [...parts, { text: text.slice(from), at: at + from }];
}

/** The usual width of a letter: a blank of a typewriter's font is as wide. */
const letterOf = (segment: Segment): number =>
  segment.tokens.reduce((sum, token) => sum + token.right - token.left, 0) /
  segment.tokens.reduce((sum, token) => sum + token.text.length, 0);

function gapAfter(segment: Segment, index: number, whole: string): number {
  if (whole !== segment.text) return 0;
  let position = 0;
  for (const [at, token] of segment.tokens.entries()) {
    position += token.text.length;
    const next = segment.tokens[at + 1];
    if (position === index && next) return next.left - token.right;
    position += 1;
  }
  return 0;
}

function amountAt(text: string, at: number, whole: string, segment: Segment, style: AmountStyle): Amount | null {
  const decimal = parseAmount(text, style.sign);
  if (decimal === null || decimal.replace('.', '').length > 14) return null;
  const head = whole.slice(0, at);
  const tail = whole.slice(at + text.length);
  const percent = /^\s?[%％]/u.test(tail);
  if (/^\s?(?:°|x\b\d)/u.test(tail)) return null;
  const negative = isNegative(head, tail);
  const marked = before.test(head) || after.test(tail);
  const tokens = tokensAt(segment, at, at + text.length, whole);
  const value = toMinor(decimal, style.currency);
  return {
    minor: negative ? -value : value,
    decimal: negative && value !== 0n ? `-${decimal}` : decimal,
    text: whole.slice(Math.max(0, at - 1), at + text.length + 1).trim(),
    places: decimal.split('.')[1]?.length ?? 0,
    marked,
    percent,
    segment,
    tokens,
    left: Math.min(...tokens.map((token) => token.left)),
    right: Math.max(...tokens.map((token) => token.right)),
  };
}

/** A minus before or directly behind ("1.234,56-"), or brackets around. A dash amid text is none. */
function isNegative(head: string, tail: string): boolean {
  const signBefore = /(?:^|[\s(|:=€$£]|[A-Z]{3})[-–−]\s?(?:[^\s\d-]{1,3}\s?)?$/u.test(head);
  const bracketed =
    /\(\s?(?:[^\s\d()]{1,3}\s?)?$/u.test(head) &&
    /^\s?(?:[^\s\d()]{1,3})?\s?\)/u.test(tail) &&
    !/\p{L}{2,}\s?\($/u.test(head);
  const signAfter = /^[-–−](?![\d\p{L}])/u.test(tail) || /^\s?(?:CR|Cr)\b/u.test(tail);
  return signBefore || bracketed || signAfter;
}

/** The tokens that hold the characters `from`–`to` of the segment's text; all of them when OCR's slips moved the characters. */
function tokensAt(segment: Segment, from: number, to: number, whole: string): readonly Token[] {
  if (whole.length !== segment.text.length) return segment.tokens;
  let position = 0;
  const held = segment.tokens.filter((token) => {
    const start = position;
    position += token.text.length + 1;
    return start < to && start + token.text.length > from;
  });
  return held.length > 0 ? held : segment.tokens;
}
