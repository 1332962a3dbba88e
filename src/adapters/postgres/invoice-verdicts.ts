import type { Actor } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import { type Invoice, invoiceCan, sureFrom, type Verdict } from '../../domain/invoice.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';
import { amend, putBack, type QueueOn, take, takenOut } from './invoice-changes.ts';
import { readInvoices } from './invoice-rows.ts';
import { toJson } from './json.ts';

type Of = { readonly id: bigint; readonly actor: Actor };

export const decide = (db: Db, queueOn: QueueOn, { verdict, ...of }: Of & { readonly verdict: Verdict }) =>
  db.transaction((tx) => decideIn(tx, queueOn, of, verdict));

export const undecide = (db: Db, queueOn: QueueOn, of: Of) => db.transaction((tx) => undecideIn(tx, queueOn, of));

async function decideIn(tx: Db, queueOn: QueueOn, { id, actor }: Of, verdict: Verdict): Promise<Invoice> {
  const first = await takeBoth(tx, id);
  const before = await take(tx, id, 'decide');
  if (verdict === 'replaces' && first && invoiceCan('delete', first))
    await amend(tx, queueOn, { before: first, actor, action: 'invoice.replaced', set: takenOut('replaced') });
  if (verdict === 'credit_note' && positive(before)) await turnLines(tx, id);
  const set = sql`${changes[verdict](before)}, verdict = ${verdict}`;
  return amend(tx, queueOn, { before, actor, action: 'invoice.decide', set });
}

export async function undecideIn(tx: Db, queueOn: QueueOn, { id, actor }: Of): Promise<Invoice> {
  const first = await takeBoth(tx, id);
  const before = await take(tx, id, 'undecide');
  if (before.verdict === null)
    throw new Fault(
      'conflict',
      `Nobody has decided about invoice ${id}, or somebody undid it already. Look at it again.`,
    );
  if (before.verdict === 'replaces' && first?.removedWhy === 'replaced')
    await amend(tx, queueOn, { before: first, actor, action: 'invoice.restore', set: putBack });
  const turned = await turnedBy(tx, id);
  if (turned.amounts) await turnLines(tx, id);
  const back = sql`${turned.kind === null ? sql`kind = kind` : sql`kind = ${turned.kind}`}, ${turned.amounts ? opposite : same}`;
  const set = sql`state = 'held', verdict = null, verdict_changed = null, ${back}`;
  return amend(tx, queueOn, { before, actor, action: 'invoice.undecide', set });
}

/** Keeps others from both, the lower number first, so that two people cannot wait for each other. Gives the first one. */
async function takeBoth(tx: Db, id: bigint): Promise<Invoice | null> {
  await tx.query(sql`
    select id from invoice
     where id = ${id} or id = (select duplicate_of from invoice where id = ${id})
     order by id for no key update`);
  const [first] = await readInvoices(tx, sql`i.id = (select duplicate_of from invoice where id = ${id})`);
  return first ?? null;
}

/** What counts from now on is looked at like any other: in doubt it goes to review. */
const counts = sql`
  state = case when jsonb_path_exists(checks, '$[*] ? (@.ok == false)')
                 or jsonb_path_exists(confidence, '$.* ? (@ < $sure)', ${toJson({ sure: sureFrom })}::jsonb)
               then 'review' else 'booked' end`;
const opposite = sql`net_minor = -net_minor, tax_minor = -tax_minor, total_minor = -total_minor`;
const same = sql`total_minor = total_minor`;

const changes: Readonly<Record<Verdict, (before: Invoice) => Query>> = {
  same: () => takenOut('same'),
  different: () => counts,
  replaces: () => counts,
  credit_note: (before) => sql`
    ${counts}, kind = 'credit_note', ${positive(before) ? opposite : same},
    verdict_changed = ${toJson({ kind: before.kind, amounts: positive(before) })}::jsonb`,
};

/** Most credit notes state their amounts positive; the ledger holds them negative. */
const positive = ({ totalMinor }: Pick<Invoice, 'totalMinor'>): boolean => (totalMinor ?? 0n) > 0n;

/** Quantity and total turn, the price of one does not: less of the same thing. */
export async function turnLines(tx: Db, id: bigint): Promise<void> {
  await tx.query(
    sql`update invoice_line set quantity = -quantity, total_minor = -total_minor where invoice_id = ${id}`,
  );
}

type Turned = { readonly kind: string | null; readonly amounts: boolean };

async function turnedBy(tx: Db, id: bigint): Promise<Turned> {
  const [row] = await tx.query<Turned>(sql`
    select verdict_changed ->> 'kind' as kind, coalesce((verdict_changed ->> 'amounts')::boolean, false) as amounts from invoice where id = ${id}`);
  return row ?? { kind: null, amounts: false };
}
