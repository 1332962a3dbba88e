import type { PreparedRow } from '../../domain/import/prepared-row.ts';

/**
 * A row as a line of what Postgres' COPY reads as text, in the order of `stagedColumns`.
 * https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS
 */
export const copyLine = (row: PreparedRow): string =>
  `${row.line}\t${field(row.vendor)}\t${field(row.vendorKey)}\t${field(row.taxId)}\t${field(row.iban)}\t${field(row.number)}\t${field(row.numberKey)}\t${field(row.date)}\t${field(row.dueDate)}\t${field(row.currency)}\t${field(row.netMinor)}\t${field(row.taxMinor)}\t${field(row.totalMinor)}\t${field(row.category)}\t${field(row.description)}\t${field(row.raw)}\t${field(row.problem)}\n`;

const special = /[\\\t\n\r]/;
const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(text: string | null): string {
  if (text === null) return '\\N';
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escaped[sign] ?? sign) : text;
}
