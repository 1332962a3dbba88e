import type { types } from '@slack/bolt';
import type { Part } from '../../../domain/reply.ts';
import { noteBlock } from './note.ts';
import { cut, shown } from './plain.ts';
import { boldLine, preformatted } from './rich-text.ts';

export type Table = Extract<Part, { part: 'table' }>;

/** Limits of https://docs.slack.dev/reference/block-kit/blocks/table-block; the letters count over all tables of a message. */
const mostRows = 100;
export const mostColumns = 20;
const mostLetters = 10_000;
const cellLength = 300;

/** A table under its caption. What does not fit is counted in a note, never lost silently. */
export function tableBlocks(table: Table): (types.TableBlock | types.RichTextBlock | types.ContextBlock)[] {
  const rows = fitting(table, mostRows - 1, mostLetters);
  return [
    boldLine(table.caption),
    { type: 'table', rows: [head(table), ...rows.map((row) => row.map(cell))], column_settings: settings(table) },
    ...missing(table, rows.length),
  ];
}

/** The same where a message has a table already: Slack takes one. Columns are held by letters of one width. */
export function textTableBlocks(table: Table): (types.RichTextBlock | types.ContextBlock)[] {
  const rows = fitting(table, mostRows, 2500);
  const all = [table.columns.slice(0, mostColumns).map((column) => shown(column, cellLength)), ...rows];
  const widths = table.columns.map((_, i) => Math.min(30, Math.max(...all.map((row) => row[i]?.length ?? 0))));
  const numeric = new Set(table.numeric ?? []);
  const line = (row: readonly string[]) =>
    row.map((text, i) => pad(cut(text, widths[i] ?? 0), widths[i] ?? 0, numeric.has(i))).join('  ');
  return [boldLine(table.caption), preformatted(all.map(line).join('\n')), ...missing(table, rows.length)];
}

const pad = (text: string, width: number, right: boolean) => (right ? text.padStart(width) : text.padEnd(width));

/** The first rows that stay within the limits, cells cleaned and cut. */
export function fitting(table: Table, most: number, letters: number): readonly (readonly string[])[] {
  let room = letters - table.columns.reduce((sum, column) => sum + shown(column, cellLength).length, 0);
  const rows: (readonly string[])[] = [];
  for (const row of table.rows.slice(0, most)) {
    const cells = table.columns.slice(0, mostColumns).map((_, i) => shown(row[i] ?? '', cellLength));
    room -= cells.reduce((sum, text) => sum + text.length, 0);
    if (room < 0) break;
    rows.push(cells);
  }
  return rows;
}

const head = (table: Table): types.RichTextBlock[] =>
  table.columns.slice(0, mostColumns).map((column) => boldLine(cut(column, cellLength)));

const cell = (text: string) => ({ type: 'raw_text' as const, text });

function settings({ columns, numeric = [] }: Table): NonNullable<types.TableBlock['column_settings']> {
  return columns
    .slice(0, mostColumns)
    .map((_, i) => (numeric.includes(i) ? { align: 'right' as const } : { is_wrapped: true }));
}

export const missing = (table: Table, kept: number): types.ContextBlock[] =>
  kept < table.rows.length ? [noteBlock(`… and ${table.rows.length - kept} more rows.`)] : [];
