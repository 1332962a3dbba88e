import { isCurrency } from '../../domain/money.ts';
import { parsePeriod } from '../../domain/period.ts';
import { reports } from '../all.ts';
import { extras, keys, nameOf, shows } from './words.ts';

/** What a sentence asks, as one would type it after `/spend`; and the words that may be somebody's name. */
export type Heard = { readonly words: string; readonly name: string | null };

/** How people ask for a report without its name; the first that fits is meant. */
const meant: readonly (readonly [RegExp, string])[] = [
  [/\b(?:over time|(?:per|by|each|every) month|month by month|monthly|develop\w*|trends?)\b/i, 'trend'],
  [/\b(?:why|what (?:has )?(?:changed|moved)|went (?:up|down)|rose|rise|fell|drop(?:ped)?)\b/i, 'changes'],
  [/\b(?:overdue|late|(?:falls?|is|are|what is|what's) due|due|to be paid|owe)\b/i, 'ageing'],
  [/\b(?:who|whom|(?:which|top|biggest|largest) (?:vendors?|suppliers?)|(?:by|per) (?:vendor|supplier))\b/i, 'vendors'],
  [/\b(?:what for|on what|(?:by|per|which|what) (?:category|categories))\b/i, 'categories'],
  [/\b(?:come from|came from|which way|by source)\b/i, 'sources'],
  [/\b(?:which days?|by day|per day|each day|daily)\b/i, 'daily'],
  [/\b(?:how well|accura\w+|mistakes?|read(?:ing)? quality)\b/i, 'quality'],
];

const fillers = new Set(
  `a about all amount came come each every got most per an and any are as at be been bill bills bought buy by can cost costs could did do does euro euros expense expenses for from gave get give go goes had has have
  hello hey hi how i in invoice invoices is it its kindly let like look lot many me money much my need numbers of on our ours out over overview paid pay payed paying penny please report see
  show so spend spending spends spent sum tell than thank thanks that the their them there they this to total totals up us want was we went were what what's whats when where which will with would you your`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Finds the report, the period and how to show it in a sentence ("What did we spend on AWS last quarter?"). Null for one that asks for nothing of the kind: no report, no
 * period, and no word of spending in it. Nothing leaves this machine, and nothing is guessed: what is left over is for the caller to find a name in.
 */
export function hear(text: string, today: string): Heard | null {
  const named = [...text.matchAll(new RegExp(`\\b(?:${keys.join('|')}):(?:"[^"]*"|\\S+)`, 'gi'))].map(([one]) => one);
  const plain = named
    .reduce((rest, one) => rest.replace(one, ' '), text)
    .replaceAll(/[?!.,;:()“”"](?=\s|$)|(?<=\s|^)[“”"(]/g, ' ');
  const tokens = plain.split(/\s+/).filter(Boolean);
  const report = reportIn(plain, tokens);
  const { period, rest } = periodIn(tokens, today);
  const { options, left } = optionsIn(rest.filter((word) => word.toLowerCase() !== report));
  const name = left.filter((word) => !fillers.has(word.toLowerCase()) && !isOfReport(word)).join(' ');
  const asksForSpend = /\b(?:spen[dt]\w*|pa(?:y|id|ying)|cost\w*|expens\w*|bought|buy|invoices?|bills?)\b/i.test(text);
  if (report === null && period === null && named.length === 0 && !asksForSpend) return null;
  return {
    words: [report ?? '', period ?? '', ...named, ...options].filter(Boolean).join(' '),
    name: name === '' ? null : name,
  };
}

function reportIn(text: string, tokens: readonly string[]): string | null {
  const byName = tokens
    .map((word) => nameOf(word.toLowerCase()))
    .find((name) => name !== 'overview' && reports.some((one) => one.name === name));
  return byName ?? meant.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Words by which a report was asked for are nobody's name. */
const isOfReport = (word: string): boolean =>
  reports.some(({ name }) => name === nameOf(word.toLowerCase())) ||
  meant.some(([pattern]) => pattern.test(word)) ||
  /^(?:biggest|largest|most|changed|moved|month|months|day|days|category|categories)$/i.test(word);

/** The longest run of words that is a period; a lone "may" is none. */
function periodIn(
  tokens: readonly string[],
  today: string,
): { readonly period: string | null; readonly rest: readonly string[] } {
  for (let length = Math.min(tokens.length, 9); length > 0; length -= 1)
    for (let from = 0; from + length <= tokens.length; from += 1) {
      const run = tokens.slice(from, from + length).join(' ');
      if (parsePeriod(run, today) && !/^(?:may|all)$/i.test(run))
        return { period: run, rest: [...tokens.slice(0, from), ...tokens.slice(from + length)] };
    }
  return { period: null, rest: tokens };
}

/** `top 5`, `compare`, a currency in capitals, `--csv`: as after the command. */
function optionsIn(tokens: readonly string[]): {
  readonly options: readonly string[];
  readonly left: readonly string[];
} {
  const options: string[] = [];
  const left: string[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const word = tokens[i] ?? '';
    const plain = word.toLowerCase().replace(/^[-—–]+/, '');
    if (plain === 'top' && /^\d+$/.test(tokens[i + 1] ?? '')) options.push(`top ${tokens[++i]}`);
    else if (
      /^top\d+$/.test(plain) ||
      [...shows, ...extras].some((one) => one === plain) ||
      (word === word.toUpperCase() && isCurrency(word))
    )
      options.push(plain);
    else if (/^compared?$/.test(plain)) options.push('compare');
    else left.push(word);
  }
  return { options, left };
}

/** The reports whose question has most in common with the text, the nearest first. */
export function nearestReports(text: string, most: number) {
  const asked = new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const shared = (asks: string) =>
    (asks.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => asked.has(word)).length;
  return reports
    .map((report) => ({ report, score: shared(`${report.asks} ${report.name}`) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ report }) => report);
}
