import { z } from 'zod';
import { addDays, dayOf, type IsoDate, instantOf } from './calendar.ts';
import { lastDay, monthOf } from './months.ts';

export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdayNames)[number];

/** How often something comes. `monthly first`: on the first day that is neither Saturday nor Sunday. `monthly 31`: on the last day, where a month is shorter. */
export type Rhythm = 'daily' | 'weekdays' | `weekly ${Weekday}` | 'monthly first' | `monthly ${number}`;

const daysOfMonth = Array.from({ length: 31 }, (_, i) => i + 1);

export const rhythms: readonly Rhythm[] = [
  'weekdays',
  'daily',
  ...weekdayNames.map((name) => `weekly ${name}` as const),
  'monthly first',
  ...daysOfMonth.map((day) => `monthly ${day}` as const),
];

export const isRhythm = (text: unknown): text is Rhythm => (rhythms as readonly unknown[]).includes(text);

/** What people pick in a form. */
export const Rhythm = z.custom<Rhythm>(isRhythm, 'Choose how often it comes.');

/** When something comes: `at` is what clocks in `zone` show, "09:30". */
export type Timetable = { readonly rhythm: Rhythm; readonly at: string; readonly zone: string };

/** What people pick in a form. */
export const TimeOfDay = z.string('Choose an hour.').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the hour like 09:00.');

/** The day's place in the week, Monday 1 to Sunday 7. */
export const placeInWeek = (day: IsoDate): number => ((new Date(day).getUTCDay() + 6) % 7) + 1;

export const isWorkingDay = (day: IsoDate): boolean => placeInWeek(day) <= 5;

function comesOn(rhythm: Rhythm, day: IsoDate): boolean {
  if (rhythm === 'daily') return true;
  if (rhythm === 'weekdays') return isWorkingDay(day);
  const [unit, which] = rhythm.split(' ');
  if (unit === 'weekly') return weekdayNames[placeInWeek(day) - 1] === which;
  const date = Number(day.slice(8));
  if (which === 'first') return isWorkingDay(day) && (date === 1 || (date <= 3 && placeInWeek(day) === 1));
  return date === Math.min(Number(which), Number(lastDay(monthOf(day)).slice(8)));
}

/** More days than lie between any two of a rhythm, and one more at each end for the zone. */
const longest = 34;

/** When it comes next: later than `after`. */
export const nextTime = (timetable: Timetable, after: Date): Date => found(timetable, after, 1, (time) => time > after);

/** When it should have come last: at `until` or before. */
export const lastTime = (timetable: Timetable, until: Date): Date =>
  found(timetable, until, -1, (time) => time <= until);

/** The first of its times that will do, a day at a time from the day before, or after, that of `from`. */
function found({ rhythm, at, zone }: Timetable, from: Date, step: 1 | -1, willDo: (time: Date) => boolean): Date {
  const today = dayOf(from, zone);
  for (let i = -1; i <= longest; i += 1) {
    const day = addDays(today, i * step);
    const time = comesOn(rhythm, day) ? instantOf(day, at, zone) : null;
    if (time !== null && willDo(time)) return time;
  }
  throw new Error(`the rhythm ${rhythm} never comes`);
}

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** How people say it: "every Monday", "on the 15th of each month". */
export function oftenWords(rhythm: Rhythm): string {
  if (rhythm === 'daily') return 'every day';
  if (rhythm === 'weekdays') return 'every weekday';
  const [unit, which = ''] = rhythm.split(' ');
  if (unit === 'weekly') return `every ${capital(which)}`;
  if (which === 'first') return 'on the first working day of each month';
  return which === '31' ? 'on the last day of each month' : `on the ${ordinal(Number(which))} of each month`;
}

const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const kinds = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (count: number): string => `${count}${endings[kinds.select(count)]}`;

/** "every Monday at 09:00 (Europe/Berlin)". */
export const timetableWords = ({ rhythm, at, zone }: Timetable): string => `${oftenWords(rhythm)} at ${at} (${zone})`;

/** The zone of that name, or of that city; null where there is none. */
export function zoneNamed(name: string): string | null {
  const typed = name.trim().replaceAll(' ', '_');
  const city = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
  const named = Intl.supportedValuesOf('timeZone').find((zone) => city(zone) === typed.toLowerCase()) ?? typed;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** What people type into a form. */
export const Zone = z.string('Give a time zone.').transform((typed, context) => {
  const zone = zoneNamed(typed);
  if (zone === null)
    context.addIssue(`There is no time zone “${typed}”. Write it like Europe/Berlin, or the city alone.`);
  return zone ?? z.NEVER;
});

const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** The day of that moment in the zone: "Monday 30 November 2026". */
export const dayWords = (instant: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...longDay }).format(instant).replace(',', '');
