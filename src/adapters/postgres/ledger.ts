import { type Actor, may } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import { countedStates, type Invoice, type InvoiceFacts } from '../../domain/invoice.ts';
import { vendorKey } from '../../domain/vendor.ts';
import { sql } from '../../engine/sql.ts';
import type { Ledger, LedgerEntry, NewInvoice, Suspect } from '../../ports/ledger.ts';
import { categories, categoryOf } from './categories.ts';
import { type Db, one } from './database.ts';
import { change, type QueueOn, subjectOf, takenOut, tell } from './invoice-changes.ts';
import { confirm } from './invoice-confirm.ts';
import { correct } from './invoice-correct.ts';
import { writeLines } from './invoice-lines.ts';
import { letGo, lookAfter } from './invoice-looking-after.ts';
import { noteReading } from './invoice-quality.ts';
import { discard, restore } from './invoice-removals.ts';
import { reread } from './invoice-reread.ts';
import { numberKeyOf, readInvoices } from './invoice-rows.ts';
import { findInvoices } from './invoice-search.ts';
import { decide, undecide } from './invoice-verdicts.ts';
import { writeWords } from './invoice-words.ts';
import { toJson } from './json.ts';
import { confirmItself } from './vendor-trust.ts';
import { findVendor, isTaught, meetVendor } from './vendors.ts';
import { waiting } from './waiting.ts';

export const postgresLedger = (db: Db, queueOn: QueueOn): Ledger => ({
  book: (invoice, { actor }) =>
    db.transaction(async (tx) => {
      const after = await book(tx, invoice, actor);
      await tell(tx, queueOn, { id: after.id, actor, action: 'invoice.book', after });
      return confirmItself(tx, queueOn, after);
    }),

  async invoice(id, { actor }) {
    const all = may(actor, 'invoice.read');
    const [invoice] = await readInvoices(db, sql`i.id = ${id} and (${all} or i.added_by = ${actor.id})`);
    return invoice ?? null;
  },

  waiting: ({ actor }, most) => waiting(db, actor, most),

  find: ({ actor }, filter, page) => findInvoices(db, actor, filter, page),

  async any(id) {
    const [invoice] = await readInvoices(db, sql`i.id = ${id}`);
    if (!invoice) return null;
    const earlier = await db.query(
      sql`select id from invoice where document_id = ${invoice.documentId}::bigint and id < ${id} limit 1`,
    );
    return { ...invoice, isFirst: earlier.length === 0 };
  },

  ofDocument: (documentId) => readInvoices(db, sql`i.document_id = ${documentId} and i.state <> 'deleted'`),

  suspect: (facts, except) => suspect(db, facts, except ?? null),

  knows: (vendor) => isTaught(db, vendor),

  correct: (id, corrected, { actor }) => correct(db, queueOn, { id, actor, corrected }),

  confirm: (id, { actor }) => confirm(db, queueOn, { id, actor }),

  remove: (id, { actor }) =>
    change(db, queueOn, { id, actor, verb: 'delete', action: 'invoice.remove', set: takenOut('deleted') }),

  reread: (id, version, read, { actor }) => reread(db, queueOn, { id, actor, version, read }),

  discard: (id, { actor }) => discard(db, queueOn, { id, actor }),

  restore: (id, { actor }) => restore(db, queueOn, { id, actor }),

  decide: (id, verdict, { actor }) => decide(db, queueOn, { id, actor, verdict }),

  undecide: (id, { actor }) => undecide(db, queueOn, { id, actor }),

  lookAfter: (id, { actor }) => lookAfter(db, queueOn, { id, actor }),

  letGo: (id, { actor }) => letGo(db, queueOn, { id, actor }),

  history: (id) =>
    db.query<LedgerEntry>(sql`
      select at, actor, action from audit_log
       where subject = ${subjectOf(id)}
          or action in ('import.load', 'import.undo') and subject = (select 'import ' || import_id from invoice where id = ${id})
       order by seq`),

  categories: () => categories(db),
});

async function book(tx: Db, invoice: NewInvoice, actor: Actor): Promise<Invoice> {
  const { facts } = invoice;
  const vendor = await meetVendor(tx, facts);
  const category = facts.category === null ? (vendor?.categoryId ?? null) : await categoryOf(tx, facts.category);
  const [booked] = await tx.query<{ id: bigint }>(sql`
    insert into invoice (state, source, kind, vendor_id, vendor_text, vendor_tax_id, iban, number, number_key, date, due_date, currency, net_minor, tax_minor,
                         total_minor, category_id, document_id, page_from, page_to, confidence, found, checks, duplicate_of, added_by)
    values (${invoice.state}, ${invoice.source}, ${facts.kind}, ${vendor?.id ?? null}, ${facts.vendor}, ${facts.vendorTaxId}, ${facts.iban}, ${facts.number},
            ${numberKeyOf(facts)}, ${facts.date}, ${facts.dueDate}, ${facts.currency}, ${facts.netMinor}, ${facts.taxMinor}, ${facts.totalMinor},
            ${category}, ${invoice.documentId}, ${invoice.pageFrom}, ${invoice.pageTo}, ${toJson(invoice.confidence)}::jsonb,
            ${toJson(invoice.found)}::jsonb, ${toJson(invoice.checks)}::jsonb, ${invoice.duplicateOf}, ${actor.id})
    on conflict (document_id, coalesce(page_from, 0)) where state <> 'deleted' and document_id is not null do nothing
    returning id`);
  if (!booked) throw new Fault('conflict', 'That page of the document is booked already.');
  await writeLines(tx, booked.id, facts.lines);
  if (facts.lines.length > 0 || invoice.documentId !== null) await writeWords(tx, booked.id);
  if (invoice.documentId !== null) await noteReading(tx, booked.id, invoice);
  return one(await readInvoices(tx, sql`i.id = ${booked.id}`));
}

/** The paper says the same twice: the same number of the same vendor; or the same amount from them within days. */
async function suspect(db: Db, facts: InvoiceFacts, except: bigint | null): Promise<Suspect | null> {
  if (db.inTransaction) await oneAtATime(db, facts);
  const vendor = await findVendor(db, facts);
  if (vendor === null) return null;
  const number = numberKeyOf(facts);
  const others = sql`id is distinct from ${except}::bigint and (${except}::bigint is null or duplicate_of is distinct from ${except}::bigint)`;
  const [found] = await db.query<Suspect>(sql`
    select id, why from (
      (select id, 'vendor and number' as why from invoice
        where vendor_id = ${vendor.id} and number_key = ${number}::text and ${others} and state = any(${countedStates}) order by id limit 1)
      union all
      (select id, 'vendor, total and date' from invoice
        where vendor_id = ${vendor.id} and total_minor = ${facts.totalMinor}::bigint and currency = ${facts.currency}::text
          and date between ${facts.date}::date - 5 and ${facts.date}::date + 5 and ${others} and state = any(${countedStates}) order by id limit 1)
    ) as suspects
    order by id, why limit 1`);
  return found ?? null;
}

/** Two papers of one vendor that are booked at once look for each other: the second waits until the first is there. */
async function oneAtATime(tx: Db, { vendor }: InvoiceFacts): Promise<void> {
  if (vendor !== null) await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`suspect ${vendorKey(vendor)}`}))`);
}
