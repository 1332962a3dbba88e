import type { ReadLine } from '../reading.ts';
import type { Amount } from './amounts.ts';
import { extraOn } from './item-rows.ts';
import type { LabelKind } from './label-words.ts';
import type { Line, Token } from './lines.ts';
import type { Paper } from './paper.ts';

/** A line of text that ends in an amount; `null` for one that parts two tables. */
type Loose = ReadLine & { readonly total: bigint };

const sums: readonly LabelKind[] = ['net', 'total', 'gross', 'amountDue', 'carry', 'paid', 'cash'];

/** Tables without a heading: the lines that end in an amount above the first labelled sum, and such as follow one another and make one of `goals`. */
export function looseTables(paper: Paper, goals: readonly bigint[]): readonly (readonly ReadLine[])[] {
  const stop = paper.lines.findIndex((line) => labelled(paper, line, [...sums, 'tax']));
  const above = paper.lines.slice(0, Math.max(stop, 0)).flatMap((line) => looseLine(paper, line) ?? []);
  const several = above.length > 1 ? [above] : [];
  return [...several, ...runs(paper, goals), above, ...alone(paper, goals)].filter((table) => table.length > 0);
}

/** A single item that is the net: a deposit, a fee. */
function alone(paper: Paper, [goal]: readonly bigint[]): readonly (readonly ReadLine[])[] {
  const stop = paper.lines.findIndex((line) => labelled(paper, line, ['net', 'total', 'gross', 'tax']));
  const items = paper.lines.slice(0, Math.max(stop, 0)).flatMap((line) => looseLine(paper, line) ?? []);
  return items.filter(({ total }) => total === goal).map((item) => [item]);
}

const labelled = (paper: Paper, line: Line, kinds: readonly LabelKind[]): boolean => {
  const words = ownTokens(paper, line);
  return (
    words.length > 0 &&
    (paper.labels[line.index] ?? []).some(
      ({ kind, weight, segment, from }) =>
        kinds.includes(kind) && weight > 0.85 && words.some((token) => token === segment.tokens[from]),
    )
  );
};

/** What belongs to the last amount of a line: all that stands behind an amount of a column beside it, and the amount itself. */
function ownTokens(paper: Paper, line: Line): readonly Token[] {
  const all = paper.amounts[line.index] ?? [];
  const last = all.at(-1);
  if (!last) return [];
  const before = all.findLast(
    ({ places, right }) =>
      places === 2 &&
      line.segments.some(({ left, text }) => left > right && left < last.left && /\p{L}{3}/u.test(text)),
  );
  return line.segments.flatMap(({ tokens }) =>
    tokens.filter(({ left }) => left >= (before?.right ?? Number.NEGATIVE_INFINITY)),
  );
}

/** Where the lines from one to another add up to a goal: the difference of their running sums does. */
function runs(paper: Paper, goals: readonly bigint[]): readonly (readonly ReadLine[])[] {
  const found: (readonly ReadLine[])[] = [];
  let lines: Loose[] = [];
  let sum = 0n;
  let starts = new Map<bigint, number>([[0n, 0]]);
  for (const line of paper.lines) {
    if (labelled(paper, line, sums)) {
      [lines, sum, starts] = [[], 0n, new Map([[0n, 0]])];
      continue;
    }
    const item = looseLine(paper, line);
    if (!item) continue;
    const before = starts.get(sum - item.total);
    if (before !== undefined && lines.length - before > 1) continue; // a subtotal of what stands above it
    lines.push(item);
    sum += item.total;
    for (const goal of goals) {
      const start = starts.get(sum - goal);
      if (start !== undefined && lines.length - start > 1) found.push(lines.slice(start));
    }
    if (!starts.has(sum)) starts.set(sum, lines.length);
  }
  return found.slice(0, mostRuns);
}

const mostRuns = 20;

function looseLine(paper: Paper, line: Line): Loose | null {
  const words = ownTokens(paper, line);
  const all = (paper.amounts[line.index] ?? []).filter(({ tokens }) => tokens.every((token) => words.includes(token)));
  const last = all.findLast((amount) => amount.places === 2);
  if (!last || !/\p{L}{2}/u.test(line.text) || extraOn(paper, line) === 0n) return null;
  const factors = factorsOf(all.slice(0, all.indexOf(last)), last);
  const numbers = new Set(
    [last, ...all.filter(({ places }) => places === 2), ...factors].flatMap(({ tokens }) => tokens),
  );
  const description = words
    .filter((token) => !numbers.has(token))
    .map((token) => token.text)
    .join(' ');
  const [quantity, price] = factors;
  return { description, quantity: quantity?.decimal ?? null, unitPrice: price?.decimal ?? null, total: last.minor };
}

/** The quantity and the price that make the amount, where they stand side by side before it. */
function factorsOf(before: readonly Amount[], { decimal }: Amount): readonly Amount[] {
  const at = before.findIndex((amount, index) => {
    const next = before[index + 1];
    return next !== undefined && Math.abs(Number(amount.decimal) * Number(next.decimal) - Number(decimal)) < 0.011;
  });
  return at < 0 ? [] : before.slice(at, at + 2);
}

/** The labelled sums of the paper, which its items may add up to before a discount or freight. */
export const statedSums = (paper: Paper): readonly bigint[] =>
  paper.lines.flatMap((line) => {
    const last = labelled(paper, line, ['net', 'total', 'gross'])
      ? (paper.amounts[line.index] ?? []).at(-1)
      : undefined;
    return last && last.minor !== 0n ? [last.minor] : [];
  });
