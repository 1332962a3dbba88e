/** A calendar day as `YYYY-MM-DD`; no time, no zone. */
export type IsoDate = string;

/** Is this a real day (2026-02-30 is not)? */
export function isDate(text: string): text is IsoDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The day it is at `instant` in the IANA zone. */
export const dayOf = (instant: Date, zone = 'UTC'): IsoDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );

/** The day `count` days later; earlier when negative. */
export function addDays(day: IsoDate, count: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
