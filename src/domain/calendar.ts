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

const dayLength = 86_400_000;

/**
 * The moment at which clocks in the zone show this time ("09:30") on this day. Of an hour that comes twice the first; for one that is left out, as long after
 * midnight as ever, which the clocks show as an hour later.
 */
export function instantOf(day: IsoDate, time: string, zone: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const tried = [-dayLength, dayLength].map((away) => shown - offsetIn(zone, shown + away)); // before and after a change of the clocks, if one is near
  const right = tried.filter((instant) => instant + offsetIn(zone, instant) === shown);
  return new Date(right.length > 0 ? Math.min(...right) : Math.max(...tried));
}

/** Milliseconds by which clocks in the zone are ahead of UTC at that moment. */
function offsetIn(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const named = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(named) ?? []; // UTC itself is GMT without more
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
