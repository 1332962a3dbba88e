import { z } from 'zod';
import { formatMoney, toDecimal } from '../../domain/money.ts';
import { monthName, monthOf } from '../../domain/months.ts';
import { allTime, type Period, periodBefore } from '../../domain/period.ts';
import type { Finding, Measured, Question } from '../../engine/report.ts';

/** Keeps a number and its sign on one line. */
const percent = (count: bigint): string => `${count}\u00a0%`;

export const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** `amount` divided by `by`, rounded half away from zero. */
export const divided = (amount: bigint, by: bigint): bigint => {
  const half = (2n * size(amount) + size(by)) / (2n * size(by));
  return amount < 0n !== by < 0n ? -half : half;
};

/** The part of the whole as people say it; null where a share means nothing, as with credit notes. */
export function share(part: bigint, whole: bigint): string | null {
  if (whole <= 0n || part < 0n || part > whole) return null;
  const rounded = divided(part * 100n, whole);
  if (rounded === 0n && part > 0n) return `<${percent(1n)}`;
  if (rounded === 100n && part < whole) return `>${percent(99n)}`;
  return percent(rounded);
}

/** How an amount moved against the one before: "12 % more", "40 % less", "as much"; null where a percentage would mislead. */
export function change(now: bigint, earlier: bigint): string | null {
  if (earlier <= 0n || now < 0n) return null;
  if (now === earlier) return 'as much';
  const moved = divided((now - earlier) * 100n, earlier);
  if (moved > 999n) return `${divided(now, earlier)} times as much`;
  const said = moved === 0n ? `<${percent(1n)}` : percent(size(moved));
  return `${said} ${now > earlier ? 'more' : 'less'}`;
}

export const counting = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const listed = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);

/** Slack cuts a header after 150 characters. */
export const longestTitle = 150;

