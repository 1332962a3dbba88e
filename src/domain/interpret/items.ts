import type { ReadLine } from '../reading.ts';
import type { Amount } from './amounts.ts';
import { type Column, type Heading, headingsOf } from './columns.ts';
import type { Line } from './lines.ts';
import type { Paper } from './paper.ts';
import type { TotalFields } from './totals.ts';

export type Items = {
  /** The lines that head item tables: what stands there labels columns and no totals. */
  readonly headers: ReadonlySet<number>;
  /** What the rows add up to; `null` without rows. */
  readonly sum: bigint | null;
  /** The rows, by the column that fits net or total best. */
  choose(totals: TotalFields): readonly ReadLine[];
};

type Row = { readonly line: Line; readonly cells: readonly Cell[]; readonly words: string[] };
type Cell = { readonly column: Column; readonly amount: Amount };

/** The line items of the paper: from its tables, or, without a heading, from lines of text with an amount that add up to the total. */
export function itemsOf(paper: Paper): Items {
  const headings = headingsOf(paper);
  const headers = new Set(
    headings.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  );
  const rows = rowsOf(paper, headings);
  const byRight = readings(rows);
  const [first] = byRight;
  return { headers, sum: first ? sumOf(first) : null, choose: (totals) => choose(paper, byRight, totals) };
}

const sumOf = (lines: readonly ReadLine[]): bigint => lines.reduce((sum, line) => sum + (line.total ?? 0n), 0n);

/** The column that adds up to the net is preferred over the one that adds up to the total: lines are stated without tax where both are. */
function choose(
  paper: Paper,
  tables: readonly (readonly ReadLine[])[],
  { net, total }: TotalFields,
): readonly ReadLine[] {
  const fitting = (candidates: readonly (readonly ReadLine[])[]) => {
    for (const goal of [net?.value, total?.value]) {
      const found =
        goal === undefined
          ? undefined
          : candidates.find((lines) => lines.length > 0 && fits(sumOf(lines), goal, lines.length));
      if (found) return found;
    }
    return null;
  };
  return fitting(tables) ?? fitting([looseLines(paper)]) ?? tables[0] ?? [];
}

const fits = (sum: bigint, goal: bigint, count: number): boolean =>
  (sum > goal ? sum - goal : goal - sum) <= BigInt(count);

function rowsOf(paper: Paper, headings: readonly Heading[]): readonly Row[] {
  const rows: Row[] = [];
  const [first] = headings;
  if (!first) return rows;
  let heading = first;
  let summing = false;
  for (const line of paper.lines.slice(first.to + 1)) {
    const next = headings.find(({ from, to }) => line.index >= from && line.index <= to);
    if (next) {
      if (alike(next, first)) heading = next;
      else break;
      continue;
    }
    const upcoming = headings.find(({ from, page }) => page === line.page && from > line.index);
    if (line.page !== heading.page && upcoming) continue;
    const verdict = closes(paper, line, heading, summing);
    if (verdict === 'end' && rows.length > 0 && line.page >= heading.page) break;
    if (verdict !== null) {
      summing ||= verdict === 'sums' && rows.length > 0;
      continue;
    }
    addLine(paper, line, heading, { rows, summing });
  }
  return rows;
}

/** A second table with other columns (payments, tax rates) is none of the items. */
const alike = (a: Heading, b: Heading): boolean =>
  a.columns.filter((column) =>
    b.columns.some((other) => other.kind === column.kind && Math.abs(other.left - column.left) < 40),
  ).length >=
  Math.min(a.columns.length, b.columns.length) - 1;

/** A labelled sum closes the table or, as a subtotal, only stands within it. */
function closes(paper: Paper, line: Line, heading: Heading, summing: boolean): 'end' | 'sums' | 'skip' | null {
  const amounts = paper.amounts[line.index] ?? [];
  const labels = (paper.labels[line.index] ?? []).filter(
    (label) => label.weight > 0.85 || label.segment !== line.segments[0],
  );
  const described = heading.columns.find((column) => column.kind === 'description');
  const sum = labels.find(
    ({ kind, segment }) => ['gross', 'total', 'amountDue'].includes(kind) && !startsRow(segment.left, described, line),
  );
  if (sum && (amounts.length > 0 || sum.kind !== 'total')) return 'end';
  const heads = labels.filter(({ kind }) => ['net', 'tax', 'gross'].includes(kind)).length;
  if (heads >= 2 && amounts.length === 0) return 'end';
  const part = labels.find(
    ({ kind, opens, segment }) =>
      ['net', 'tax', 'carry', 'iban', 'taxId', 'due', 'terms', 'page', 'paid', 'cash', 'change', 'rounding'].includes(
        kind,
      ) &&
      (opens || (summing && (kind === 'net' || kind === 'tax'))) &&
      !startsRow(segment.left, described, line),
  );
  const extra = labels.some(({ kind, opens }) => opens && (kind === 'discount' || kind === 'shipping'));
  if (!part && extra && amounts.length === 1) return 'skip';
  if (!part) return null;
  return ['net', 'tax'].includes(part.kind) && amounts.length > 0 ? 'sums' : 'skip';
}

