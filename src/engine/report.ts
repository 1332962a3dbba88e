import type { z } from 'zod';
import type { Permission } from '../domain/access.ts';
import type { Chart } from '../domain/chart.ts';
import type { InvoiceFilter } from '../domain/invoice-filter.ts';
import type { Period } from '../domain/period.ts';
import type { Kpi } from '../domain/reply.ts';
import type { ChartRow } from '../ports/charts.ts';
import type { Cell } from '../ports/table-files.ts';
import type { Rows } from './rows.ts';
import type { Query } from './sql.ts';

/** What every report is asked with. `today` is the day in the reader's zone; `currency` the one that money is shown in; `converted`: amounts in others too, by stored rates, else they are left out. */
export type Question = {
  readonly period: Period;
  readonly currency: string;
  readonly converted: boolean;
  readonly vendor: string | null;
  readonly category: string | null;
  readonly today: string;
  /** So many by name, and the others as one; null is as many as the report usually names. */
  readonly top: number | null;
  /** With the period before beside it. */
  readonly compare: boolean;
  /** US cents a month that Penny itself may cost, where the owner said so. */
  readonly allowance: bigint | null;
};

/** What a question is of that names nothing but its period. */
export const unnarrowed = {
  vendor: null,
  category: null,
  top: null,
  compare: false,
  converted: false,
  allowance: null,
} as const;

/** Letters of a filter; more than any name has, and few enough for a button to carry. */
export const longestFilter = 200;

/** What not every report can be asked for. */
export type Extra = 'top' | 'compare';

/** What people read, and what a file holds in its place; `unit` is what numbers of this column are in. */
export type Measured = { readonly says: string; readonly holds: Cell; readonly unit?: string };

/** The rows beside the picture. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | Measured)[])[];
};

/** As people read it. `numeric` are the columns (from 0) that hold numbers. */
export function spoken({ columns, rows }: Table) {
  const isNumber = (cell: string | Measured | undefined) =>
    typeof cell === 'object' && typeof cell.holds === 'object' && cell.holds !== null;
  return {
    columns,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.says))),
    sorts: rows.map((row) => row.map(sortedBy)),
    numeric: columns.flatMap((_, at) => (rows.some((row) => isNumber(row[at])) ? [at] : [])),
  };
}

/** Money and counts are sorted by what a file would hold. */
const sortedBy = (cell: string | Measured): number | null =>
  typeof cell === 'object' && typeof cell.holds === 'object' && cell.holds !== null ? Number(cell.holds.number) : null;

/** As a file holds it: the units stand in the headings, and the numbers are plain. */
export function filed({ columns, rows }: Table): { columns: readonly string[]; rows: readonly (readonly Cell[])[] } {
  const unitOf = (at: number) =>
    rows.map((row) => row[at]).find((cell) => typeof cell === 'object' && cell.unit !== undefined);
  return {
    columns: columns.map((name, at) => {
      const cell = unitOf(at);
      return typeof cell === 'object' ? `${name} (${cell.unit})` : name;
    }),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.holds))),
  };
}

/**
 * A number of the answer, and which invoices it is made of: exactly so many, and as much to the cent (`minor` is null where they are of several currencies).
 * `key` names it among those of its answer, in at most 75 letters; `group` is the heading under which it is offered.
 */
export type Opening = {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly invoices: number;
  readonly minor: bigint | null;
  readonly filter: InvoiceFilter;
};

/** What a report found, in words: the title is a sentence with the finding, under 150 characters. No chart, no table where they would say nothing. */
export type Finding<Column extends string = string> = {
  readonly title: string;
  /** A line of small print: what the numbers leave out. */
  readonly note?: string | null;
  readonly kpis: readonly Kpi[];
  readonly table: Table | null;
  readonly opens?: readonly Opening[];
  readonly chart: {
    readonly chart: Chart<Column>;
    readonly rows: readonly Readonly<Record<Column, ChartRow[string]>>[];
  } | null;
};

/** One report as its file declares it: data and pure functions, no port in reach. No rows is not an error: the title then says kindly that there is nothing yet. */
export type Declaration<Row, Column extends string> = {
  readonly name: string;
  /** A question in the reader's words: the help line. */
  readonly asks: string;
  readonly needs: Permission;
  /** The period when none is named, in words: "last 12 months". */
  readonly usually: string;
  /** None when left out. */
  readonly takes?: readonly Extra[];
  readonly row: z.ZodType<Row>;
  readonly sql: (question: Question) => Query;
  readonly finding: (rows: readonly Row[], question: Question) => Finding<Column>;
};

export type Report = Required<Pick<Declaration<unknown, string>, 'name' | 'asks' | 'needs' | 'usually' | 'takes'>> & {
  answer(question: Question, rows: Rows): Promise<Finding>;
};

/** Makes a report of its declaration; the only way to its rows is through `answer`. */
export const report = <Row, Column extends string>(declared: Declaration<Row, Column>): Report => ({
  name: declared.name,
  asks: declared.asks,
  needs: declared.needs,
  usually: declared.usually,
  takes: declared.takes ?? [],
  answer: async (question, rows) => declared.finding(await rows.read(declared.sql(question), declared.row), question),
});
