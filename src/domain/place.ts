import { addDays, type IsoDate, isDate } from './calendar.ts';
import { monthNames } from './months.ts';

/** A place in the calendar that words name: `months` months from `month` (0 is January), or one day. `year` is null when it is left out. */
export type Place = {
  readonly month: number;
  readonly months: number;
  readonly year: number | null;
  readonly day?: IsoDate;
};

const year = '(?<year>(?:19|20|21)\\d\\d)';
const month = '(?<name>[a-z]{3,9})\\.?';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?';

/** The forms in which a place is written, the plainest first; the names of the groups say what stands where. */
const forms = [
  year,
  `${year}[-/.](?<month>\\d{1,2})`,
  `(?<month>\\d{1,2})[-/.]${year}`,
  `${year}-(?<month>\\d\\d)-(?<day>\\d\\d)`,
  `(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.${year}`,
  `q(?<quarter>[1-4])(?:[ /-]?${year})?`,
  `${year}[ /-]?q(?<quarter>[1-4])`,
  `${month}(?:[ -]?${year})?`,
  `${year}[ -]${month}`,
  `${day} ?${month}(?: ${year})?`,
  `${month} ${day}(?: ${year})?`,
].map((form) => new RegExp(`^${form}$`));

/** The place that these words name; null when they name none. A day without a year is the latest such day up to `today`. */
export function placeIn(text: string, today: IsoDate): Place | null {
  if (/^(today|now|date)$/.test(text)) return placeOf(today);
  if (text === 'yesterday') return placeOf(addDays(today, -1));
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups) return placed(groups, today);
  }
  return null;
}

const placeOf = (date: IsoDate): Place => ({
  month: Number(date.slice(5, 7)) - 1,
  months: 1,
  year: Number(date.slice(0, 4)),
  day: date,
});

type Groups = Partial<Readonly<Record<'year' | 'quarter' | 'month' | 'name' | 'day', string>>>;

function placed(groups: Groups, today: IsoDate): Place | null {
  const year = groups.year === undefined ? null : Number(groups.year);
  if (groups.quarter) return { month: (Number(groups.quarter) - 1) * 3, months: 3, year };
  if (!groups.name && !groups.month) return { month: 0, months: 12, year };
  const month = groups.name ? monthNamed(groups.name) : Number(groups.month) - 1;
  if (month < 0 || month > 11) return null;
  return groups.day ? dayIn(month, Number(groups.day), year, today) : { month, months: 1, year };
}

const monthNamed = (name: string): number =>
  monthNames.findIndex((full) => full.toLowerCase().startsWith(name === 'sept' ? 'sep' : name));

function dayIn(month: number, day: number, year: number | null, today: IsoDate): Place | null {
  const thisYear = Number(today.slice(0, 4));
  const years = year === null ? [thisYear, thisYear - 1] : [year];
  const dates = years.map((each) => `${each}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  const date = dates.find((each) => isDate(each) && (year !== null || each <= today));
  return date === undefined ? null : placeOf(date);
}
