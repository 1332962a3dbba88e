import type { IsoDate } from '../calendar.ts';
import { countriesIn } from './country.ts';
import { type DateOrder, datesIn, dayIn, type FoundDate } from './dates.ts';
import type { LabelKind } from './label-words.ts';
import type { Label } from './labels.ts';
import type { Line, Token } from './lines.ts';
import type { Paper } from './paper.ts';
import { belowOf, rightOf } from './places.ts';

/** A date on the paper with the label that announces it. */
export type PlacedDate = {
  readonly date: FoundDate;
  readonly line: Line;
  readonly tokens: readonly Token[];
  readonly label: Label | null;
  /** The label stands above and not before it. */
  readonly above: boolean;
  /** It stands in a row of the item table: when something was done or delivered. */
  readonly inRow: boolean;
};

/** The lines of the item tables. A "date" that heads a column announces the dates of the rows, none of the paper's. */
export type TableLines = { readonly headers: ReadonlySet<number>; readonly rows: ReadonlySet<number> };
const noTable: TableLines = { headers: new Set(), rows: new Set() };

const announcing: readonly LabelKind[] = [
  'date',
  'due',
  'otherDate',
  'number',
  'order',
  'terms',
  'paid',
  'customer',
  'amountDue',
];

/** Every date of the paper, each with its label. */
export function placedDates(paper: Paper, { headers, rows }: TableLines = noTable): readonly PlacedDate[] {
  const labels = paper.labels
    .flat()
    .filter(({ kind, segment }) => announcing.includes(kind) && !headers.has(segment.line));
  const besides = labels.map((label) => ({
    label,
    tokens: new Set(rightOf(paper, label).flatMap((place) => [...place.tokens])),
  }));
  const belows = labels.map((label) => ({ label, tokens: belowTokens(paper, label) }));
  return paper.lines.flatMap((line) => {
    const tokens = line.segments.flatMap((segment) => segment.tokens);
    return datesIn(cleaned(tokens, paper.scanned), { compact: true }).flatMap((date) => {
      const own = tokensAt(tokens, date);
      const [first] = own;
      if (!first) return [];
      const beside = besides.findLast((entry) => entry.tokens.has(first));
      const above =
        beside ??
        nearestOver(
          first,
          belows.filter((entry) => entry.tokens.get(first) !== undefined),
        );
      if (/^\d{8}$/.test(date.text) && (!above || !['date', 'due'].includes(above.label.kind))) return [];
      const label = above ? ownLabel(paper, above.label) : null;
      const inRow = rows.has(line.index);
      return [{ date, line, tokens: own, label, above: !beside && above !== undefined, inRow }];
    });
  });
}

/** "Original invoice 4711 dated 12 March": a date behind another paper's label is that paper's. */
function ownLabel(paper: Paper, label: Label): Label {
  if (label.kind !== 'date' || label.opens) return label;
  const before = (paper.labels[label.segment.line] ?? []).filter(
    ({ segment, to }) => segment === label.segment && to <= label.from,
  );
  const numbered = label.segment.tokens.slice(0, label.from).some(({ text }) => /\d/.test(text));
  if (before.some(({ kind }) => kind === 'order' || kind === 'otherDate')) return { ...label, kind: 'otherDate' };
  return numbered && before.length === 0 ? { ...label, kind: 'number' } : label;
}

type Over = { readonly label: Label; readonly tokens: ReadonlyMap<Token, number> };

/** Of several labels above a date the lowest one, and of those on one line the one right over it. */
function nearestOver(date: Token, entries: readonly Over[]): Over | undefined {
  const off = ({ label }: Over) => {
    const words = label.segment.tokens.slice(label.from, label.to);
    const left = Math.min(...words.map((token) => token.left));
    const right = Math.max(...words.map((token) => token.right));
    return Math.max(0, left - date.right, date.left - right);
  };
  return entries.toSorted((a, b) => b.label.segment.line - a.label.segment.line || off(a) - off(b))[0];
}

