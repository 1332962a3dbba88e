import { isCurrency } from '../money.ts';
import { wordsOf } from './fold.ts';
import { type ColumnKind, columnAt } from './header-words.ts';
import type { Line } from './lines.ts';
import type { Paper } from './paper.ts';

export type Column = { readonly kind: ColumnKind; readonly left: number; readonly right: number };

/** The heading of an item table: lines `from`–`to`, `to` included. */
export type Heading = {
  readonly from: number;
  readonly to: number;
  readonly page: number;
  readonly columns: readonly Column[];
};

/** Every heading on the paper, top to bottom; one that is repeated on the next page too. */
export function headingsOf(paper: Paper): readonly Heading[] {
  const found: Heading[] = [];
  for (const line of paper.lines) {
    const last = found[found.length - 1];
    if (last && line.index <= last.to) continue;
    const heads = headsIn(line);
    if (!isHeading(line, heads, paper)) continue;
    found.push(withNeighbours(paper, line, heads));
  }
  return found;
}

type Heads = { readonly columns: readonly Column[]; readonly words: number; readonly known: number };

function headsIn(line: Line): Heads {
  const columns: Column[] = [];
  let [words, known] = [0, 0];
  for (const segment of line.segments) {
    const all = segment.tokens.flatMap((token) => wordsOf(token.text).map((text) => ({ text, token })));
    words += all.length;
    for (let at = 0; at < all.length; ) {
      const match = columnAt(all.slice(at).map(({ text }) => text));
      if (!match) {
        at += 1;
        continue;
      }
      const own = all.slice(at, at + match.length).map(({ token }) => token);
      if (match.length === 1 && all.length > 1 && isCurrency((all[at]?.text ?? '').toUpperCase())) {
        at += 1; // "Unit price (EUR)" is one column
        known += 1;
        continue;
      }
      columns.push({
        kind: match.kind,
        left: Math.min(...own.map((token) => token.left)),
        right: Math.max(...own.map((token) => token.right)),
      });
      known += match.length;
      at += match.length;
    }
  }
  return { columns, words, known };
}

function isHeading(line: Line, { columns, words, known }: Heads, paper: Paper): boolean {
  const kinds = new Set(columns.map((column) => column.kind));
  if (
    known < words * 0.5 ||
    line.segments.length < 2 ||
    (paper.amounts[line.index] ?? []).some((amount) => amount.places === 2)
  )
    return false;
  const money = kinds.has('amount') || kinds.has('price');
  const things = kinds.has('description') || kinds.has('quantity');
  return things && money && kinds.size >= (kinds.has('amount') ? 2 : 3);
}

/** Headings are often broken over two or three lines: neighbours of header words alone belong to it. */
function withNeighbours(paper: Paper, line: Line, heads: Heads): Heading {
  const taken = [line];
  const columns = [...heads.columns];
  for (const step of [-1, 1]) {
    for (let at = line.index + step; Math.abs(at - line.index) <= 2; at += step) {
      const next = paper.lines[at];
      const edge = paper.lines[at - step];
      if (!next || !edge || next.page !== line.page) break;
      const gap = step > 0 ? next.top - edge.bottom : edge.top - next.bottom;
      const more = headsIn(next);
      if (
        gap > line.height * 0.9 ||
        more.known < more.words * (more.words < 5 ? 0.3 : 0.6) ||
        more.words > 8 ||
        (paper.amounts[at] ?? []).length > 0
      )
        break;
      taken.push(next);
      for (const column of more.columns)
        if (!columns.some((other) => other.left < column.right && column.left < other.right)) columns.push(column);
    }
  }
  const indexes = taken.map((each) => each.index);
  return {
    from: Math.min(...indexes),
    to: Math.max(...indexes),
    page: line.page,
    columns: withAmounts(columns.sort((a, b) => a.left - b.left)),
  };
}

/** When no column is headed as the amounts', the last one of money is. */
function withAmounts(columns: readonly Column[]): readonly Column[] {
  if (columns.some((column) => column.kind === 'amount')) return columns;
  const last = columns.findLast((column) => column.kind === 'price');
  return columns.map((column) => (column === last ? { ...column, kind: 'amount' } : column));
}
