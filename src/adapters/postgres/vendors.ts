import type { InvoiceFacts } from '../../domain/invoice.ts';
import { taxIdKey, vendorKey } from '../../domain/vendor.ts';
import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';

export type Vendor = { readonly id: bigint; readonly categoryId: bigint | null };
type Named = Pick<InvoiceFacts, 'vendor' | 'vendorTaxId'>;
type Keys = { readonly name: string | null; readonly tax: string | null };

const keysOf = ({ vendor, vendorTaxId }: Named): Keys => ({
  name: vendor === null || vendor.trim() === '' ? null : vendorKey(vendor),
  tax: vendorTaxId === null ? null : taxIdKey(vendorTaxId),
});

/** The vendor meant: by tax id first, then by what was taught of the name, then by the name itself. Makes none. */
export const findVendor = (db: Db, named: Named): Promise<Vendor | null> => look(db, keysOf(named));

/** The vendor meant, made if new; what the paper says besides is remembered: another name, a tax id that was not known. Null when it names none. */
export async function meetVendor(tx: Db, named: Named): Promise<Vendor | null> {
  const { name, tax } = keysOf(named);
  if (name === null && tax === null) return null;
  const familiar = await look(tx, { name, tax });
  if (familiar?.nothingNew) return familiar;
  await alone(tx);
  const there = await look(tx, { name, tax });
  if (there) return learn(tx, there, { name, tax });
  const [made] = await tx.query<Vendor>(sql`
    insert into vendor (name, name_key, tax_id) values (${named.vendor?.trim() || tax}, ${name ?? tax}, ${tax})
    returning id, category_id as "categoryId"`);
  return made ?? null;
}

/** Whoever learns something about vendors does it alone, until the transaction ends. */
export const alone = (tx: Db): Promise<unknown> => tx.query(sql`select pg_advisory_xact_lock(hashtext('vendor'))`);

/** Was this way of writing a vendor taught, by a person or by a tax id? */
export async function isTaught(db: Db, name: string): Promise<boolean> {
  const rows = await db.query(sql`select vendor_id from vendor_alias where name_key = ${vendorKey(name)}`);
  return rows.length > 0;
}

async function look(db: Db, { name, tax }: Keys): Promise<(Vendor & { readonly nothingNew: boolean }) | null> {
  const [vendor] = await db.query<Vendor & { nothingNew: boolean }>(sql`
    with asked as (select ${name}::text as name, coalesce(${name}::text, ${tax}::text) as key, ${tax}::text as tax)
    select v.id, v.category_id as "categoryId",
           (asked.tax is null or v.tax_id is not null)
           and (asked.name is null or exists (select from vendor where name_key = asked.name) or exists (select from vendor_alias where name_key = asked.name))
             as "nothingNew"
      from asked, vendor v
     where v.tax_id = asked.tax or v.name_key = asked.key or v.id = (select vendor_id from vendor_alias where name_key = asked.name)
     order by coalesce(v.tax_id = asked.tax, false) desc, coalesce(v.name_key = asked.key, false)
     limit 1`);
  return vendor ?? null;
}

async function learn(tx: Db, vendor: Vendor, { name, tax }: Keys): Promise<Vendor> {
  await tx.query(sql`
    update vendor set tax_id = ${tax} where id = ${vendor.id} and tax_id is null and not exists (select from vendor where tax_id = ${tax})`);
  await tx.query(sql`
    insert into vendor_alias (name_key, vendor_id)
    select ${name}::text, ${vendor.id}::bigint where ${name}::text is not null and not exists (select from vendor where name_key = ${name}::text)
    on conflict (name_key) do nothing`);
  return vendor;
}
