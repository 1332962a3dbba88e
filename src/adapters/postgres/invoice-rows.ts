import type { Invoice, InvoiceLine, InvoiceState } from '../../domain/invoice.ts';
import { numberKey } from '../../domain/vendor.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';

type Row = Omit<Invoice, 'addedBy' | 'takenBy' | 'lines' | 'pageFrom' | 'pageTo'> & {
  readonly pageFrom: number | null;
  readonly pageTo: number | null;
  readonly addedById: bigint;
  readonly addedByName: string;
  readonly addedBySlack: string | null;
  readonly takenById: bigint | null;
  readonly takenByName: string;
  readonly takenBySlack: string | null;
  readonly takenAt: Date;
};
type LineRow = InvoiceLine & { readonly invoiceId: bigint };

/** The invoices for which `where` holds, whole, oldest page first. `i` is the invoice, `u` who added it. */
export async function readInvoices(db: Db, where: Query): Promise<readonly Invoice[]> {
  const rows = await db.query<Row>(sql`
    select i.id, i.xmin::text as version, i.state, i.source, i.kind, coalesce(v.name, i.vendor_text) as vendor, coalesce(i.vendor_tax_id, v.tax_id) as "vendorTaxId", i.iban,
           i.number, i.date, i.due_date as "dueDate", i.currency, i.net_minor as "netMinor", i.tax_minor as "taxMinor", i.total_minor as "totalMinor",
           c.name as category, i.document_id as "documentId", i.page_from as "pageFrom", i.page_to as "pageTo", i.confidence, i.found, i.checks,
           i.duplicate_of as "duplicateOf", i.verdict, i.removed_why as "removedWhy", coalesce(q.self_confirmed, false) as "selfConfirmed",
           i.added_at as "addedAt", u.id as "addedById", u.name as "addedByName", u.slack_user as "addedBySlack",
           i.taken_at as "takenAt", t.id as "takenById", t.name as "takenByName", t.slack_user as "takenBySlack"
      from invoice i
      join app_user u on u.id = i.added_by
      left join app_user t on t.id = i.taken_by and i.state in ('review', 'held')
      left join vendor v on v.id = i.vendor_id
      left join category c on c.id = i.category_id
      left join invoice_quality q on q.invoice_id = i.id
     where ${where}
     order by i.page_from nulls first, i.id`);
  if (rows.length === 0) return [];
  const lines = await db.query<LineRow>(sql`
    select invoice_id as "invoiceId", description, quantity, unit_price as "unitPrice", total_minor as "totalMinor"
      from invoice_line where invoice_id = any(${rows.map(({ id }) => id)}::bigint[]) order by invoice_id, position`);
  return rows.map((row) => invoiceOf(row, lines));
}

function invoiceOf(row: Row, lines: readonly LineRow[]): Invoice {
  const { addedById, addedByName, addedBySlack, takenById, takenByName, takenBySlack, takenAt, ...rest } = row;
  return {
    ...rest,
    addedBy: { id: addedById, name: addedByName, slackUser: addedBySlack },
    takenBy: takenById === null ? null : { id: takenById, name: takenByName, slackUser: takenBySlack, at: takenAt },
    lines: lines.filter(({ invoiceId }) => invoiceId === rest.id).map(({ invoiceId: _, ...line }) => line),
  };
}

/** The number as duplicates are looked for. */
export const numberKeyOf = ({ number }: Pick<Invoice, 'number'>): string | null =>
  number === null ? null : numberKey(number);

/** How a state reads in "Invoice 12 is …". */
export const stateWords: Readonly<Record<InvoiceState, string>> = {
  review: 'waiting for review',
  booked: 'booked',
  confirmed: 'confirmed',
  held: 'held as a possible duplicate',
  deleted: 'deleted',
};
