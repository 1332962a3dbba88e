import { z } from 'zod';
import { toDecimal } from '../domain/money.ts';
import type { Ports } from '../engine/ports.ts';
import { type Query, sql } from '../engine/sql.ts';
import type { Cell, TableFormat } from '../ports/table-files.ts';

/** Which invoices: of those that count, by their date, and by what their vendor's name and category contain. Empty is any. */
export type ExportFilter = {
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly vendor: string;
  readonly category: string;
};

/** The headings are words that an import knows: what was exported can be loaded elsewhere as it was. */
const columns = [
  'Vendor',
  'Tax id',
  'IBAN',
  'Invoice number',
  'Date',
  'Due date',
  'Currency',
  'Net',
  'Tax',
  'Total',
  'Category',
  'Description',
  'State',
  'Source',
  'Penny',
] as const;

const Row = z.object({
  id: z.bigint(),
  vendor: z.string().nullable(),
  tax_id: z.string().nullable(),
  iban: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  due_date: z.string().nullable(),
  currency: z.string().nullable(),
  net_minor: z.bigint().nullable(),
  tax_minor: z.bigint().nullable(),
  total_minor: z.bigint().nullable(),
  category: z.string().nullable(),
  description: z.string().nullable(),
  state: z.string(),
  source: z.string(),
});
type Row = z.infer<typeof Row>;

const wanted = ({ from, to, currency, vendor, category }: ExportFilter): Query => sql`
    from invoice i
    left join vendor v on v.id = i.vendor_id
    left join category c on c.id = i.category_id
   where i.state in ('review', 'booked', 'confirmed') and (i.date between ${from}::date and ${to}::date or i.date is null and ${from}::date <= '1900-01-01')
     and (${currency}::text = '' or i.currency = ${currency}::text)
     and (${vendor}::text = '' or position(lower(${vendor}::text) in lower(coalesce(v.name, i.vendor_text, ''))) > 0)
     and (${category}::text = '' or position(lower(${category}::text) in lower(c.name)) > 0)`;

/** How many invoices that are. */
export async function countExported(filter: ExportFilter, { rows }: Pick<Ports, 'rows'>): Promise<number> {
  const [counted] = await rows.read(
    sql`select count(*) as invoices ${wanted(filter)}`,
    z.object({ invoices: z.bigint() }),
  );
  return Number(counted?.invoices ?? 0);
}

/** Those invoices as the bytes of a file, in the order of their dates. */
export function exportInvoices(
  filter: ExportFilter,
  format: TableFormat,
  { rows, writeTable }: Pick<Ports, 'rows' | 'writeTable'>,
): AsyncIterable<Uint8Array> {
  const query = sql`
    select i.id, coalesce(i.vendor_text, v.name) as vendor, coalesce(i.vendor_tax_id, v.tax_id) as tax_id, i.iban, i.number, i.date, i.due_date, i.currency,
           i.net_minor, i.tax_minor, i.total_minor, c.name as category, i.state, i.source,
           (select l.description from invoice_line l where l.invoice_id = i.id order by l.position limit 1) as description
    ${wanted(filter)}
   order by i.date, i.id`;
  return writeTable(format, columns, cells(rows.each(query, Row)));
}

async function* cells(rows: AsyncIterable<Row>): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) yield cellsOf(row);
}

function cellsOf(row: Row): readonly Cell[] {
  const amount = (minor: bigint | null): Cell => (minor === null ? null : { number: toDecimal(minor, row.currency) });
  return [
    row.vendor,
    row.tax_id,
    row.iban,
    row.number,
    row.date,
    row.due_date,
    row.currency,
    amount(row.net_minor),
    amount(row.tax_minor),
    amount(row.total_minor),
    row.category,
    row.description,
    row.state,
    row.source,
    { number: String(row.id) },
  ];
}