const cleaned = (tokens: readonly Token[], scanned: boolean): string =>
  tokens
    .map(({ text }) =>
      scanned && /\d/.test(text) && /^[\dOoIl|./-]+$/.test(text)
        ? text.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1')
        : text,
    )
    .join(' ');

/** The tokens of the nearest place below that holds a date, one place only. */
function belowTokens(paper: Paper, label: Label): ReadonlyMap<Token, number> {
  const place = belowOf(paper, label).find(
    ({ text, tokens }) =>
      tokens.length < (label.kind === 'number' ? 5 : 9) && datesIn(text, { compact: true }).length > 0,
  );
  return new Map(place?.tokens.map((token, index) => [token, index]));
}

function tokensAt(tokens: readonly Token[], { at, text }: FoundDate): readonly Token[] {
  let position = 0;
  return tokens.filter((token) => {
    const start = position;
    position += token.text.length + 1;
    return start < at + text.length && start + token.text.length > at;
  });
}

/** In which order the paper writes its dates, and how far to trust that (0–1). */
export function dateOrder(
  paper: Paper,
  dates: readonly PlacedDate[],
): { readonly order: DateOrder; readonly trust: number } {
  const numeric = dates.map(({ date }) => date).filter((date) => date.numeric);
  const doubtful = numeric.filter(({ dmy, mdy }) => dmy !== null && mdy !== null);
  if (doubtful.length === 0) return { order: numeric.some(({ dmy }) => dmy === null) ? 'mdy' : 'dmy', trust: 1 };
  const daysFirst = numeric.filter(
    ({ dmy, mdy, text }) => dmy !== null && mdy === null && !/^(\d+)\D+\1\D/.test(text),
  ).length;
  const monthsFirst = numeric.filter(({ dmy }) => dmy === null).length;
  if (daysFirst !== monthsFirst) return { order: daysFirst > monthsFirst ? 'dmy' : 'mdy', trust: 1 };
  const issued = dates
    .filter(({ date, label }) => doubtful.includes(date) && label?.kind !== 'due')
    .map(({ date }) => date);
  return byOtherDates(dates, doubtful) ?? byFuture(paper.today, issued) ?? byCountry(paper);
}

/** A date spelled out elsewhere that is one of the two readings decides. */
function byOtherDates(
  dates: readonly PlacedDate[],
  doubtful: readonly FoundDate[],
): { order: DateOrder; trust: number } | null {
  const clear = new Set(dates.filter(({ date }) => !date.numeric).map(({ date }) => date.dmy));
  if (doubtful.some(({ dmy }) => clear.has(dmy))) return { order: 'dmy', trust: 1 };
  if (doubtful.some(({ mdy }) => clear.has(mdy))) return { order: 'mdy', trust: 1 };
  return null;
}

/** The dates of an invoice seldom lie ahead; when it is due does. */
function byFuture(today: IsoDate, doubtful: readonly FoundDate[]): { order: DateOrder; trust: number } | null {
  const past = (order: DateOrder) => doubtful.some((date) => dayIn(date, order) <= today);
  if (past('dmy') === past('mdy')) return null;
  return { order: past('dmy') ? 'dmy' : 'mdy', trust: 0.9 };
}

function byCountry(paper: Paper): { order: DateOrder; trust: number } {
  const spoken = countriesIn(paper.text);
  const american = spoken.get('US') ?? 0;
  const other = Math.max(0, ...[...spoken].filter(([country]) => country !== 'US').map(([, weight]) => weight));
  if (paper.currency?.value === 'USD')
    return { order: other > american ? 'dmy' : 'mdy', trust: american > other + 1 ? 0.9 : 0.6 };
  if (paper.currency?.value === 'CAD') return { order: 'dmy', trust: 0.5 };
  if (american > other) return { order: 'mdy', trust: 0.6 };
  return { order: 'dmy', trust: 0.95 };
}