/** A name short enough for a title. */
export function brief(name: string, most = 48): string {
  const letters = Array.from(name);
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "Thursday 5 March 2026". */
export const dayName = (day: string): string => longDay.format(new Date(day)).replace(',', '');

/** The period with the word that belongs before it: "in October 2026", "in the last 90 days", "since March 2026". */
export function within({ says }: Period): string {
  if (says.startsWith('last ')) return `in the ${says}`;
  if (says.startsWith('since ')) return says;
  if (says === allTime.says) return 'so far';
  if (/^\d{1,2} .*to /.test(says)) return `from ${says}`;
  return /^\d{1,2} /.test(says) ? `on ${says}` : `in ${says}`;
}

export const moneyIn =
  ({ currency }: Question) =>
  (minor: bigint): string =>
    formatMoney({ minor, currency });

/** "12 % more than in September 2026"; null when there is nothing to compare with. */
export function movement(minor: bigint, earlier: bigint, { period, today }: Question): string | null {
  if (period.from === allTime.from) return null;
  const moved = change(minor, earlier);
  if (moved === null) return null;
  const before = within(periodBefore(period, today)).replace(/^from /, '');
  return `${moved} ${/(more|less)$/.test(moved) ? 'than' : 'as'} ${before}`;
}

/** The sentence with its movement, where a title has room for both. */
export function withMovement(
  sentence: string,
  { minor, earlier }: { readonly minor: bigint; readonly earlier: bigint },
  question: Question,
): string {
  const moved = movement(minor, earlier, question);
  return moved === null || `${sentence}, ${moved}`.length >= longestTitle ? sentence : `${sentence}, ${moved}`;
}

/** Money of a table, in the currency asked for. */
export const moneyCell =
  ({ currency }: Question) =>
  (minor: bigint): Measured => ({
    says: formatMoney({ minor, currency }),
    holds: { number: toDecimal(minor, currency) },
    unit: currency,
  });

export const countCell = (count: number): Measured => ({
  says: count.toLocaleString('en-GB'),
  holds: { number: `${count}` },
});

/** A share of a table, a file's to a tenth of a percent; a dash where it means nothing. */
export function shareCell(part: bigint, whole: bigint): Measured {
  const says = share(part, whole);
  if (says === null) return { says: '–', holds: null, unit: '%' };
  const tenths = divided(part * 1000n, whole);
  return { says, holds: { number: `${tenths / 10n}.${tenths % 10n}` }, unit: '%' };
}

export const monthCell = (month: string): Measured => ({ says: monthName(monthOf(`${month}-01`)), holds: month });

/** What the numbers are of: ", vendor “acme”, category “travel”". */
export const filtered = ({ vendor, category }: Question): string =>
  [vendor && `vendor “${brief(vendor, 28)}”`, category && `category “${brief(category, 28)}”`]
    .filter(Boolean)
    .map((filter) => `, ${filter}`)
    .join('');

/** The currency of an axis or a heading. */
export const shownIn = ({ currency, converted }: Question): string =>
  converted ? `${currency}, others converted` : currency;

/** What is counted at all. */
export const countedIn = ({ currency, converted }: Question): string =>
  converted ? `${currency} or convertible to it` : currency;

/** What each row of a report has besides: invoices in other currencies. They are left out, or where all is converted, in the numbers; those without a rate (`unrated`) never are. */
export const elsewhereColumns = {
  elsewhere: z.coerce.number(),
  currencies: z.array(z.string()).nullable(),
  unrated: z.coerce.number(),
  unrated_currencies: z.array(z.string()).nullable(),
  /** There are rates by which those left out could be converted. */
  convertible: z.boolean(),
};

export type Elsewhere = {
  readonly elsewhere: number;
  readonly currencies: readonly string[] | null;
  readonly unrated: number;
  readonly unrated_currencies: readonly string[] | null;
  readonly convertible: boolean;
};

/** Where no row says otherwise. */
export const nothingElsewhere: Elsewhere = {
  elsewhere: 0,
  currencies: null,
  unrated: 0,
  unrated_currencies: null,
  convertible: false,
};

/** What the numbers leave out, because unlike currencies are never added; or by which rates they are converted. Null when there is nothing to say. */
export function leftOut({ converted }: Question, other: Elsewhere, rate: Rate = 'of its day'): string | null {
  const { elsewhere, currencies, convertible } = other;
  if (converted) return convertedWords(other, rate);
  if (elsewhere === 0 || !currencies) return null;
  const all = convertible ? ', or currency:all to convert them' : '';
  return `${counting(elsewhere, 'invoice')} in ${listed(currencies)} ${elsewhere === 1 ? 'is' : 'are'} not in these numbers; try currency:${currencies[0]}${all}.`;
}

/** Of which day the rate is. */
type Rate = 'of its day' | 'of today';

function convertedWords({ elsewhere, currencies, unrated, unrated_currencies }: Elsewhere, rate: Rate): string | null {
  const by =
    rate === 'of today'
      ? 'today’s rates of the European Central Bank, as they are still to be paid'
      : `the European Central Bank’s ${elsewhere === 1 ? 'rate of its day' : 'rates of their days'}`;
  const said = [
    elsewhere > 0 && `Includes ${counting(elsewhere, 'invoice')} in ${listed(currencies ?? [])}, converted by ${by}.`,
    unrated > 0 &&
      `${counting(unrated, 'invoice')} in ${listed(unrated_currencies ?? [])} ${unrated === 1 ? 'has no rate and is' : 'have no rate and are'} not in these numbers.`,
  ].filter(Boolean);
  return said.length === 0 ? null : said.join(' ');
}

/** What a report says where there is nothing to show. */
export function nothingYet(question: Question, other: Elsewhere): Finding & { readonly chart: null } {
  const nothing = `Nothing in ${countedIn(question)} ${within(question.period)}${filtered(question)}.`;
  const out = leftOut(question, other);
  const title = `${nothing} ${out ?? 'Share an invoice and it will show up here.'}`;
  const empty = { kpis: [], table: null, chart: null };
  return title.length < longestTitle ? { title, ...empty } : { title: nothing, note: out, ...empty };
}
