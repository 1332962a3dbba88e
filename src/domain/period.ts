import { addDays, type IsoDate } from './calendar.ts';
import { describe, firstDay, lastDay, monthOf } from './months.ts';
import { type Place, placeIn } from './place.ts';

/** Days from `from` to `to`, both included; `says` is how people name it: "October 2026", "last 90 days". */
export type Period = { readonly from: IsoDate; readonly to: IsoDate; readonly says: string };

/** Everything there is: nobody has invoices from outside these years. */
export const allTime: Period = { from: '1900-01-01', to: '2199-12-31', says: 'all time' };

const days = (from: IsoDate, to: IsoDate): Period => ({ from, to, says: describe(from, to) });

/**
 * What a person means by "last quarter", "2026-03", "jan to mar", "since march" or "last 90 days" on the day `today`; null when it names no period.
 * A month or quarter without a year is the latest that has begun. Whole months stay whole, also the one that is running.
 */
export function parsePeriod(words: string, today: IsoDate): Period | null {
  const text = plain(words);
  return named(text, today) ?? counted(text, today) ?? single(text, today) ?? range(text, today) ?? since(text, today);
}

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[“”„"'‘’,]/g, ' ')
    .replaceAll(/\b(the|in|for|during|of)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

function named(text: string, today: IsoDate): Period | null {
  const month = monthOf(today);
  if (/^(all|all time|all-time|everything|ever)$/.test(text)) return allTime;
  if (/^(ytd|year to date|this year so far)$/.test(text)) {
    return { from: firstDay(month - (month % 12)), to: today, says: `${today.slice(0, 4)} to date` };
  }
  if (/^(qtd|quarter to date|this quarter so far)$/.test(text)) return days(firstDay(month - (month % 3)), today);
  if (/^(mtd|month to date|this month so far)$/.test(text)) return days(firstDay(month), today);
  return null;
}

/** "this month", "last quarter", "last 12 months". With a number the running one is among them, so that `last 12 months` ends today's month. */
function counted(text: string, today: IsoDate): Period | null {
  const match = /^(this|current|last|past|previous) (?:(\d{1,3}) )?(day|week|month|quarter|year)s?$/.exec(text);
  const [, which, number, unit] = match ?? [];
  const running = which === 'this' || which === 'current';
  if (!unit || (number && (running || Number(number) === 0))) return null;
  const count = Number(number ?? 1);
  const { from, to } = back(unit, count, running || number ? 0 : 1, today);
  return count > 1 ? { from, to, says: `last ${count} ${unit}s` } : days(from, to);
}

/** `count` units, the last of them `ago` units before the running one. Weeks begin on Monday. */
function back(unit: string, count: number, ago: number, today: IsoDate): { from: IsoDate; to: IsoDate } {
  if (unit === 'day') return { from: addDays(today, 1 - count - ago), to: addDays(today, -ago) };
  if (unit === 'week') {
    const sunday = addDays(today, ((7 - new Date(today).getUTCDay()) % 7) - 7 * ago);
    return { from: addDays(sunday, 1 - 7 * count), to: sunday };
  }
  const size = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1;
  const next = monthOf(today) - (monthOf(today) % size) + size * (1 - ago);
  return { from: firstDay(next - size * count), to: lastDay(next - 1) };
}

const startOf = (place: Place, year: number): IsoDate => place.day ?? firstDay(year * 12 + place.month);
const endOf = (place: Place, year: number): IsoDate => place.day ?? lastDay(year * 12 + place.month + place.months - 1);

/** The year in which this place last began. */
function latestYear(place: Place, today: IsoDate): number {
  const year = Number(today.slice(0, 4));
  return startOf(place, year) <= today ? year : year - 1;
}

function single(text: string, today: IsoDate): Period | null {
  const place = placeIn(text, today);
  if (!place) return null;
  const year = place.year ?? latestYear(place, today);
  return days(startOf(place, year), endOf(place, year));
}

function range(text: string, today: IsoDate): Period | null {
  for (const [first, last] of halves(text.replace(/^(from|between) /, ''))) {
    const [a, b] = [inYearOf(last, first, today), placeIn(last, today)];
    if (!a || !b) continue;
    const wraps = a.month > b.month ? 1 : 0;
    const end = b.year ?? (a.year === null ? latestYear(wraps ? b : a, today) : a.year + wraps);
    const [from, to] = [startOf(a, a.year ?? end - wraps), endOf(b, end)];
    return from <= to ? days(from, to) : null;
  }
  return null;
}

/** The first end of a range: "17 march to 9 october 2025" begins in 2025 as well, "17 november to 9 march 2025" the year before. */
function inYearOf(last: string, first: string, today: IsoDate): Place | null {
  const year = Number(/\b(?:19|20|21)\d\d\b/.exec(last)?.[0]);
  const [plain, end] = [placeIn(first, today), placeIn(last, today)];
  if (!year || !plain?.day || !end || /\d{4}|today|now|date|yesterday/.test(first)) return plain;
  const same = placeIn(`${first} ${year}`, today);
  return same && startOf(same, year) <= endOf(end, year) ? same : placeIn(`${first} ${year - 1}`, today);
}

/** Every way to see two ends in the text; a hyphen may also be part of one end. */
function halves(text: string): [string, string][] {
  const found: [string, string][] = [];
  for (const match of text.matchAll(/ (?:to|until|till|through|thru|and) | ?\.{2,3} ?| ?- ?/g)) {
    found.push([text.slice(0, match.index), text.slice(match.index + match[0].length)]);
  }
  return found;
}

function since(text: string, today: IsoDate): Period | null {
  const start = /^(?:since|from) (.+)$/.exec(text)?.[1];
  const period = start === undefined ? null : parsePeriod(start, today);
  if (!period || period.from > today) return null;
  return { from: period.from, to: today, says: `since ${period.says}` };
}

/**
 * The comparable period before: as many months when it is made of whole months, the same days a year or months earlier when it runs from the first of a month, else as many days.
 * With `today`, a period that is still running is compared with the same days of the one before, not with the whole of it.
 */
export function periodBefore({ from, to }: Period, today: IsoDate = to): Period {
  const end = from <= today && today < to ? today : to;
  const [first, last] = [monthOf(from), monthOf(to)];
  if (from !== firstDay(first)) {
    const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
    return days(addDays(from, -length), addDays(end, -length));
  }
  const whole = to === lastDay(last);
  const count = last - first + 1;
  const shift = !whole && first % 12 === 0 ? Math.ceil(count / 12) * 12 : count;
  const latest = lastDay(monthOf(end) - shift);
  const same = `${latest.slice(0, 8)}${end.slice(8)}`;
  return days(firstDay(first - shift), end === lastDay(monthOf(end)) || same > latest ? latest : same);
}
