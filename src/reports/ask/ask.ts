import { Fault } from '../../domain/fault.ts';
import { CurrencyCode } from '../../domain/invoice.ts';
import { isCurrency } from '../../domain/money.ts';
import { nearest } from '../../domain/nearest.ts';
import { allTime, type Period, parsePeriod } from '../../domain/period.ts';
import { type Extra, longestFilter, type Question, type Report } from '../../engine/report.ts';
import { words } from '../../engine/words.ts';
import { reports } from '../all.ts';
import { overview } from '../overview.ts';
import { extras, keys, misunderstood, type Named, nameOf, quoted, type Show, shows } from './words.ts';

/** What somebody asked, and how it is to be shown. */
export type Asked = { readonly report: Report; readonly question: Question; readonly shown: ReadonlySet<Show> };

const mostNamed = 50;

/** What a question has besides its words: the day of whoever asks, and what the owner decided. */
export type Asker = Pick<Question, 'today' | 'currency' | 'allowance'>;

/**
 * Reads "vendors last quarter category:travel top 5 --table": a report, a period, filters and how to show it, in any order. Without a report's name it is the
 * overview, without a period the report's own. Throws Fault('invalid') with what was understood, what was not, and the nearest word that would be.
 */
export function ask(text: string, { today, currency, allowance }: Asker): Asked {
  const { bare, named } = words(text, [...shows, ...extras], [...keys, 'period']);
  const typed = bare.flatMap((word) => word.split(/\s+/)).filter(Boolean);
  const left = typed.map((word) => word.toLowerCase());
  const option = (name: string) => named[name] === true || takeWord(left, name);
  const shown = new Set(shows.filter(option));
  const compare = option('compare');
  const isAll = typeof named.currency === 'string' && /^[Aa]ll$/.test(named.currency); // ALL in capitals is the lek of Albania
  const converted = option('converted') || isAll;
  const top = namedTop(named.top ?? takeTop(left));
  const report = takeReport(left);
  const inCurrency = isAll ? undefined : (named.currency ?? takeCurrency(left));
  const question: Question = {
    period: periodOf(typeof named.period === 'string' ? [named.period, ...left] : left, report, named, today),
    currency: inCurrency === undefined ? currency : currencyOf(inCurrency),
    vendor: filterOf('vendor', named.vendor),
    category: filterOf('category', named.category),
    today,
    top,
    compare,
    converted,
    allowance,
  };
  refuseUnknown(named);
  refuseExtras(report, question);
  return { report, question, shown };
}

function takeWord(left: string[], word: string): boolean {
  const at = left.indexOf(word);
  if (at >= 0) left.splice(at, 1);
  return at >= 0;
}

/** "top 5", "top5". */
function takeTop(left: string[]): string | undefined {
  const at = left.findIndex((word) => /^top\d*$/.test(word));
  const [word = '', next] = left.slice(at, at + 2);
  if (at < 0) return undefined;
  const isOne = word !== 'top';
  left.splice(at, isOne || next === undefined ? 1 : 2);
  return isOne ? word.slice(3) : (next ?? '');
}

function namedTop(given: string | true | undefined): number | null {
  if (given === undefined) return null;
  const count = Number(given);
  if (/^\d{1,4}$/.test(String(given)) && count >= 1 && count <= mostNamed) return count;
  throw new Fault(
    'invalid',
    `“top ${given === true ? '' : given}” is no number from 1 to ${mostNamed}. Type top 5, for example.`,
  );
}

function takeReport(left: string[]): Report {
  const isReport = (word: string) => reports.some(({ name }) => name === nameOf(word));
  const at = left.findIndex((word, i) => isReport(word) && !isOfPeriod(left, i));
  const [word] = at < 0 ? [] : left.splice(at, 1);
  return reports.find(({ name }) => word !== undefined && name === nameOf(word)) ?? overview;
}

/** "last 90 days" names no report. */
const isOfPeriod = (left: readonly string[], at: number): boolean =>
  /^(\d+|last|past|this|previous)$/.test(left[at - 1] ?? '');

/** A currency without its key: "trend usd". All of time is no Albanian lek. */
function takeCurrency(left: string[]): string | undefined {
  const at = left.findIndex((word) => word !== 'all' && isCurrency(word.toUpperCase()));
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

function currencyOf(given: string | true): string {
  const code = CurrencyCode.safeParse(given);
  if (code.success) return code.data;
  throw new Fault('invalid', `“${given === true ? '' : given}” is no currency. Type its three letters: currency:EUR.`);
}

function filterOf(name: 'vendor' | 'category', given: string | true | undefined): string | null {
  if (given === undefined) return null;
  if (given !== true && given.trim() !== '' && given.length <= longestFilter) return given.trim();
  throw new Fault(
    'invalid',
    `Say which ${name}, in at most ${longestFilter} letters: ${name}:acme, or ${name}:"acme paper".`,
  );
}

function periodOf(left: readonly string[], report: Report, named: Named, today: string): Period {
  const period = parsePeriod(left.join(' ') || report.usually, today);
  if (period) return period;
  const { understood, unknown } = longestPeriod(left, today);
  throw new Fault(
    'invalid',
    misunderstood(unknown, [...(report === overview ? [] : [report.name]), ...understood, ...filtersIn(named)], named),
  );
}

/** The longest run of words that is a period, and the words that are none. */
function longestPeriod(
  left: readonly string[],
  today: string,
): { understood: readonly string[]; unknown: readonly string[] } {
  for (let length = left.length - 1; length > 0; length -= 1)
    for (let from = 0; from + length <= left.length; from += 1) {
      const run = left.slice(from, from + length).join(' ');
      if (parsePeriod(run, today))
        return { understood: [run], unknown: [...left.slice(0, from), ...left.slice(from + length)] };
    }
  return { understood: [], unknown: left };
}

const filtersIn = (named: Named): readonly string[] =>
  keys.flatMap((key) => (typeof named[key] === 'string' ? [`${key}:${named[key]}`] : []));

function refuseUnknown(named: Named): void {
  const known: readonly string[] = [...shows, ...extras, ...keys, 'period'];
  const unknown = Object.keys(named).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, known);
  const next = meant
    ? `Did you mean --${meant}?`
    : `There are ${[...shows, ...extras].map((name) => `--${name}`).join(', ')}.`;
  throw new Fault('invalid', `There is no --${unknown} here. ${next}`);
}

function refuseExtras(report: Report, { top, compare, period }: Question): void {
  if (compare && period.from === allTime.from)
    throw new Fault('invalid', 'All time has nothing before it to compare with. Name a period: this year compare.');
  const wanted: readonly (readonly [Extra, boolean])[] = [
    ['top', top !== null],
    ['compare', compare],
  ];
  for (const [extra, isWanted] of wanted) {
    if (!isWanted || report.takes.includes(extra)) continue;
    const others = reports.filter(({ takes }) => takes.includes(extra)).map(({ name }) => name);
    throw new Fault('invalid', `${quoted(extra)} does not go with ${report.name}. It goes with ${others.join(', ')}.`);
  }
}
