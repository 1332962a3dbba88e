import { monthNames } from '../../domain/months.ts';
import { nearest } from '../../domain/nearest.ts';
import { reports } from '../all.ts';

/** How an answer is shown. */
export const shows = ['table', 'csv', 'share', 'native'] as const;
export type Show = (typeof shows)[number];
export const extras = ['compare', 'converted'] as const;
/** What is asked for with a value: `vendor:acme`. */
export const keys = ['currency', 'vendor', 'category', 'top'] as const;

/** What people call them besides. */
const otherNames: Readonly<Record<string, string>> = {
  category: 'categories',
  vendor: 'vendors',
  supplier: 'vendors',
  suppliers: 'vendors',
  source: 'sources',
  day: 'daily',
  days: 'daily',
  calendar: 'daily',
  monthly: 'trend',
  months: 'trend',
  aging: 'ageing',
  due: 'ageing',
  overdue: 'ageing',
  dashboard: 'overview',
  budgets: 'budget',
};

/** The report that the word means, if any has such a name. */
export const nameOf = (word: string): string => otherNames[word] ?? word;

/** What was given with a name. */
export type Named = Readonly<Record<string, string | true>>;

const periodWords = [
  ...monthNames.map((name) => name.toLowerCase()),
  ...'today yesterday this last month quarter year week days since ytd all'.split(' '),
];
const examples = 'this month, last quarter, 2026-03, jan to mar, last 90 days';

/** What was understood, what was not, and the nearest words that would be. */
export function misunderstood(unknown: readonly string[], understood: readonly string[], named: Named): string {
  const said = unknown.join(' ');
  const names = reports.map(({ name }) => name);
  const known = [...names, ...Object.keys(otherNames), ...periodWords, ...shows, ...extras, 'top'];
  const meant = unknown.map((word) => nearest(word, known));
  const could = meant.some((word, i) => word !== null && word !== unknown[i])
    ? unknown.map((word, i) => meant[i] ?? word).join(' ')
    : null;
  const filter = named.vendor !== undefined ? 'vendor' : named.category !== undefined ? 'category' : null;
  return [
    understood.length > 0
      ? `I understood ${understood.map(quoted).join(' and ')}, but not ${quoted(said)}.`
      : `${quoted(said)} is no period and no report.`,
    could
      ? `Did you mean ${quoted(could)}?`
      : filter
        ? `Put several words in quotes: ${filter}:"${[named[filter], ...unknown].join(' ')}".`
        : `Reports: ${names.slice(1).join(', ')}. Periods: ${examples}. For one vendor: vendor:"${said}".`,
  ].join(' ');
}

export const quoted = (word: string): string => `“${word}”`;
