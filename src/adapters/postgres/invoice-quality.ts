import { sureFrom } from '../../domain/invoice.ts';
import { judged } from '../../domain/quality.ts';
import { sql } from '../../engine/sql.ts';
import type { Judged } from '../../ports/ledger.ts';
import type { Db } from './database.ts';
import { toJson } from './json.ts';

/** Notes how well a paper was read. Read anew, what was noted before gives way, but it does not become one that needed nobody. */
export async function noteReading(tx: Db, id: bigint, { state, confidence, hinted = {} }: Judged): Promise<void> {
  const grades = Object.entries(confidence);
  const read = judged(grades.map(([name]) => name));
  const sure = judged(grades.filter(([, grade]) => grade >= sureFrom).map(([name]) => name));
  await tx.query(sql`
    insert into invoice_quality (invoice_id, straight, read, sure, hints, settled_at)
    values (${id}, ${state === 'booked'}, ${read}, ${sure}, ${toJson(hinted)}::jsonb, case when ${state === 'booked'} then now() end)
    on conflict (invoice_id) do update set read = excluded.read, sure = excluded.sure, hints = excluded.hints`);
}

/** Notes which fields a person put right. */
export async function noteCorrected(tx: Db, id: bigint, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return;
  await tx.query(sql`
    update invoice_quality set corrected = array(select distinct unnest(corrected || ${fields}::text[]) order by 1) where invoice_id = ${id}`);
}

/** Notes when it first needed nobody any more. */
export async function noteSettled(tx: Db, id: bigint): Promise<void> {
  await tx.query(sql`
    update invoice_quality q set settled_at = now()
      from invoice i where q.invoice_id = ${id} and i.id = q.invoice_id and q.settled_at is null and i.state in ('booked', 'confirmed')`);
}
