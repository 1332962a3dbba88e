import type { ReadLine } from '../reading.ts';
import type { Amount } from './amounts.ts';
import { type Column, headingsOf } from './columns.ts';
import { alike, extraOn, isMoney, type Row, rowsOf } from './item-rows.ts';
import { looseTables, statedSums } from './loose-items.ts';
import type { Paper } from './paper.ts';
import type { TotalFields } from './totals.ts';

export type Items = {
  /** The lines that head item tables: what stands there labels columns and no totals. */
  readonly headers: ReadonlySet<number>;
  /** The lines on which its rows begin. */
  readonly rows: ReadonlySet<number>;
  /** What the rows add up to; `null` without rows. */
  readonly sum: bigint | null;
  /** The rows, by the column that fits net or total best. */
  choose(totals: TotalFields): readonly ReadLine[];
};

type Table = readonly ReadLine[];

/** The line items of the paper: from its tables, or, without a heading, from lines of text with an amount that add up to the total. */
export function itemsOf(paper: Paper): Items {
  const headings = headingsOf(paper);
  const [main] = headings;
  const headers = new Set(
    headings
      .filter((heading) => main && alike(heading, main))
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  );
  const rows = rowsOf(paper, headings);
  const byRight = readings(rows);
  const [first] = byRight;
  return {
    headers,
    rows: new Set(rows.map(({ line }) => line.index)),
    sum: first ? sumOf(first) : looseSum(paper),
    choose: ({ net, tax, total }) => {
      const untaxed = total && tax ? total.value - tax.value : undefined;
      const goals = [net?.value, untaxed, total?.value].filter((goal) => goal !== undefined);
      const tables = [...byRight, ...readings(rowsOf(paper, headings, true))];
      const before = beforeExtras(paper, goals);
      const stated = statedSums(paper);
      const loose = looseTables(paper, goals);
      return (
        adding(byRight, goals) ??
        adding(byRight, before) ??
        adding(tables, goals) ??
        adding(loose, goals) ??
        adding(tables, stated) ??
        adding(loose, stated.slice(0, 1)) ??
        first ??
        []
      );
    },
  };
}

/** What the items make before a discount is taken off and freight is added, each stated below them. */
function beforeExtras(paper: Paper, goals: readonly bigint[]): readonly bigint[] {
  const extras = paper.lines.flatMap((line) => {
    const extra = extraOn(paper, line);
    return extra === null || extra === 0n ? [] : [-extra];
  });
  let sums: readonly bigint[] = [0n];
  for (const extra of extras.slice(0, mostExtras)) sums = [...sums, ...sums.map((sum) => sum + extra)];
  return sums.filter((sum) => sum !== 0n).flatMap((sum) => goals.map((goal) => goal + sum));
}

const mostExtras = 4;

function looseSum(paper: Paper): bigint | null {
  const [above] = looseTables(paper, []);
  return above && above.length > 1 ? sumOf(above) : null;
}

const sumOf = (lines: Table): bigint => lines.reduce((sum, line) => sum + (line.total ?? 0n), 0n);

/**
 * The first table that makes the first of the goals that any makes. The net stands before the total among them:
 * lines are stated without tax where both are.
 */
function adding(tables: readonly Table[], goals: readonly bigint[]): Table | null {
  for (const goal of goals) {
    const found = tables.find((lines) => lines.length > 0 && fits(sumOf(lines), goal, lines.length));
    if (found) return found;
  }
  return null;
}

const fits = (sum: bigint, goal: bigint, count: number): boolean =>
  (sum > goal ? sum - goal : goal - sum) <= BigInt(count);

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
