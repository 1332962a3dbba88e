import type { Actor } from '../../domain/access.ts';
import { type LayoutHint, type Lesson, lessonSays, mostHints } from '../../domain/layout-hint.ts';
import { sql } from '../../engine/sql.ts';
import type { NamedVendor } from '../../ports/vendors.ts';
import { postgresAudit } from './audit.ts';
import type { Db } from './database.ts';
import { findVendor } from './vendors.ts';

export async function hints(db: Db, named: NamedVendor): Promise<readonly LayoutHint[]> {
  const vendor = await findVendor(db, named);
  return db.query<LayoutHint>(sql`
    select id, field, kind, place, label, printed, x, y, papers from layout_hint
     where vendor_id = ${vendor?.id ?? null}::bigint order by id`);
}

type Teaching = { readonly invoice: bigint; readonly actor: Actor; readonly lessons: readonly Lesson[] };

/** Keeps what a corrected paper showed for the vendor that it now is of; the newest ways to find a field, no more. Gives those that are kept. */
export async function teachLayout(tx: Db, { invoice, actor, lessons }: Teaching): Promise<readonly Lesson[]> {
  const [of] = await tx.query<{ vendor: bigint | null; name: string | null }>(
    sql`select i.vendor_id as vendor, v.name from invoice i left join vendor v on v.id = i.vendor_id where i.id = ${invoice}`,
  );
  if (!of?.vendor) return [];
  for (const lesson of lessons) await keep(tx, of.vendor, invoice, lesson);
  if (lessons.length > 0)
    await postgresAudit(tx).changed(actor, {
      action: 'vendor.layout',
      subject: `vendor ${of.vendor}`,
      after: { name: of.name, invoice, looksFor: lessons.map(lessonSays) },
    });
  return lessons;
}

async function keep(tx: Db, vendor: bigint, invoice: bigint, lesson: Lesson): Promise<void> {
  const { field, kind, place, label, printed, x, y } = lesson;
  await tx.query(sql`
    insert into layout_hint as known (vendor_id, field, kind, place, label, printed, x, y, invoice_id)
    values (${vendor}, ${field}, ${kind}, ${place}, ${label}, ${printed}, ${x}, ${y}, ${invoice})
    on conflict on constraint layout_hint_once do update
       set papers = known.papers + case when known.invoice_id is distinct from excluded.invoice_id then 1 else 0 end,
           invoice_id = excluded.invoice_id`);
  await tx.query(sql`
    delete from layout_hint
     where id in (select id from layout_hint where vendor_id = ${vendor} and field = ${field} and kind = ${kind} order by invoice_id = ${invoice} desc nulls last, id desc offset ${mostHints})`);
}

/** By field, whether a person found the value right that a hint had found. One that was wrong is forgotten. */
export async function judgeHints(tx: Db, invoice: bigint, isRight: (field: string) => boolean | null): Promise<void> {
  const used = await tx.query<{ field: string; hint: string }>(
    sql`select used.key as field, used.value as hint from invoice_quality q, jsonb_each_text(q.hints) as used where q.invoice_id = ${invoice}`,
  );
  for (const { field, hint } of used) {
    const right = isRight(field);
    if (right === null) continue;
    if (right)
      await tx.query(sql`
        update layout_hint set papers = papers + 1, invoice_id = ${invoice}
         where id = ${hint}::bigint and invoice_id is distinct from ${invoice}::bigint`);
    else await tx.query(sql`delete from layout_hint where id = ${hint}::bigint`);
    await tx.query(sql`update invoice_quality set hints = hints - ${field}::text where invoice_id = ${invoice}`);
  }
}
