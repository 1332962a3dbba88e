import { type DecimalSign, parseAmount } from '../interpret/amounts.ts';
import { type Currency, isCurrency } from '../money.ts';

/** An amount as a cell holds it: a plain decimal with its sign, and the mark of its currency as written, if any. */
export type AmountCell = { readonly decimal: string; readonly mark: string | null };

const marks: Readonly<Record<string, Currency>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  R$: 'BRL',
  '¥': 'JPY',
  '₹': 'INR',
  '₺': 'TRY',
  '₩': 'KRW',
  '₪': 'ILS',
  '฿': 'THB',
  ZŁ: 'PLN',
  ZL: 'PLN',
  FR: 'CHF',
  SFR: 'CHF',
  EURO: 'EUR',
  EUROS: 'EUR',
};

const dollars = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']);

/**
 * The currency that a code or a mark names; `null` for anything else, and for “kr”, which does not say whose.
 * A bare “$” is the dollar of `usual` where that is one.
 */
export function currencyNamed(text: string, usual: Currency | null = null): Currency | null {
  if (isCurrency(text)) return text;
  const name = text.trim().toUpperCase().replace(/\.$/, '');
  if (name === '$' && usual !== null && dollars.has(usual)) return usual;
  return marks[name] ?? (isCurrency(name) ? name : null);
}

const plain = /^-?\d{1,15}(?:\.\d{1,2})?$/;
/** Thousands stand in groups of three, or as in India; a date with points does not. */
const grouped = /^(?:\d*|\d{1,3}(?:[.,'’]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:[.,]\d+)?$/;
const minus = /[-–−﹣－]/;
const shape =
  /^(?<open>\()?(?<early>[-–−+])?(?<before>[^\d().,\s-]{1,5}\.?)?(?<late>[-–−+(])?(?<digits>[\d.,'’]*\d)(?<sides>[-–−])?(?<after>(?![CD]R$)[^\d().,\s-]{1,5}\.?)?(?<behind>[-–−])?(?<close>\))?(?<side>CR|DR)?$/iu;

/** Reads an amount in any notation of people: `(260.00)`, `-£1,234.50`, `1.234,56-`, `1'234.50`, `€ 12,00`, `12.00 CR`. `null` when it is none. */
export function amountCell(text: string, decimal: DecimalSign): AmountCell | null {
  if (plain.test(text)) return { decimal: text, mark: null };
  if (text.length > 60) return null;
  // in a table every blank within an amount parts thousands or the mark
  const parts = shape.exec(text.replace(/[\s\u00a0\u202f]/gu, ''))?.groups;
  if (!parts) return null;
  const written = parts.digits ?? '';
  const digits = grouped.test(written) ? parseAmount(written, decimal) : null;
  const mark = parts.before ?? parts.after ?? null;
  const [before, after] = [parts.before, parts.after];
  if (digits === null || (before !== undefined && after !== undefined)) return null;
  if (mark !== null && currencyNamed(mark) === null && !/^kr\.?$/i.test(mark)) return null;
  const bracketed = parts.open === '(' || parts.late === '(';
  if (bracketed !== (parts.close === ')')) return null;
  const signs = [parts.early, parts.late, parts.sides, parts.behind].some((sign) => sign && minus.test(sign));
  const negative = signs || bracketed || parts.side?.toUpperCase() === 'CR';
  return { decimal: negative && /[1-9]/.test(digits) ? `-${digits}` : digits, mark };
}

/** The decimal sign that the amounts of a column prove; `null` when they leave it open or contradict one another. */
export function decimalOf(cells: Iterable<string>): DecimalSign | null {
  const seen = { '.': 0, ',': 0 };
  for (const cell of cells) {
    const sign = provedBy(cell);
    if (sign) seen[sign] += 1;
  }
  if (seen['.'] > seen[','] * 4) return '.';
  return seen[','] > seen['.'] * 4 ? ',' : null;
}

function provedBy(cell: string): DecimalSign | null {
  const digits =
    /\d[\d.,'’\s]*/u
      .exec(cell)?.[0]
      ?.replace(/[^\d.,]/g, '')
      .replace(/[.,]$/, '') ?? '';
  const signs = digits.replace(/\d/g, '');
  const last = signs.at(-1);
  if (last !== '.' && last !== ',') return null;
  const other = last === '.' ? ',' : '.';
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other; // 1.234.567
  const at = digits.indexOf(last);
  const open = digits.length - at - 1 === 3 && at <= 3 && !digits.startsWith('0');
  return open ? null : last;
}
