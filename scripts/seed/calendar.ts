import { addDays, type IsoDate } from '../../src/domain/calendar.ts';

const years = 5;
const growth = 1.12;
const ofMonth = [0.95, 0.92, 1.08, 1, 0.98, 1.05, 0.97, 0.85, 1.02, 1.05, 1.08, 1.15];
const ofWeekday = [0.12, 1.1, 1.05, 1, 1, 1.1, 0.25]; // from Sunday

/** How many of `count` invoices are dated on each day of the five years that end with `until`: more each year, by season, on work days and at the ends of months. */
export function spread(count: number, until: IsoDate): readonly { readonly day: IsoDate; readonly count: number }[] {
  const days = Array.from({ length: Math.round(years * 365.25) }, (_, i) => addDays(until, -i)).reverse();
  const weights = days.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [sum, given] = [0, 0];
  return days.map((day, i) => {
    sum += weights[i] ?? 0;
    const here = Math.round((count * sum) / total) - given;
    given += here;
    return { day, count: here };
  });
}

function weightOf(day: IsoDate, place: number): number {
  const date = new Date(day);
  const left = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - date.getUTCDate();
  const end = left < 3 ? 1.8 : date.getUTCDate() === 1 ? 1.4 : 1;
  return growth ** (place / 365.25) * (ofMonth[date.getUTCMonth()] ?? 1) * (ofWeekday[date.getUTCDay()] ?? 1) * end;
}
