import { type Actor, may } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import type { Invoice } from '../../domain/invoice.ts';
import { sql } from '../../engine/sql.ts';
import { type Db, one } from './database.ts';
import { amend, mine, putBack, type QueueOn, take, takenOut } from './invoice-changes.ts';
import { readInvoices } from './invoice-rows.ts';
import { undecideIn } from './invoice-verdicts.ts';

type Of = { readonly id: bigint; readonly actor: Actor };

export function discard(db: Db, queueOn: QueueOn, { id, actor }: Of): Promise<Invoice> {
  return db.transaction(async (tx) => {
    const before = await take(tx, id, 'discard');
    mine(before, actor, 'invoice.correct', 'discard');
    return amend(tx, queueOn, { before, actor, action: 'invoice.discard', set: takenOut('not_an_invoice') });
  });
}

export function restore(db: Db, queueOn: QueueOn, { id, actor }: Of): Promise<Invoice> {
  return db.transaction(async (tx) => {
    const [known] = await readInvoices(tx, sql`i.id = ${id}`);
    if (known?.removedWhy === 'replaced') return inPlaceOf(tx, queueOn, { id, actor });
    const before = await take(tx, id, 'restore');
    if (!may(actor, 'invoice.delete')) ownMistake(before, actor);
    const set = before.removedWhy === 'same' ? sql`${putBack}, verdict = null` : putBack;
    return amend(tx, queueOn, { before, actor, action: 'invoice.restore', set });
  });
}

/** Only what they sent themselves and was found to be no invoice; what an accountant deleted stays deleted. */
function ownMistake(before: Invoice, actor: Actor): void {
  mine(before, actor, 'invoice.delete', 'restore');
  if (before.removedWhy !== 'not_an_invoice')
    throw new Fault(
      'forbidden',
      `Invoice ${before.id} was deleted, and your role does not let you restore it. Ask an accountant.`,
    );
}

/** What stood in its place is held again; that puts it back. */
async function inPlaceOf(tx: Db, queueOn: QueueOn, { id, actor }: Of): Promise<Invoice> {
  if (!may(actor, 'duplicate.decide'))
    throw new Fault('forbidden', 'Your role does not let you decide about duplicates. Ask an accountant.');
  const [later] = await tx.query<{ id: bigint }>(
    sql`select id from invoice where duplicate_of = ${id} and verdict = 'replaces' and state <> 'deleted' order by id desc limit 1`,
  );
  if (later) await undecideIn(tx, queueOn, { id: later.id, actor });
  else
    await amend(tx, queueOn, { before: await take(tx, id, 'restore'), actor, action: 'invoice.restore', set: putBack });
  return one(await readInvoices(tx, sql`i.id = ${id}`));
}
