import { type Actor, may } from '../../domain/access.ts';
import { taxIdKey, vendorKey } from '../../domain/vendor.ts';
import { sql } from '../../engine/sql.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';
import { alone, type Vendor } from './vendors.ts';

type Lesson = { readonly invoice: bigint; readonly name: string; readonly actor: Actor };
type Taught = Vendor & { readonly learnt: string | null };

/** Whom the paper was taken to be from. `used`: other invoices are theirs; `vouched`: a person or an e-invoice said of one of those that they are. */
type Read = {
  readonly id: bigint | null;
  readonly key: string | null;
  readonly tax: string | null;
  readonly used: boolean;
  readonly vouched: boolean;
  readonly text: string | null;
  readonly paperTax: string | null;
};

/**
 * A person says that this invoice is from `name`. What stood on the paper is remembered as another name of theirs, and its tax id as theirs, unless both belong
 * to a vendor that somebody vouched for: one wrong paper does not unmake a right vendor.
 */
export async function teachVendor(tx: Db, { invoice, name, actor }: Lesson): Promise<Taught> {
  await alone(tx);
  const read = await readAs(tx, invoice);
  const there = await named(tx, name);
  const same = there !== null && there.id === read.id;
  const vendor = await vendorCalled(tx, name, {
    there,
    read,
    rename: same ? !read.vouched || may(actor, 'invoice.correct') : !read.used,
  });
  const learnt = await remember(tx, vendor, read);
  await postgresAudit(tx).changed(actor, {
    action: 'vendor.teach',
    subject: `vendor ${vendor.id}`,
    before: { name: read.text, taxId: read.paperTax },
    after: { name, learnt },
  });
  return { ...vendor, learnt };
}

async function readAs(tx: Db, invoice: bigint): Promise<Read> {
  const rows = await tx.query<Read>(sql`
    select v.id, v.name_key as key, v.tax_id as tax, i.vendor_text as text, i.vendor_tax_id as "paperTax",
           exists (select from invoice o where o.vendor_id = v.id and o.id <> i.id and o.state <> 'deleted') as used,
           exists (select from invoice o where o.vendor_id = v.id and o.id <> i.id and o.state <> 'deleted'
                    and (o.state = 'confirmed' or o.source = 'e_invoice' or (o.vendor_text is not null and not o.confidence ? 'vendor'))) as vouched
      from invoice i left join vendor v on v.id = i.vendor_id
     where i.id = ${invoice}`);
  return one(rows);
}

type Called = Vendor & { readonly key: string };

async function named(tx: Db, name: string): Promise<Called | null> {
  const key = vendorKey(name);
  const [vendor] = await tx.query<Called>(sql`
    select id, category_id as "categoryId", name_key as key from vendor
     where name_key = ${key} or id = (select vendor_id from vendor_alias where name_key = ${key})
     order by name_key = ${key} desc limit 1`);
  return vendor ?? null;
}

type Naming = { readonly there: Called | null; readonly read: Read; readonly rename: boolean };

/** The vendor of that name: there already, the one read under its right name, or a new one. */
async function vendorCalled(tx: Db, name: string, { there, read, rename }: Naming): Promise<Called> {
  const key = vendorKey(name);
  if (there !== null && (there.id !== read.id || !rename)) return there;
  if (read.id === null || !rename) {
    return one(
      await tx.query<Called>(sql`
        insert into vendor (name, name_key) values (${name}, ${key}) returning id, category_id as "categoryId", name_key as key`),
    );
  }
  await tx.query(sql`delete from vendor_alias where name_key = ${key}`);
  const renamed = await tx.query<Called>(sql`
    update vendor set name = ${name}, name_key = ${key} where id = ${read.id} returning id, category_id as "categoryId", name_key as key`);
  await alias(tx, read.key, one(renamed));
  return one(renamed);
}

/** Gives the name and the tax id of the paper to the vendor; the name, if that taught something. */
async function remember(tx: Db, vendor: Called, read: Read): Promise<string | null> {
  const other = read.id !== null && read.id !== vendor.id;
  const key = read.text?.trim() ? vendorKey(read.text) : null;
  const tax = read.paperTax === null ? null : taxIdKey(read.paperTax);
  if (!(other && read.vouched)) {
    if (other) await tx.query(sql`update vendor set tax_id = null where id = ${read.id} and tax_id = ${tax}::text`);
    await tx.query(sql`
      update vendor set tax_id = ${tax}
       where id = ${vendor.id} and tax_id is null and not exists (select from vendor where tax_id = ${tax}::text)`);
  }
  if (other && read.vouched && key === read.key) return null;
  return (await alias(tx, key, vendor)) ? read.text : null;
}

async function alias(tx: Db, key: string | null, vendor: Called): Promise<boolean> {
  if (key === null || key === vendor.key) return false;
  await tx.query(sql`
    insert into vendor_alias (name_key, vendor_id) values (${key}, ${vendor.id})
    on conflict (name_key) do update set vendor_id = excluded.vendor_id`);
  return true;
}
