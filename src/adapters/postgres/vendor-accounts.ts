import { type Actor, may } from '../../domain/access.ts';
import type { Invoice, InvoiceFacts } from '../../domain/invoice.ts';
import { taxIdKey } from '../../domain/vendor.ts';
import { sql } from '../../engine/sql.ts';
import type { NamedVendor } from '../../ports/vendors.ts';
import { postgresAudit } from './audit.ts';
import type { Db } from './database.ts';
import { findVendor } from './vendors.ts';

/** A person or an e-invoice said of an invoice that it is theirs. `v` is the vendor. */
const vouchedFor = sql`
  exists (select from invoice o where o.vendor_id = v.id and o.state <> 'deleted'
             and (o.state = 'confirmed' or o.source = 'e_invoice' or (o.vendor_text is not null and not o.confidence ? 'vendor')))`;

export async function whose(
  db: Db,
  { vendor, vendorTaxId, iban }: NamedVendor & Pick<InvoiceFacts, 'iban'>,
): Promise<string | null> {
  const tax = vendorTaxId === null ? null : taxIdKey(vendorTaxId);
  const named = await findVendor(db, { vendor, vendorTaxId: null });
  const [found] = await db.query<{ name: string }>(sql`
    select name from (
      (select v.name, 1 as place from vendor v where v.tax_id = ${tax}::text and ${vouchedFor})
      union all
      (select v.name, 2 from vendor v
        where v.id = (select min(vendor_id) from vendor_account where iban = ${iban}::text having count(*) = 1)
          and not exists (select from vendor_account where vendor_id = ${named?.id ?? null}::bigint and vendor_id <> v.id))
    ) as known
    order by place limit 1`);
  return found?.name ?? null;
}

export async function accounts(db: Db, named: NamedVendor): Promise<readonly string[]> {
  const vendor = await findVendor(db, named);
  const rows = await db.query<{ iban: string }>(
    sql`select iban from vendor_account where vendor_id = ${vendor?.id ?? null}::bigint order by created_at, iban`,
  );
  return rows.map(({ iban }) => iban);
}

/**
 * A corrected invoice teaches its account only where none was known and the person may vouch for the invoices of others: who sends a forged invoice must not
 * make its account known. What it taught about another vendor was a mistake.
 */
export async function learnAccount(tx: Db, invoice: Invoice, actor: Actor): Promise<void> {
  await tx.query(sql`
    delete from vendor_account where invoice_id = ${invoice.id}
       and vendor_id is distinct from (select vendor_id from invoice where id = ${invoice.id})`);
  const known = await tx.query(sql`
    select iban from vendor_account where vendor_id = (select vendor_id from invoice where id = ${invoice.id}) limit 1`);
  if (known.length === 0 && may(actor, 'invoice.correct')) await keepAccount(tx, invoice, actor);
}

/** Somebody vouched for this account as the vendor's. */
export async function keepAccount(tx: Db, { id, vendor, iban }: Invoice, actor: Actor): Promise<void> {
  const [kept] = await tx.query<{ vendor: bigint }>(sql`
    insert into vendor_account (vendor_id, iban, invoice_id)
    select vendor_id, iban, id from invoice where id = ${id} and vendor_id is not null and iban is not null
    on conflict on constraint vendor_account_once do nothing
    returning vendor_id as vendor`);
  if (!kept) return;
  const after = { name: vendor, iban, invoice: id };
  await postgresAudit(tx).changed(actor, { action: 'vendor.account', subject: `vendor ${kept.vendor}`, after });
}
