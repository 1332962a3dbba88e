import type { Actor } from '../../domain/access.ts';
import { accountVouchedFor } from '../../domain/account.ts';
import type { Invoice } from '../../domain/invoice.ts';
import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';
import { amend, type QueueOn, take } from './invoice-changes.ts';
import { toJson } from './json.ts';
import { judgeHints } from './layout-hints.ts';
import { keepAccount } from './vendor-accounts.ts';

type Confirming = { readonly id: bigint; readonly actor: Actor };

/** A person vouches for the whole of it: what it was read by was right, its account is the vendor's, and the check that asked about it is answered. */
export function confirm(db: Db, queueOn: QueueOn, { id, actor }: Confirming): Promise<Invoice> {
  return db.transaction(async (tx) => {
    const before = await take(tx, id, 'confirm');
    await keepAccount(tx, before, actor);
    await judgeHints(tx, id, () => true);
    const checks = accountVouchedFor(before.checks, before.iban);
    const set = sql`state = 'confirmed', checks = ${toJson(checks)}::jsonb`;
    return amend(tx, queueOn, { before, actor, action: 'invoice.confirm', set });
  });
}
