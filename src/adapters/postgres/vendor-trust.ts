import type { Actor } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import type { Invoice } from '../../domain/invoice.ts';
import type { Money } from '../../domain/money.ts';
import { earnedBy, isWhollySure, roundAbove, type VendorTrust } from '../../domain/vendor-trust.ts';
import { sql } from '../../engine/sql.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';
import { postgresDirectory } from './directory.ts';
import { amend, type QueueOn, take } from './invoice-changes.ts';

type Row = {
  readonly id: bigint;
  readonly vendor: string;
  readonly earned: boolean;
  readonly largest: bigint | null;
  readonly currency: string | null;
  readonly under: bigint | null;
  readonly underCurrency: string | null;
  readonly setBy: string | null;
  readonly setAt: Date | null;
};

/**
 * The vendor of an invoice, and whether the last ten of theirs that a person looked at were confirmed as they were read. What only waits for somebody proves
 * nothing yet, and what confirmed itself never does. Without an account that is known nothing could confirm itself.
 */
async function vendorOf(db: Db, invoice: bigint): Promise<Row | undefined> {
  const [row] = await db.query<Row>(sql`
    select v.id, v.name as vendor, i.currency, t.under_minor as under, t.currency as "underCurrency", u.name as "setBy", t.set_at as "setAt", ten.largest,
           ten.seen = ${earnedBy} and ten.are_right and exists (select from vendor_account a where a.vendor_id = v.id) as earned
      from invoice i
      join vendor v on v.id = i.vendor_id
      left join vendor_auto_confirm t on t.vendor_id = v.id
      left join app_user u on u.id = t.set_by
     cross join lateral (
           select count(*) as seen, coalesce(bool_and(is_right), false) as are_right, max(total_minor) filter (where currency = i.currency) as largest
             from (select o.total_minor, o.currency, o.state = 'confirmed' and q.corrected = '{}' as is_right
                     from invoice o join invoice_quality q on q.invoice_id = o.id
                    where o.vendor_id = v.id and o.state <> 'deleted' and not q.self_confirmed and (o.state = 'confirmed' or q.corrected <> '{}')
                    order by o.id desc limit ${earnedBy}) as looked_at) as ten
     where i.id = ${invoice}`);
  return row;
}

export async function trustOf(db: Db, invoice: bigint): Promise<VendorTrust | null> {
  const row = await vendorOf(db, invoice);
  if (!row) return null;
  const { vendor, earned, under, underCurrency, setBy, setAt, largest, currency } = row;
  const auto =
    under !== null && underCurrency !== null && setBy !== null && setAt !== null
      ? { minor: under, currency: underCurrency, setBy, setAt }
      : null;
  const offers =
    !auto && earned && largest !== null && currency !== null ? roundAbove({ minor: largest, currency }) : null;
  return { vendor, auto, offers };
}

type Trusting = { readonly invoice: bigint; readonly actor: Actor; readonly under: Money };

export function trust(db: Db, { invoice, actor, under }: Trusting): Promise<VendorTrust> {
  return db.transaction(async (tx) => {
    const row = await vendorOf(tx, invoice);
    if (!row) throw new Fault('missing', `There is no invoice #${invoice} of a known vendor.`);
    if (!row.earned)
      throw new Fault(
        'conflict',
        `The last ${earnedBy} invoices of ${row.vendor} were not all confirmed as they were read, so a person still looks at each. Confirm some more first.`,
      );
    await tx.query(sql`
      insert into vendor_auto_confirm (vendor_id, under_minor, currency, set_by) values (${row.id}, ${under.minor}, ${under.currency}, ${actor.id})
      on conflict (vendor_id) do update set under_minor = excluded.under_minor, currency = excluded.currency, set_by = excluded.set_by, set_at = now()`);
    const after = { name: row.vendor, underMinor: under.minor, currency: under.currency };
    await postgresAudit(tx).changed(actor, { action: 'vendor.trust', subject: `vendor ${row.id}`, after });
    const set = await trustOf(tx, invoice);
    return one(set ? [set] : []);
  });
}

type Ending = { readonly invoice: bigint; readonly actor: Actor; readonly why: string };

/** Invoices of this one's vendor wait for a person again; the vendor's name, if they did not. */
export async function endTrust(tx: Db, { invoice, actor, why }: Ending): Promise<string | null> {
  const [ended] = await tx.query<{ id: bigint; name: string; under: bigint; currency: string }>(sql`
    delete from vendor_auto_confirm t using vendor v
     where t.vendor_id = (select vendor_id from invoice where id = ${invoice}) and v.id = t.vendor_id
    returning v.id, v.name, t.under_minor as under, t.currency`);
  if (!ended) return null;
  const before = { name: ended.name, underMinor: ended.under, currency: ended.currency };
  await postgresAudit(tx).changed(actor, {
    action: 'vendor.distrust',
    subject: `vendor ${ended.id}`,
    before,
    after: { why },
  });
  return ended.name;
}

/** A person takes it back; an invoice that confirmed itself waits for them as booked, since nobody has vouched for it. */
export function distrust(db: Db, queueOn: QueueOn, { invoice, actor }: Omit<Ending, 'why'>): Promise<Invoice | null> {
  return db.transaction(async (tx) => {
    await endTrust(tx, { invoice, actor, why: 'somebody stopped it' });
    const [alone] = await tx.query(sql`
      select i.id from invoice i join invoice_quality q on q.invoice_id = i.id where i.id = ${invoice} and i.state = 'confirmed' and q.self_confirmed`);
    if (!alone) return null;
    const before = await take(tx, invoice, 'reopen');
    await tx.query(sql`update invoice_quality set self_confirmed = false where invoice_id = ${invoice}`);
    return amend(tx, queueOn, { before, actor, action: 'invoice.reopen', set: sql`state = 'booked'` });
  });
}

/** Confirms what was just booked, if its vendor has earned that and nothing about it is in doubt: sure in every field, an account that is known, under the amount set. */
export async function confirmItself(tx: Db, queueOn: QueueOn, invoice: Invoice): Promise<Invoice> {
  if (!isWhollySure(invoice)) return invoice;
  const [allowed] = await tx.query(sql`
    select i.id from invoice i join vendor_auto_confirm t on t.vendor_id = i.vendor_id
     where i.id = ${invoice.id} and i.document_id is not null and i.currency = t.currency and i.total_minor > 0 and i.total_minor < t.under_minor
       and exists (select from vendor_account a where a.vendor_id = i.vendor_id and a.iban = i.iban)
       for share of t`);
  if (!allowed) return invoice;
  await tx.query(sql`update invoice_quality set self_confirmed = true where invoice_id = ${invoice.id}`);
  const actor = await postgresDirectory(tx).penny();
  return amend(tx, queueOn, { before: invoice, actor, action: 'invoice.self-confirm', set: sql`state = 'confirmed'` });
}
