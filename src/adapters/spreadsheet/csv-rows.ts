import Papa from 'papaparse';
import { originalCell } from '../../domain/cell.ts';
import { Fault } from '../../domain/fault.ts';
import type { TableRow } from '../../domain/import/columns.ts';
import { encodingOf, textOf } from './decode.ts';
import { type Cut, cutOf } from './delimiter.ts';
import type { TableLimits } from './limits.ts';

/** Characters by which the delimiter is found. */
const evidence = 65_536;

/** The rows of a CSV file in batches, with the line each begins in. Memory does not grow with the file. */
export async function* csvRows(path: string, limits: TableLimits): AsyncGenerator<readonly TableRow[]> {
  let cut: Cut | null = null;
  let pending = '';
  let line = 1;
  for await (const text of textOf(path, await encodingOf(path))) {
    pending += text;
    if (pending.length < evidence) continue;
    cut ??= cutOf(pending.slice(0, pending.lastIndexOf('\n', evidence) + 1));
    const parsed = parseSafe(pending, cut, line, limits);
    if (parsed === null) continue;
    yield parsed.rows;
    pending = parsed.rest;
    line = parsed.line;
  }
  cut ??= cutOf(pending);
  if (pending !== '') yield carefully(pending, cut, line, limits, true).rows;
}

type Parsed = { readonly rows: readonly TableRow[]; readonly rest: string; readonly line: number };

/** Parses as far as a line's end outside of quotes; `null`: there is none yet, more text is needed. */
function parseSafe(text: string, cut: Cut, line: number, limits: TableLimits): Parsed | null {
  const end = safeEnd(text);
  if (end > 0) {
    const block = text.slice(0, end);
    return {
      ...(quickly(block, cut, line, limits) ?? carefully(block, cut, line, limits, true)),
      rest: text.slice(end),
    };
  }
  return text.length < limits.line ? null : carefully(text, cut, line, limits, false);
}

/** Behind the last line's end before which quotes come in pairs; 0 when there is none. */
function safeEnd(text: string): number {
  let quotes = 0;
  let last = 0;
  let end = text.indexOf('\n');
  let quote = text.indexOf('"');
  while (end >= 0) {
    while (quote >= 0 && quote < end) {
      quotes += 1;
      quote = text.indexOf('"', quote + 1);
    }
    if (quotes % 2 === 0) last = end + 1;
    end = text.indexOf('\n', end + 1);
  }
  return last;
}

const parse = (text: string, delimiter: string, quoteChar = '"') =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar, escapeChar: quoteChar });

/** A block whose quotes are all in order; `null` when they are not. */
function quickly(block: string, cut: Cut, line: number, limits: TableLimits): Parsed | null {
  const { data, errors } = parse(block.slice(0, -1), cut.delimiter);
  if (errors.some(({ type }) => type === 'Quotes')) return null;
  const rows: TableRow[] = [];
  let at = line;
  for (const cells of data) {
    const inner = newlinesIn(cells);
    if (inner > 0 && holdsRows(cells, cut)) return null;
    rows.push({ line: at, cells: readable(cells, limits) });
    at += 1 + inner;
  }
  return { rows, rest: '', line: at };
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.includes('\n')) count += cell.split('\n').length - 1;
  return count;
}

/** A row that has not as many cells as the others, and in one of them whole rows: its quote was never closed. */
const holdsRows = (cells: readonly string[], { delimiter, width }: Cut): boolean =>
  width > 2 &&
  cells.length !== width &&
  cells.some((cell) =>
    cell
      .split('\n')
      .slice(1)
      .some((inner) => inner.split(delimiter).length >= width - 1),
  );

/** Lines and characters over which a cell may reach. */
const longestCell = { lines: 200, characters: 65_536 };

/**
 * Line by line, for text with a quote that is out of place: a cell reaches over several lines only where its quote is closed again nearby and no rows
 * stand in between. Else the line stands for itself, and the quote for nothing. What may go on in the text to come is left as rest, unless this is the end.
 */
function carefully(text: string, cut: Cut, line: number, limits: TableLimits, isEnd: boolean): Parsed {
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const rows: TableRow[] = [];
  let at = 0;
  while (at < lines.length) {
    const reach = reachOf(lines, at, cut);
    if (!isEnd && (reach === 'open' || at === lines.length - 1)) break;
    const count = typeof reach === 'number' ? reach : 1;
    if ((lines[at]?.length ?? 0) > limits.line) throw tooLong(line + at);
    const whole = lines.slice(at, at + count).join('\n');
    const cells = typeof reach === 'number' ? parse(whole, cut.delimiter).data[0] : unquoted(whole, cut.delimiter);
    rows.push({ line: line + at, cells: readable(cells ?? [''], limits) });
    at += count;
  }
  const rest = lines.slice(at).join('\n');
  if (rows.length === 0 && rest.length > limits.line) throw tooLong(line);
  return { rows, rest: isEnd ? '' : rest + (text.endsWith('\n') && rest !== '' ? '\n' : ''), line: line + at };
}

/** How many lines the record at `from` takes; `open` when it is not closed in this text, `broken` when it will not be. */
function reachOf(lines: readonly string[], from: number, cut: Cut): number | 'open' | 'broken' {
  let whole = lines[from] ?? '';
  for (let count = 1; count <= longestCell.lines && whole.length <= longestCell.characters; count += 1) {
    const { data, errors } = parse(whole, cut.delimiter);
    if (count > 1 && errors.some(({ code }) => code === 'InvalidQuotes')) return 'broken';
    if (!errors.some(({ code }) => code === 'MissingQuotes'))
      return count > 1 && holdsRows(data[0] ?? [], cut) ? 'broken' : count; // asked of the whole row: half of one always lacks cells
    const next = lines[from + count];
    if (next === undefined) return 'open';
    whole += `\n${next}`;
  }
  return 'broken';
}

/** A line read as if quotes meant nothing; those around a cell are dropped all the same. */
const unquoted = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));

/** As many cells as are read, without the apostrophes that keep a spreadsheet program from running them. */
const readable = (cells: string[], { columns }: TableLimits): readonly string[] => {
  const read = cells.length > columns ? cells.slice(0, columns) : cells;
  return read.some((cell) => cell.startsWith("'")) ? read.map(originalCell) : read;
};

const tooLong = (line: number): Fault =>
  new Fault(
    'invalid',
    `Line ${line} of this table is far too long for a row. Save it again as CSV or XLSX and share that.`,
  );
