import { type IsoDate, isDate } from '../calendar.ts';
import { monthLike, monthOf } from './month-names.ts';

/** In which order an all-number date is written. */
export type DateOrder = 'dmy' | 'mdy';

/** A date as printed. `mdy` is set only when month first gives another real day. */
export type FoundDate = {
  readonly text: string;
  readonly at: number;
  readonly dmy: IsoDate | null;
  readonly mdy: IsoDate | null;
  /** Written with numbers alone and the year last, so that its order may be in doubt. */
  readonly numeric: boolean;
};

const iso = (year: number, month: number, day: number): IsoDate | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= 1990 && year < 2100 && isDate(text) ? text : null;
};

const yearOf = (text: string): number => (text.length === 2 ? 2000 : 0) + Number(text.replace(/^['’]/, ''));

const word = String.raw`\p{L}{3,12}`;
const gap = String.raw`[\s.,\-–/']{0,3}`;
const patterns: readonly {
  readonly shape: RegExp;
  readonly read: (parts: readonly string[]) => readonly [IsoDate | null, IsoDate | null];
}[] = [
  {
    shape: /(?<!\d|\d[.,/-])((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d|[.,-]\d)/gu,
    read: ([y = '', m = '', d = '']) => [iso(Number(y), Number(m), Number(d)), null],
  },
  {
    shape:
      /(?<!\d|\d[.,/-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2}|\d{2})(?:(?!\d|[-/]\d|[.,]\d{2})|(?=\d{2}:\d{2}))/gu,
    read: ([a = '', , b = '', y = '']) => [iso(yearOf(y), Number(b), Number(a)), iso(yearOf(y), Number(a), Number(b))],
  },
  {
    shape: /(?<!\d|\+|\d[.,/ -])(\d{1,2}) (\d{1,2}) ((?:19|20)\d{2})(?! ?\d)/gu,
    read: ([a = '', b = '', y = '']) => [iso(Number(y), Number(b), Number(a)), iso(Number(y), Number(a), Number(b))],
  },
  {
    shape: new RegExp(
      String.raw`(?<![\d\p{L}])(\d{1,2})(?: ?(?:st|nd|rd|th|er|º|ª|\.º))?${gap}(?:de |di |d['’])?(${word})${gap}(?:de[l]? )?((?:19|20)\d{2}|['’]?\d{2})(?!\d|[:h]\d)`,
      'giu',
    ),
    read: ([d = '', m = '', y = '']) => [iso(yearOf(y.replace(/^['’]/, '')), monthOf(m) ?? 0, Number(d)), null],
  },
  {
    shape: new RegExp(
      String.raw`(?<!\p{L})(${word})${gap}(\d{1,2})(?:st|nd|rd|th)?\s?[,.\s\-/]{1,3}((?:19|20)\d{2}|['’]\d{2})(?!\d)`,
      'giu',
    ),
    read: ([m = '', d = '', y = '']) => [iso(yearOf(y.replace(/^['’]/, '')), monthOf(m) ?? 0, Number(d)), null],
  },
  {
    shape: /(?<!\p{L})(\p{Lu}{3,4}|\p{Lu}\p{Ll}{2,3})\.? (\d{1,2}),? (\d{2})(?!\d|[.,:/-]\d|\s?%)(?=\s|$)/gu,
    read: ([m = '', d = '', y = '']) => [
      Number(y) > 19 && Number(y) < 40 ? iso(yearOf(y), monthOf(m) ?? 0, Number(d)) : null,
      null,
    ],
  },
  {
    shape: new RegExp(String.raw`(?<!\d)((?:19|20)\d{2})[\s./-]{1,2}(${word})[\s./-]{1,2}(\d{1,2})(?!\d)`, 'giu'),
    read: ([y = '', m = '', d = '']) => [iso(Number(y), monthOf(m) ?? 0, Number(d)), null],
  },
  {
    shape: /(?<!\d)(\d{1,2})[-/](\p{L}[\p{L}\d]{2})[-/]((?:19|20)\d{2}|\d{2})(?!\d)/gu,
    read: ([d = '', m = '', y = '']) => [iso(yearOf(y), monthLike(m) ?? 0, Number(d)), null],
  },
  {
    // a slashed zero of a dot matrix printer is seen as an 8: 17/83/2817
    shape: /(?<!\d)(\d{1,2})[-/.]([08]\d)[-/.](2[08]\d{2})(?!\d)/gu,
    read: ([d = '', m = '', y = '']) => [
      iso(Number(`20${y.slice(2)}`), Number(`0${m.slice(1)}`), Number(d.replace(/^8/, '0'))),
      null,
    ],
  },
];

const compact = /(?<![\d\p{L}])(\d{8})(?![\d\p{L}])/gu;

/** Every date in a text, in any notation, in order. Without `compact`, eight bare digits are not taken for one. */
export function datesIn(text: string, options: { readonly compact?: boolean } = {}): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const { shape, read } of patterns) {
    const search = new RegExp(shape); // its own lastIndex
    for (let match = search.exec(text); match; match = search.exec(text)) {
      const [dmy, mdy] = read(match.slice(1));
      if (!add(found, match[0], match.index, dmy, mdy)) search.lastIndex = match.index + 1;
    }
  }
  if (options.compact) {
    for (const match of text.matchAll(compact)) {
      const digits = match[1] ?? '';
      const number = (from: number, to: number) => Number(digits.slice(from, to));
      const front = iso(number(0, 4), number(4, 6), number(6, 8));
      if (front) add(found, match[0], match.index, front, null);
      else
        add(
          found,
          match[0],
          match.index,
          iso(number(4, 8), number(2, 4), number(0, 2)),
          iso(number(4, 8), number(0, 2), number(2, 4)),
        );
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function add(found: FoundDate[], text: string, at: number, dmy: IsoDate | null, mdy: IsoDate | null): boolean {
  if (dmy === null && mdy === null) return false;
  if (found.some((other) => at < other.at + other.text.length && other.at < at + text.length)) return true;
  const other = mdy === dmy || (dmy !== null && text.includes('.')) ? null : mdy; // who writes points puts the day first
  const numeric = /^\d{1,2}\D+\d{1,2}\D+\d{2,4}$/.test(text);
  found.push({ text, at, dmy, mdy: other, numeric });
  return true;
}

/** The day that a found date means when all-number dates are written in `order`. */
export const dayIn = (date: FoundDate, order: DateOrder): IsoDate =>
  (order === 'mdy' ? (date.mdy ?? date.dmy) : (date.dmy ?? date.mdy)) ?? '';
