import type { types } from '@slack/bolt';
import type { Part } from '../../../domain/reply.ts';
import { shown } from './plain.ts';
import { fitting, missing, mostColumns, type Table } from './table.ts';

/** Limits of https://docs.slack.dev/reference/block-kit/blocks/data-table-block; the letters count over all such tables of a message. */
const mostRows = 200;
const mostLetters = 20_000;
const rowsAtATime = 10;

/** Is it a table that people sort and page themselves, where Slack has such? */
export const isSortable = (part: Part): part is Table & Required<Pick<Table, 'sorts'>> =>
  part.part === 'table' && part.sorts !== undefined;

/** Slack's table that is sorted and paged by who reads it. What does not fit is counted in a note. */
export function dataTable(
  table: Table & Required<Pick<Table, 'sorts'>>,
): (types.DataTableBlock | types.ContextBlock)[] {
  const rows = fitting(table, mostRows, mostLetters);
  const head = table.columns.slice(0, mostColumns).map((column) => words(shown(column, 300)));
  const body = rows.map((row, i) => row.map((text, at) => cell(text, table.sorts[i]?.[at] ?? null)));
  return [
    { type: 'data_table', caption: shown(table.caption, 300), page_size: rowsAtATime, rows: [head, ...body] },
    ...missing(table, rows.length),
  ];
}

const words = (text: string) => ({ type: 'raw_text' as const, text });

const cell = (text: string, sorted: number | null): types.RawTextElement | types.RawNumberElement =>
  sorted === null ? words(text) : { type: 'raw_number', value: sorted, text };
