import type { InvoiceLine } from '../../domain/invoice.ts';
import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';

export async function writeLines(tx: Db, id: bigint, lines: readonly InvoiceLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(sql`
    insert into invoice_line (invoice_id, position, description, quantity, unit_price, total_minor)
    select ${id}, position, description, quantity, unit_price, total_minor
      from unnest(${lines.map((line) => line.description)}::text[], ${lines.map((line) => line.quantity)}::numeric[],
                  ${lines.map((line) => line.unitPrice)}::numeric[], ${lines.map((line) => line.totalMinor)}::bigint[])
           with ordinality as line (description, quantity, unit_price, total_minor, position)`);
}
