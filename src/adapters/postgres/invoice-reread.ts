import type { Actor } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import type { Invoice } from '../../domain/invoice.ts';
import { sql } from '../../engine/sql.ts';
import type { Judged } from '../../ports/ledger.ts';
import { type Db, one } from './database.ts';
import { mine, type QueueOn, subjectOf, take, tell, unchanged } from './invoice-changes.ts';
import { writeLines } from './invoice-lines.ts';
import { noteReading } from './invoice-quality.ts';
import { numberKeyOf, readInvoices } from './invoice-rows.ts';
import { writeWords } from './invoice-words.ts';
import { toJson } from './json.ts';
import { meetVendor } from './vendors.ts';

type Rereading = { readonly id: bigint; readonly actor: Actor; readonly version: string; readonly read: Judged };

/** What was read before gives way to what is read now; what a person wrote does not. */
export function reread(db: Db, queueOn: QueueOn, { id, actor, version, read }: Rereading): Promise<Invoice> {
  return db.transaction(async (tx) => {
    const before = await take(tx, id, 'reread');
    mine(before, actor, 'invoice.correct', 'reread');
    await unchanged(tx, before, version, 'meanwhile, so what was read again is left aside.');
    await uncorrected(tx, before);
    const { facts } = read;
    const vendor = await meetVendor(tx, facts);
    await tx.query(sql`
      update invoice
         set state = ${read.state}, duplicate_of = ${read.duplicateOf}, verdict = null, kind = ${facts.kind}, vendor_id = ${vendor?.id ?? null},
             vendor_text = ${facts.vendor}, vendor_tax_id = ${facts.vendorTaxId}, iban = ${facts.iban}, number = ${facts.number}, number_key = ${numberKeyOf(facts)},
             date = ${facts.date}, due_date = ${facts.dueDate}, currency = ${facts.currency}, net_minor = ${facts.netMinor},
             tax_minor = ${facts.taxMinor}, total_minor = ${facts.totalMinor}, category_id = coalesce(category_id, ${vendor?.categoryId ?? null}::bigint),
             confidence = ${toJson(read.confidence)}::jsonb, found = ${toJson(read.found)}::jsonb, checks = ${toJson(read.checks)}::jsonb
       where id = ${id}`);
    await tx.query(sql`delete from invoice_line where invoice_id = ${id}`);
    await writeLines(tx, id, facts.lines);
    await writeWords(tx, id);
    await noteReading(tx, id, read);
    const after = one(await readInvoices(tx, sql`i.id = ${id}`));
    await tell(tx, queueOn, { id, actor, action: 'invoice.reread', before, after });
    return after;
  });
}

async function uncorrected(tx: Db, { id }: Invoice): Promise<void> {
  const corrected = await tx.query(
    sql`select seq from audit_log where subject = ${subjectOf(id)} and action = 'invoice.correct' limit 1`,
  );
  if (corrected.length > 0)
    throw new Fault(
      'conflict',
      `Somebody corrected invoice ${id} by hand, and reading it again would undo that. Press Correct instead.`,
    );
}
