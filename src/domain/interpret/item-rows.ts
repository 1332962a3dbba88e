import type { Amount } from './amounts.ts';
import { multiplies } from './claims.ts';
import type { Column, Heading } from './columns.ts';
import type { ColumnKind } from './header-words.ts';
import type { Line } from './lines.ts';
import type { Paper } from './paper.ts';
import { size } from './tax-rates.ts';

/** A row of an item table: the amounts by column, and its words, those of the lines that go on with it too. */
export type Row = { readonly line: Line; readonly cells: readonly Cell[]; readonly words: string[] };
type Cell = { readonly column: Column; readonly amount: Amount };

/** The rows below the headings. A labelled sum ends them; `through` looks for more below it ("Total fees" before the costs). */
export function rowsOf(paper: Paper, headings: readonly Heading[], through = false): readonly Row[] {
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
    const verdict: Verdict =
      multiplies(paper.amounts[line.index] ?? []) && /\p{L}/u.test(line.text)
        ? null
        : closes(paper, line, heading, summing);
    if (verdict === 'end' && rows.length > 0 && line.page >= heading.page && !through) break;
    if (verdict !== null) {
      summing ||= verdict === 'sums' && rows.length > 0 && !through;
      continue;
    }
    if (isBareSum(paper, line, heading, rows)) summing = !through;
    else addLine(paper, line, heading, { rows, summing, through });
  }
  return rows;
}

/** A second table with other columns (payments, tax rates) is none of the items. */
export const alike = (a: Heading, b: Heading): boolean =>
  a.columns.filter((column) =>
    b.columns.some((other) => other.kind === column.kind && Math.abs(other.left - column.left) < 40),
  ).length >=
  Math.min(a.columns.length, b.columns.length) - 1;

type Verdict = 'end' | 'sums' | 'skip' | null;

/** A labelled sum closes the table or, as a subtotal, only stands within it. */
function closes(paper: Paper, line: Line, heading: Heading, summing: boolean): Verdict {
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
      !(kind === 'taxId' && segment !== line.segments[0] && amounts.length > 1) && // "dni", days, is a unit in Polish
      (opens || (summing && (kind === 'net' || kind === 'tax'))) &&
      !startsRow(segment.left, described, line),
  );
  if (!part && extraOn(paper, line) !== null) return 'skip';
  if (!part) return null;
  return ['net', 'tax'].includes(part.kind) && amounts.length > 0 ? 'sums' : 'skip';
}

/** A discount or freight that stands alone at the right end of a line: how much it adds to what the items make. */
export function extraOn(paper: Paper, line: Line): bigint | null {
  const label = paper.labels[line.index]?.find(
    ({ kind, opens, weight }) => opens && weight > 0.85 && (kind === 'discount' || kind === 'shipping'),
  );
  const from = label?.segment ?? line.segments.find(({ text }) => coupon.test(text));
  const [amount, ...more] = (paper.amounts[line.index] ?? []).filter(({ left }) => from && left >= from.left);
  if (!from || !amount || more.length > 0 || amount.places < 2) return null;
  if (!label && amount.minor > 0n) return null;
  return label?.kind === 'shipping' ? amount.minor : -size(amount.minor);
}

/** "STARTUP10 (10% off)" */
const coupon =
  /\d ?% (?:off|discount|rabatt|nachlass|de (?:remise|réduction|descuento|desconto)|di sconto|korting|rabatu)(?!\p{L})/iu;

/** A first cell that stands at the description's or the first column's left edge, with several amounts beside it, is a row whatever its words. */
const startsRow = (left: number, described: Column | undefined, line: Line): boolean =>
  described !== undefined && Math.abs(left - described.left) < line.height && line.segments.length >= 4;

/** One amount under the rows that is what they add up to is no row of its own, whatever it is called; nor is a row of sums. */
function isBareSum(paper: Paper, line: Line, heading: Heading, rows: readonly Row[]): boolean {
  const amounts = paper.amounts[line.index] ?? [];
  const last = amounts.at(-1);
  if (!last || rows.length === 0 || (rows.length === 1 && /\p{L}{4}/u.test(line.text))) return false;
  const lasts = rows.map(({ cells }) => cells.findLast(({ column }) => column.kind === 'amount')?.amount.minor ?? 0n);
  if (lasts.reduce((sum, minor) => sum + minor, 0n) !== last.minor) return false;
  return amounts.length === 1 || !multiplies(amounts) || heading.columns.length === 0;
}

/** Takes the line as a row or as more of the last one's description. Once sums have been printed, a row must have two amounts. */
function addLine(
  paper: Paper,
  line: Line,
  heading: Heading,
  { rows, summing, through }: { rows: Row[]; summing: boolean; through: boolean },
): void {
  const amounts = [...(paper.amounts[line.index] ?? []), ...(paper.percents[line.index] ?? [])];
  const cells = cellsOf(line, heading, amounts);
  const words = descriptionOf(line, heading, cells);
  const value = cells.some(({ column, amount }) => column.kind === 'amount' && isMoney(amount));
  const last = rows[rows.length - 1];
  const counted = cells.filter(({ column, amount }) => numeric.includes(column.kind) && !amount.percent);
  const several =
    counted.filter(({ amount }) => amount.places >= 2).length > 1 || multiplies(paper.amounts[line.index] ?? []);
  if (value && (!summing || several) && (!through || words.length > 0)) rows.push({ line, cells, words });
  else if (
    !value &&
    last &&
    words.length > 0 &&
    line.page === last.line.page &&
    line.top - last.line.bottom < line.height * (3 + last.words.length)
  )
    last.words.push(...words);
}

/** Neither a rate nor a number with one decimal. */
export const isMoney = (amount: Amount): boolean =>
  !amount.percent && (amount.places >= 2 || amount.marked || amount.places === 0);

const numeric: readonly ColumnKind[] = ['quantity', 'price', 'amount'];

/** Each amount with its column: by their order where the row has a cell for each column, else by where they stand. */
function cellsOf(line: Line, heading: Heading, amounts: readonly Amount[]): readonly Cell[] {
  const { columns } = heading;
  const described = columns.findIndex(({ kind }) => kind === 'description');
  const complete =
    line.segments.length === columns.length && /\p{L}{2}/u.test(line.segments[Math.max(described, 0)]?.text ?? '');
  return amounts.flatMap((amount) => {
    const column = complete
      ? columns[line.segments.indexOf(amount.segment)]
      : columnOf(amount.left, amount.right, heading, line.height);
    return column ? [{ column, amount }] : [];
  });
}

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
