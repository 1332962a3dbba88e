import { type Actor, may } from '../../domain/access.ts';
import { sureFrom } from '../../domain/invoice.ts';
import { needed, type WaitingReason } from '../../domain/waiting.ts';
import { sql } from '../../engine/sql.ts';
import type { Waiting } from '../../ports/ledger.ts';
import { type Db, one } from './database.ts';
import { readInvoices } from './invoice-rows.ts';

type Counts = Readonly<Record<WaitingReason, bigint>> & { readonly total: bigint };

/** What waits for a person, as far as this one may see it: all of it counted, the oldest shown. */
export async function waiting(db: Db, actor: Actor, most: number): Promise<Waiting> {
  const all = may(actor, 'invoice.read');
  const seen = sql`i.state in ('review', 'held') and (${all} or i.added_by = ${actor.id})`;
  const counts = await db.query<Counts>(sql`
    select count(*) as total,
           count(*) filter (where state = 'held') as duplicate,
           count(*) filter (where state = 'review' and jsonb_path_exists(checks, '$[*] ? (@.ok == false)')) as check,
           count(*) filter (where state = 'review' and (vendor_id is null or date is null or currency is null or total_minor is null
                                                        or (number is null and kind <> 'receipt'))) as missing,
           count(*) filter (where state = 'review' and exists (
             select from jsonb_each_text(confidence) as field
              where field.key = any(${Object.keys(needed)}::text[]) and field.value::numeric < ${sureFrom}::numeric)) as unsure
      from invoice i where ${seen}`);
  const invoices = await readInvoices(
    db,
    sql`i.id in (select i.id from invoice i where ${seen} order by i.id limit ${most})`,
  );
  const { total, ...reasons } = one(counts);
  return {
    total: Number(total),
    reasons: Object.fromEntries(
      Object.entries(reasons).map(([name, count]) => [name, Number(count)]),
    ) as Waiting['reasons'], // the same keys
    invoices: invoices.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
