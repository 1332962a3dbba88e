import { addDays, type IsoDate } from './calendar.ts';

/** A calendar month as one number, so that months can be added and compared: year times 12 plus the month from 0. */
export type MonthNumber = number;

export const monthNames = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const monthOf = (day: IsoDate): MonthNumber => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The month as `YYYY-MM`. */
export const monthText = (month: MonthNumber): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

export const firstDay = (month: MonthNumber): IsoDate => `${monthText(month)}-01`;
export const lastDay = (month: MonthNumber): IsoDate => addDays(firstDay(month + 1), -1);

/** The month as people write it: "October 2026". */
export const monthName = (month: MonthNumber): string => `${monthNames[month % 12]} ${Math.floor(month / 12)}`;

/** How people name these days: "2026", "Q2 2026", "January to March 2026", "5 January to 7 February 2026". */
export function describe(from: IsoDate, to: IsoDate): string {
  const [first, last] = [monthOf(from), monthOf(to)];
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (from === firstDay(first) && to === lastDay(last)) {
    if (first === last) return monthName(first);
    if (first % 12 === 0 && last % 12 === 11)
      return sameYear ? from.slice(0, 4) : `${from.slice(0, 4)} to ${to.slice(0, 4)}`;
    if (first % 3 === 0 && last === first + 2) return `Q${(first % 12) / 3 + 1} ${from.slice(0, 4)}`;
    return `${sameYear ? monthNames[first % 12] : monthName(first)} to ${monthName(last)}`;
  }
  const end = `${Number(to.slice(8))} ${monthName(last)}`;
  if (from === to) return end;
  const day = `${Number(from.slice(8))}`;
  if (first === last) return `${day} to ${end}`;
  return `${day} ${sameYear ? monthNames[first % 12] : monthName(first)} to ${end}`;
}
