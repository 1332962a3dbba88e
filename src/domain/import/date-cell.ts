import { type IsoDate, isDate } from '../calendar.ts';
import { monthOf } from '../interpret/month-names.ts';
import type { DateOrder } from './columns.ts';

/** What a cell says: a day; a date that no calendar has; or no date at all. */
export type DateCell = { readonly day: IsoDate } | 'nonsense' | 'none';

const time = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?${time}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})${time}$`, 'i');
const dayMonth = new RegExp(
  String.raw`^(?:\p{L}+\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[-/. ]*(?:de |di |d['’])?(\p{L}{3,12})\.?[-/., ]*(?:del? )?['’]?(\d{4}|\d{2})${time}$`,
  'iu',
);
const monthDay = new RegExp(
  String.raw`^(?:\p{L}+\.?, )?(\p{L}{3,12})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+['’]?(\d{4}|\d{2})${time}$`,
  'iu',
);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^\d{5}(?:\.\d+)?$/;

/** Reads a date in any notation of a table; its numbers stand in `order`, decided for the whole column. A time of day is passed over. */
export function dateCell(text: string, order: DateOrder): DateCell {
  const first = yearFirst.exec(text);
  if (first) {
    const [, year, , second, third] = first;
    return order === 'ydm' ? dayOf(year, third, second) : dayOf(year, second, third);
  }
  const last = yearLast.exec(text);
  if (last) {
    const [, a, b, year] = last;
    return order === 'mdy' ? dayOf(year, a, b) : dayOf(year, b, a);
  }
  return named(text) ?? counted(text);
}

function named(text: string): DateCell | null {
  const [, day, word, year] = dayMonth.exec(text) ?? [];
  if (word !== undefined && monthOf(word) !== null) return dayOf(year, `${monthOf(word)}`, day);
  const [, name, date, when] = monthDay.exec(text) ?? [];
  if (name !== undefined && monthOf(name) !== null) return dayOf(when, `${monthOf(name)}`, date);
  return null;
}

/** Eight digits, or the count of days by which spreadsheets keep a date. */
function counted(text: string): DateCell {
  const [, year, month, day] = compact.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, day);
  if (!serial.test(text)) return 'none';
  const days = Math.floor(Number(text));
  if (days < earliest || days > latest) return 'none';
  return { day: new Date(epoch + days * 86_400_000).toISOString().slice(0, 10) };
}

/** Day 0 of spreadsheets, which believe in 29 February 1900; days of 1980 to 2099. */
const epoch = Date.UTC(1899, 11, 30);
const earliest = 29_221;
const latest = 73_050;

function dayOf(year = '', month = '', day = ''): DateCell {
  const century = year.length === 2 ? (Number(year) < 80 ? '20' : '19') : '';
  const iso = `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(iso.slice(0, 4)) >= 1970 && Number(iso.slice(0, 4)) < 2100 && isDate(iso) ? { day: iso } : 'nonsense';
}

/** How a column's dates prove their numbers to stand. `null`: they leave it open. */
export function orderOf(cells: Iterable<string>): {
  readonly first: 'ymd' | 'ydm' | null;
  readonly last: 'dmy' | 'mdy' | null;
  readonly seen: { readonly first: number; readonly last: number };
} {
  const votes = { ymd: 0, ydm: 0, dmy: 0, mdy: 0 };
  const seen = { first: 0, last: 0 };
  for (const cell of cells) {
    const front = yearFirst.exec(cell);
    const back = front ? null : yearLast.exec(cell);
    if (front) seen.first += 1;
    if (back) seen.last += 1;
    const [a, b] = front ? [Number(front[3]), Number(front[4])] : [Number(back?.[1] ?? 0), Number(back?.[2] ?? 0)];
    if (a > 12 && b <= 12) votes[front ? 'ydm' : 'dmy'] += 1;
    if (b > 12 && a <= 12) votes[front ? 'ymd' : 'mdy'] += 1;
    if (back && cell.includes('.')) votes.dmy += 1; // who writes points puts the day first
  }
  return { first: more(votes.ymd, votes.ydm, 'ymd', 'ydm'), last: more(votes.dmy, votes.mdy, 'dmy', 'mdy'), seen };
}

const more = <One, Other>(one: number, other: number, is: One, isOther: Other): One | Other | null =>
  one === other ? null : one > other ? is : isOther;