/** A first cell that stands at the description's or the first column's left edge, with several amounts beside it, is a row whatever its words. */
const startsRow = (left: number, described: Column | undefined, line: Line): boolean =>
  described !== undefined && Math.abs(left - described.left) < line.height && line.segments.length >= 4;

/** Takes the line as a row or as more of the last one's description. Once sums have been printed, a row must have two amounts. */
function addLine(
  paper: Paper,
  line: Line,
  heading: Heading,
  { rows, summing }: { rows: Row[]; summing: boolean },
): void {
  const amounts = [...(paper.amounts[line.index] ?? []), ...(paper.percents[line.index] ?? [])];
  const cells = amounts.flatMap((amount) => {
    const column = columnOf(amount.left, amount.right, heading, line.height);
    return column ? [{ column, amount }] : [];
  });
  const words = descriptionOf(line, heading, cells);
  const value = cells.some(({ column, amount }) => column.kind === 'amount' && isMoney(amount));
  const last = rows[rows.length - 1];
  if (value && (!summing || cells.length > 1)) rows.push({ line, cells, words });
  else if (
    !value &&
    last &&
    words.length > 0 &&
    line.page === last.line.page &&
    line.top - last.line.bottom < line.height * (3 + last.words.length)
  )
    last.words.push(...words);
}

const isMoney = (amount: Amount): boolean =>
  !amount.percent && (amount.places >= 2 || amount.marked || amount.places === 0);

function columnOf(left: number, right: number, heading: Heading, height: number): Column | null {
  let best: Column | null = null;
  let least = height * 4;
  for (const column of heading.columns) {
    const gap = Math.max(0, column.left - right, left - column.right);
    const aligned = Math.min(
      Math.abs(column.right - right),
      Math.abs(column.left - left),
      Math.abs(column.left + column.right - left - right) / 2,
    );
    const apart = gap * 2 + aligned * 0.25;
    if (apart < least) [best, least] = [column, apart];
  }
  return best;
}

function descriptionOf(line: Line, heading: Heading, cells: readonly Cell[]): string[] {
  const numbers = new Set(
    cells.filter(({ column }) => column.kind !== 'description').flatMap(({ amount }) => amount.tokens),
  );
  const described = heading.columns.find((column) => column.kind === 'description');
  const next = heading.columns.find((column) => described && column.left > described.right && column.kind !== 'other');
  return line.segments.flatMap((segment) => {
    const tokens = segment.tokens.filter(
      (token) =>
        !numbers.has(token) &&
        (!next || token.left < next.left - line.height || !described) &&
        (!described || token.right > described.left - line.height * 12),
    );
    const text = tokens.map((token) => token.text).join(' ');
    return /\p{L}{2}/u.test(text) ? [text] : [];
  });
}

/** The table read once for each of its amount columns, the rightmost first. */
function readings(rows: readonly Row[]): readonly (readonly ReadLine[])[] {
  const lefts = new Set(
    rows.flatMap((row) =>
      row.cells.filter(({ column }) => column.kind === 'amount').map(({ column }) => Math.round(column.left)),
    ),
  );
  const seen = rows.map((row) => row.cells.filter(({ column, amount }) => column.kind === 'amount' && isMoney(amount)));
  const depth = Math.max(0, ...seen.map((cells) => cells.length));
  const tables = Array.from({ length: Math.min(depth, 3) }, (_, fromRight) =>
    rows.flatMap((row, index) => {
      const cells = seen[index] ?? [];
      const cell =
        cells[cells.length - 1 - fromRight] ??
        (fromRight > 0 && lefts.size === 1 ? undefined : cells[cells.length - 1]);
      return cell ? [readLine(row, cell.amount)] : [];
    }),
  );
  return tables.filter((table) => table.length > 0);
}

function readLine(row: Row, amount: Amount): ReadLine {
  const first = (kind: Column['kind']) =>
    row.cells.find((cell) => cell.column.kind === kind && !cell.amount.percent && cell.amount !== amount)?.amount
      .decimal ?? null;
  return {
    description: row.words.join(' ').trim(),
    quantity: first('quantity'),
    unitPrice: first('price'),
    total: amount.minor,
  };
}

/** Lines of text that end in an amount, above the first labelled sum. */
function looseLines(paper: Paper): readonly ReadLine[] {
  const stop = paper.lines.findIndex(
    (line) =>
      (paper.labels[line.index] ?? []).some(
        (label) => ['net', 'total', 'gross', 'amountDue', 'tax'].includes(label.kind) && label.weight > 0.85,
      ) && (paper.amounts[line.index] ?? []).length > 0,
  );
  return paper.lines.slice(0, Math.max(stop, 0)).flatMap((line) => {
    const amounts = (paper.amounts[line.index] ?? []).filter((amount) => amount.places === 2);
    const last = amounts[amounts.length - 1];
    if (!last) return [];
    const numbers = new Set(amounts.flatMap((amount) => amount.tokens));
    const description = line.segments
      .flatMap((segment) => segment.tokens.filter((token) => !numbers.has(token)))
      .map((token) => token.text)
      .join(' ');
    return [{ description, quantity: null, unitPrice: null, total: last.minor }];
  });
}
