import type { Actor } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import { type Invoice, type InvoiceVerb, statesFor } from '../../domain/invoice.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Queue } from '../../ports/queue.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';
import { readInvoices, stateWords } from './invoice-rows.ts';

export type QueueOn = (db: Db) => Queue;

export const subjectOf = (id: bigint) => `invoice ${id}`;

type Told = {
  readonly id: bigint;
  readonly actor: Actor;
  readonly action: string;
  readonly before?: object;
  readonly after: object;
};

/** What belongs to every change: the record of it, and the task that shows it. */
export async function tell(tx: Db, queueOn: QueueOn, { id, actor, action, before, after }: Told): Promise<void> {
  await postgresAudit(tx).changed(actor, {
    action,
    subject: subjectOf(id),
    ...(before ? { before: onRecord(before) } : {}),
    after: onRecord(after),
  });
  await queueOn(tx).send({ name: 'show-invoice', payload: { invoice: id.toString() }, key: id.toString() });
}

/** The version is between Penny and her forms. */
const onRecord = ({ version: _, ...kept }: { readonly version?: string }): object => kept;

/** The invoice, kept from others until the transaction ends. Of two people who act at once, the slower one gets a conflict. */
export async function take(tx: Db, id: bigint, verb: InvoiceVerb): Promise<Invoice> {
  const [locked] = await tx.query(sql`select id from invoice where id = ${id} for no key update`);
  if (locked === undefined) throw new Fault('missing', `There is no invoice ${id}. Check the number.`);
  const before = one(await readInvoices(tx, sql`i.id = ${id}`));
  if (statesFor(verb).includes(before.state)) return before;
  const says = `Invoice ${id} is ${stateWords[before.state]}, so you cannot ${verb} it. Look at it again: somebody may have been faster.`;
  throw new Fault('conflict', says);
}

type Step = { readonly id: bigint; readonly actor: Actor; readonly verb: InvoiceVerb; readonly set: Query };

/** Changes the state if it still allows the verb. */
export function change(db: Db, queueOn: QueueOn, { id, actor, verb, set }: Step): Promise<Invoice> {
  return db.transaction(async (tx) => {
    const before = await take(tx, id, verb);
    await tx.query(sql`update invoice set ${set} where id = ${id}`);
    const after = one(await readInvoices(tx, sql`i.id = ${id}`));
    const action = verb === 'delete' ? 'invoice.remove' : `invoice.${verb}`;
    await tell(tx, queueOn, { id, actor, action, before, after });
    return after;
  });
}
