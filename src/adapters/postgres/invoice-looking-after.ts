import type { Actor } from '../../domain/access.ts';
import type { Invoice } from '../../domain/invoice.ts';
import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';
import { amend, mine, type QueueOn, take } from './invoice-changes.ts';

type Looking = { readonly id: bigint; readonly actor: Actor };

/** Whoever said so last looks after it. */
export const lookAfter = (db: Db, queueOn: QueueOn, { id, actor }: Looking): Promise<Invoice> =>
  db.transaction(async (tx) => {
    const before = await take(tx, id, 'lookAfter');
    mine(before, actor, 'invoice.correct', 'lookAfter');
    if (before.takenBy?.id === actor.id) return before;
    const set = sql`taken_by = ${actor.id}, taken_at = now()`;
    return amend(tx, queueOn, { before, actor, action: 'invoice.look-after', set });
  });

export const letGo = (db: Db, queueOn: QueueOn, { id, actor }: Looking): Promise<Invoice> =>
  db.transaction(async (tx) => {
    const before = await take(tx, id, 'letGo');
    if (before.takenBy?.id !== actor.id) return before;
    return amend(tx, queueOn, { before, actor, action: 'invoice.let-go', set: sql`taken_by = null, taken_at = null` });
  });
