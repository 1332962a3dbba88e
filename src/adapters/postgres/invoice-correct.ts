import type { Actor } from '../../domain/access.ts';
import { changedNames, turns } from '../../domain/correction.ts';
import type { Correctable, Invoice } from '../../domain/invoice.ts';
import type { Lesson } from '../../domain/layout-hint.ts';
import { misread } from '../../domain/quality.ts';
import { sql } from '../../engine/sql.ts';
import type { Corrected } from '../../ports/ledger.ts';
import { categoryOf } from './categories.ts';
import { type Db, one } from './database.ts';
import { mine, type QueueOn, take, tell, unchanged } from './invoice-changes.ts';
import { noteCorrected } from './invoice-quality.ts';
import { numberKeyOf, readInvoices } from './invoice-rows.ts';
import { turnLines } from './invoice-verdicts.ts';
import { toJson } from './json.ts';
import { judgeHints, teachLayout } from './layout-hints.ts';
import { learnAccount } from './vendor-accounts.ts';
import { teachVendor } from './vendor-teaching.ts';
import { endTrust } from './vendor-trust.ts';

type Correcting = { readonly id: bigint; readonly actor: Actor; readonly corrected: Corrected };

export function correct(db: Db, queueOn: QueueOn, { id, actor, corrected }: Correcting) {
  return db.transaction(async (tx) => {
    const before = await seen(tx, id, actor, corrected.version);
    const { values } = corrected;
    const ended = await endTrusts(tx, { id, actor, before, corrected });
    const vendor = await vendorOf(tx, before, values.vendor, actor);
    const category = await settleCategory(tx, before, values.category, vendor);
    if (turns(before, values)) await turnLines(tx, id);
    await tx.query(sql`
      update invoice
         set state = ${corrected.state}, duplicate_of = ${corrected.duplicateOf},
             verdict = case when duplicate_of is not distinct from ${corrected.duplicateOf}::bigint then verdict end,
             verdict_changed = case when kind = ${values.kind} and total_minor = ${values.totalMinor}::bigint then verdict_changed end,
             kind = ${values.kind}, vendor_id = ${vendor.id},
             number = ${values.number}, number_key = ${numberKeyOf(values)}, date = ${values.date}, due_date = ${values.dueDate},
             currency = ${values.currency}, net_minor = ${values.netMinor}, tax_minor = ${values.taxMinor}, total_minor = ${values.totalMinor},
             category_id = ${category}, confidence = ${toJson(corrected.confidence)}::jsonb, checks = ${toJson(corrected.checks)}::jsonb
       where id = ${id}`);
    const invoice = one(await readInvoices(tx, sql`i.id = ${id}`));
    const looksFor = await learn(tx, before, invoice, { id, actor, corrected });
    const names = [...changedNames(before, invoice), ...(before.state === invoice.state ? [] : (['state'] as const))];
    await tell(tx, queueOn, {
      id,
      actor,
      action: 'invoice.correct',
      before: only(before, names),
      after: only(invoice, names),
    });
    const endedToo = await endTrusts(tx, { id, actor, before, corrected });
    return { invoice, learnt: vendor.learnt, looksFor, ended: [...ended, ...endedToo] };
  });
}

/** What a person typed says nothing about reading. Asked before and after the vendor changes: whose reading was wrong, and whose it turned out to be, must be looked at again. */
async function endTrusts(
  tx: Db,
  { id, actor, before, corrected }: Correcting & { readonly before: Invoice },
): Promise<readonly string[]> {
  if (before.documentId === null || misread(changedNames(before, corrected.values)).length === 0) return [];
  const name = await endTrust(tx, { invoice: id, actor, why: `invoice ${id} was corrected` });
  return name === null ? [] : [name];
}

/** What the correction tells of the account, of the reading, and of the hints by which it was read; gives what Penny will look for. */
async function learn(
  tx: Db,
  before: Invoice,
  invoice: Invoice,
  { id, actor, corrected }: Correcting,
): Promise<readonly Lesson[]> {
  await learnAccount(tx, invoice, actor);
  const wrong = misread(changedNames(before, invoice));
  await noteCorrected(tx, id, wrong);
  const lookedAt = (field: string) => field in before.confidence && !(field in corrected.confidence);
  await judgeHints(tx, id, (field) => (wrong.includes(field) ? false : lookedAt(field) || null));
  return teachLayout(tx, { invoice: id, actor, lessons: corrected.lessons ?? [] });
}

/** The invoice as the person saw it; they hear who was faster. */
async function seen(tx: Db, id: bigint, actor: Actor, version: string): Promise<Invoice> {
  const before = await take(tx, id, 'correct');
  mine(before, actor, 'invoice.correct', 'correct');
  await unchanged(
    tx,
    before,
    version,
    'while you had it open, so nothing of yours was saved. Press Correct again to see what it says now.',
  );
  return before;
}

type Vendor = {
  readonly id: bigint | null;
  readonly categoryId: bigint | null;
  readonly learnt: string | null;
  readonly changed: boolean;
};

async function vendorOf(tx: Db, before: Invoice, name: string | null, actor: Actor): Promise<Vendor> {
  if (name !== null && name !== before.vendor)
    return { ...(await teachVendor(tx, { invoice: before.id, name, actor })), changed: true };
  const rows = await tx.query<Pick<Vendor, 'id' | 'categoryId'>>(
    sql`select v.id, v.category_id as "categoryId" from invoice i left join vendor v on v.id = i.vendor_id where i.id = ${before.id}`,
  );
  return { ...one(rows), learnt: null, changed: false };
}

/** A category that a person gave becomes the vendor's own; one that they left alone comes with another vendor. */
async function settleCategory(
  tx: Db,
  before: Invoice,
  name: Correctable['category'],
  { id, categoryId, changed }: Vendor,
): Promise<bigint | null> {
  const given = name === null ? null : await categoryOf(tx, name);
  if (name === before.category) return changed || given === null ? (categoryId ?? given) : given;
  if (given !== null && id !== null) await tx.query(sql`update vendor set category_id = ${given} where id = ${id}`);
  return given;
}

const only = (invoice: Invoice, names: readonly (keyof Invoice)[]): object =>
  Object.fromEntries(names.map((name) => [name, invoice[name]]));
