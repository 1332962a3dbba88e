import { type Actor, may, type Permission } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import { type Found, type Invoice, type InvoiceVerb, type Removal, statesFor } from '../../domain/invoice.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Queue } from '../../ports/queue.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';
import { noteSettled } from './invoice-quality.ts';
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

/** What belongs to every change: the record of it, when it needed nobody any more, and the task that shows it. */
export async function tell(tx: Db, queueOn: QueueOn, { id, actor, action, before, after }: Told): Promise<void> {
  await postgresAudit(tx).changed(actor, {
    action,
    subject: subjectOf(id),
    ...(before ? { before: onRecord(before) } : {}),
    after: onRecord(after),
  });
  await noteSettled(tx, id);
  await queueOn(tx).send({ name: 'show-invoice', payload: { invoice: id.toString() }, key: id.toString() });
}

/** The version is between Penny and her forms; where on the paper a value stands is no change of the invoice. */
const onRecord = ({ version: _, found: __, ...kept }: { readonly version?: string; readonly found?: Found }): object =>
  kept;

/** The invoice, kept from others until the transaction ends. Of two people who act at once, the slower one gets a conflict. */
export async function take(tx: Db, id: bigint, verb: InvoiceVerb): Promise<Invoice> {
  const [locked] = await tx.query(sql`select id from invoice where id = ${id} for no key update`);
  if (locked === undefined) throw new Fault('missing', `There is no invoice ${id}. Check the number.`);
  const before = one(await readInvoices(tx, sql`i.id = ${id}`));
  if (statesFor(verb).includes(before.state)) return before;
  const says = `Invoice ${id} is ${stateWords[before.state]}, so you cannot ${verbWords[verb]}. Look at it again: somebody may have been faster.`;
  throw new Fault('conflict', says);
}

const verbWords: Readonly<Record<InvoiceVerb, string>> = {
  confirm: 'confirm it',
  correct: 'correct it',
  discard: 'take it out',
  reread: 'have it read again',
  delete: 'delete it',
  restore: 'restore it',
  decide: 'decide about it',
  undecide: 'undo the decision about it',
  lookAfter: 'look after it',
  letGo: 'let it go',
  reopen: 'take back that it was confirmed',
};

type Step = {
  readonly id: bigint;
  readonly actor: Actor;
  readonly verb: InvoiceVerb;
  readonly set: Query;
  readonly action?: string;
};

/** Changes the state if it still allows the verb. */
export function change(db: Db, queueOn: QueueOn, { id, actor, verb, set, action }: Step): Promise<Invoice> {
  return db.transaction(async (tx) => {
    const before = await take(tx, id, verb);
    return amend(tx, queueOn, { before, actor, action: action ?? `invoice.${verb}`, set });
  });
}

type Amendment = { readonly before: Invoice; readonly actor: Actor; readonly action: string; readonly set: Query };

/** Changes an invoice that was taken for it, and tells. */
export async function amend(tx: Db, queueOn: QueueOn, { before, actor, action, set }: Amendment): Promise<Invoice> {
  const { id } = before;
  await tx.query(sql`update invoice set ${set} where id = ${id}`);
  const after = one(await readInvoices(tx, sql`i.id = ${id}`));
  await tell(tx, queueOn, { id, actor, action, before, after });
  return after;
}

/** What a removal sets; `putBack` undoes it. */
export const takenOut = (why: Removal): Query =>
  sql`state_before_deletion = state, state = 'deleted', removed_why = ${why}`;
export const putBack = sql`state = state_before_deletion, state_before_deletion = null, removed_why = null`;

/** Refuses what is not as the person saw it; they hear who was faster. */
export async function unchanged(tx: Db, invoice: Invoice, version: string, next: string): Promise<void> {
  if (invoice.version === version) return;
  const [last] = await tx.query<{ actor: string }>(
    sql`select actor from audit_log where subject = ${subjectOf(invoice.id)} order by seq desc limit 1`,
  );
  throw new Fault('conflict', `${last?.actor ?? 'Somebody'} changed invoice ${invoice.id} ${next}`);
}

/** Refuses who may not touch this one: it is as if it were not there. */
export function mine(invoice: Invoice, actor: Actor, all: Permission, verb: InvoiceVerb): void {
  if (invoice.addedBy.id !== actor.id && !may(actor, all))
    throw new Fault('missing', `There is no invoice ${invoice.id} of yours, so you cannot ${verbWords[verb]}.`);
}
