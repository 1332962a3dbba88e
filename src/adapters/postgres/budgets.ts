import type { Actor } from '../../domain/access.ts';
import { allSpend, type Budget, type BudgetFor } from '../../domain/budget.ts';
import { Fault } from '../../domain/fault.ts';
import { nearest } from '../../domain/nearest.ts';
import { termsIn } from '../../domain/search-words.ts';
import { vendorKey } from '../../domain/vendor.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Budgets } from '../../ports/budgets.ts';
import { postgresAudit } from './audit.ts';
import { categoryOf } from './categories.ts';
import { type Db, one } from './database.ts';
import { type Ids, vendorsLike, vendorsNamed } from './vendor-search.ts';
import { findVendor } from './vendors.ts';

export const postgresBudgets = (db: Db): Budgets => ({
  all: () => read(db, sql`true`),

  async currencies() {
    const rows = await db.query<{ currency: string }>(sql`
      select currency::text from invoice_summary_category union select currency::text from budget order by currency`);
    return rows.map(({ currency }) => currency);
  },

  set: (what, { minor, currency }, { actor }) =>
    db.transaction(async (tx) => {
      await alone(tx);
      const { vendor, category } = await subjectOf(tx, what);
      const [before] = await read(
        tx,
        sql`b.vendor_id is not distinct from ${vendor}::bigint and b.category_id is not distinct from ${category}::bigint and b.currency = ${currency}`,
      );
      if (before) return amend(tx, before, minor, actor);
      const [made] = await tx.query<{ id: bigint }>(sql`
        insert into budget (vendor_id, category_id, currency, month_minor, set_by) values (${vendor}, ${category}, ${currency}, ${minor}, ${actor.id}) returning id`);
      return told(tx, actor, one(await read(tx, sql`b.id = ${made?.id}`)));
    }),

  change: (id, monthMinor, { actor }) =>
    db.transaction(async (tx) => {
      await alone(tx);
      return amend(tx, await there(tx, id), monthMinor, actor);
    }),

  remove: (id, { actor }) =>
    db.transaction(async (tx) => {
      await alone(tx);
      const before = await there(tx, id);
      await tx.query(sql`delete from budget where id = ${id}`);
      const change = { action: 'budget.remove', subject: `budget ${id}`, before: onRecord(before) };
      await postgresAudit(tx).changed(actor, change);
      return before;
    }),
});

/** Whoever changes budgets does it alone, until the transaction ends: what the record says was there before is what was. */
const alone = (tx: Db): Promise<unknown> => tx.query(sql`select pg_advisory_xact_lock(hashtext('budget'))`);

const read = (db: Db, where: Query): Promise<readonly Budget[]> =>
  db.query<Budget>(sql`
    select b.id, case when b.vendor_id is not null then 'vendor' when b.category_id is not null then 'category' else 'all' end as of,
           coalesce(v.name, c.name, ${allSpend}) as name, b.currency, b.month_minor as "monthMinor", u.name as "setBy", b.set_at as "setAt"
      from budget b
      left join vendor v on v.id = b.vendor_id
      left join category c on c.id = b.category_id
      join app_user u on u.id = b.set_by
     where ${where}
     order by b.vendor_id is not null, b.category_id is not null, lower(coalesce(v.name, c.name)), b.currency, b.id`);

async function there(tx: Db, id: bigint): Promise<Budget> {
  const [budget] = await read(tx, sql`b.id = ${id}`);
  if (budget) return budget;
  throw new Fault('missing', 'Somebody removed that budget. Type /penny settings to see those there are.');
}

async function amend(tx: Db, before: Budget, monthMinor: bigint, actor: Actor): Promise<Budget> {
  await tx.query(
    sql`update budget set month_minor = ${monthMinor}, set_by = ${actor.id}, set_at = now() where id = ${before.id}`,
  );
  return told(tx, actor, one(await read(tx, sql`b.id = ${before.id}`)), before);
}

async function told(tx: Db, actor: Actor, budget: Budget, before?: Budget): Promise<Budget> {
  await postgresAudit(tx).changed(actor, {
    action: 'budget.set',
    subject: `budget ${budget.id}`,
    ...(before && { before: onRecord(before) }),
    after: onRecord(budget),
  });
  return budget;
}

const onRecord = ({ of, name, currency, monthMinor }: Budget): object => ({ of, name, currency, monthMinor });

type Subject = { readonly vendor: bigint | null; readonly category: bigint | null };

async function subjectOf(tx: Db, what: BudgetFor): Promise<Subject> {
  if (what.of === 'all') return { vendor: null, category: null };
  if (what.of === 'category') return { vendor: null, category: await categoryOf(tx, what.name) };
  const vendor = await findVendor(tx, { vendor: what.name, vendorTaxId: null });
  if (vendor) return { vendor: vendor.id, category: null };
  const meant = await nearestVendor(tx, what.name);
  const next = meant ? `Did you mean “${meant}”?` : 'Write the name as it stands on the card of an invoice.';
  throw new Fault('invalid', `There is no vendor “${what.name}”. ${next}`);
}

/** By a slip of a few letters in the whole name, or else the shortest name that has all of these words, each as it is or by a slip. */
async function nearestVendor(tx: Db, name: string): Promise<string | null> {
  const key = vendorKey(name);
  const most = Math.ceil(key.length / 3);
  const alike = await tx.query<{ name: string; key: string }>(sql`
    select v.name, k.key
      from (select id, name_key as key from vendor union all select vendor_id, name_key from vendor_alias) as k
      join vendor v using (id)
     where abs(length(k.key) - ${key.length}::integer) <= ${most}::integer
     order by k.key`);
  const near = nearest(
    key,
    alike.map((one) => one.key),
  );
  return alike.find((one) => one.key === near)?.name ?? withWords(tx, key);
}

async function withWords(tx: Db, words: string): Promise<string | null> {
  const terms = termsIn(words);
  const named = await vendorsNamed(tx, terms);
  const found: Ids[] = [];
  for (const [i, term] of terms.entries()) found.push(named[i]?.length ? named[i] : await vendorsLike(tx, term));
  const [first = [], ...rest] = found;
  const all = first.filter((id) => rest.every((ids) => ids.includes(id)));
  const [vendor] = await tx.query<{ name: string }>(
    sql`select name from vendor where id = any(${all}::bigint[]) order by length(name), name limit 1`,
  );
  return vendor?.name ?? null;
}
