import type { IsoDate } from '../../domain/calendar.ts';
import { firstDay, lastDay, type MonthNumber, monthOf } from '../../domain/months.ts';
import type { Period } from '../../domain/period.ts';
import { divided } from './words.ts';

type Days = Pick<Period, 'from' | 'to'>;

const dayOfMonth = (day: IsoDate): number => Number(day.slice(8));

/** A month's amount for each month of these days, and of a month that they cut its part by days; rounded once. */
export function planOf(monthMinor: bigint, { from, to }: Days): bigint {
  const [first, last] = [monthOf(from), monthOf(to)];
  const inFirst = BigInt(dayOfMonth(lastDay(first)));
  const inLast = BigInt(dayOfMonth(lastDay(last)));
  const before = BigInt(dayOfMonth(from) - 1);
  const after = inLast - BigInt(dayOfMonth(to));
  const months = BigInt(last - first + 1);
  return divided(monthMinor * (months * inFirst * inLast - before * inLast - after * inFirst), inFirst * inLast);
}

export const isRunning = ({ from, to }: Days, today: IsoDate): boolean => from <= today && today < to;

/** Days of the months before that stand for days to come, so many times. */
export type Like = Days & { readonly times: number };

/** So many months before today's say what is still to come. */
export const monthsBefore = 3;

/** The days of the three months before today's that are like those left of the period: the rest of the month, whole months, and the beginning of a month that it cuts. */
export function likeLeft(period: Period, today: IsoDate): readonly Like[] {
  if (!isRunning(period, today)) return [];
  const [now, last] = [monthOf(today), monthOf(period.to)];
  const end = period.to === lastDay(last) ? longestMonth : dayOfMonth(period.to);
  const left = today === lastDay(now) ? longestMonth + 1 : dayOfMonth(today) + 1;
  if (now === last) return inEach(now, left, end);
  const isCut = end < longestMonth;
  const whole = last - now - (isCut ? 1 : 0);
  return [
    ...inEach(now, left, longestMonth),
    ...(whole > 0 ? [{ from: firstDay(now - monthsBefore), to: lastDay(now - 1), times: whole }] : []),
    ...(isCut ? inEach(now, 1, end) : []),
  ];
}

const longestMonth = 31;

/** From one day of the month to another, in each of the months before; a shorter month ends sooner. */
function inEach(now: MonthNumber, from: number, to: number): readonly Like[] {
  return Array.from({ length: monthsBefore }, (_, i) => now - monthsBefore + i).flatMap((month) => {
    const last = dayOfMonth(lastDay(month));
    return from > last ? [] : [{ from: onDay(month, from), to: onDay(month, Math.min(to, last)), times: 1 }];
  });
}

const onDay = (month: MonthNumber, day: number): IsoDate =>
  `${firstDay(month).slice(0, 8)}${String(day).padStart(2, '0')}`;
