import { countedStates } from '../../domain/invoice.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';
import { alone } from './vendors.ts';

/** Written out, because the indexes are partial and the planner must see that their condition holds. */
const counted: Query = { text: countedStates.map((state) => `'${state}'`).join(', '), values: [] };

/**
 * Whom each name means: by tax id first, then by what was taught of the name, then by the name itself; who is new is made. Leaves `who`.
 * The names come in one order, and nobody else learns of vendors meanwhile.
 */
export async function meetVendors(tx: Db): Promise<void> {
  await tx.query(sql`
    create temp table named on commit drop as
      select vendor_key, tax_id, min(line) as line from staged where problem is null group by vendor_key, tax_id`);
  const [stranger] = await tx.query(sql`select from named n where ${known} is null limit 1`);
  if (stranger !== undefined) {
    await alone(tx);
    await tx.query(sql`
      insert into vendor (name, name_key, tax_id)
      select s.vendor, f.vendor_key, t.tax_id
        from (select vendor_key, min(line) as line from named n where ${known} is null group by vendor_key) as f
        join staged s on s.line = f.line
        left join lateral (select tax_id from named n where n.vendor_key = f.vendor_key and n.tax_id is not null order by n.line limit 1) as t on true
       order by f.vendor_key
          on conflict do nothing`);
  }
  await tx.query(sql`
    create temp table who on commit drop as select n.vendor_key, n.tax_id, ${known} as vendor_id from named n`);
  await tx.query(sql`analyze who`);
}

const known: Query = sql`coalesce(
  (select v.id from vendor v where v.tax_id = n.tax_id),
  (select a.vendor_id from vendor_alias a where a.name_key = n.vendor_key),
  (select v.id from vendor v where v.name_key = n.vendor_key))`;

/**
 * What becomes of each row. Leaves `judged`. A duplicate is: a row like an earlier one of the file in every cell, if it bears a number; a number of this vendor that
 * is booked; and without a number, the same vendor, day and total as often as they are booked.
 */
export async function judge(tx: Db): Promise<void> {
  await tx.query(sql`
    create temp table judged on commit drop as
    with placed as (
      select s.line, s.number_key, s.date, s.currency, s.total_minor, s.problem, w.vendor_id,
             case when s.number_key is not null then first_value(s.line) over (partition by w.vendor_id, s.number_key, s.raw order by s.line) end as twin,
             case when s.number_key is null then row_number() over (partition by w.vendor_id, s.date, s.currency, s.total_minor, s.number_key order by s.line) end as nth
        from staged s
        left join who w on w.vendor_key = s.vendor_key and w.tax_id is not distinct from s.tax_id and s.problem is null)
    select p.line, p.vendor_id, p.currency, p.total_minor, p.twin, there.id as duplicate_of,
           case when p.problem is not null then 'rejected'
                when p.twin < p.line or there.id is not null then 'duplicate'
                else 'accepted' end as verdict
      from placed p
      left join lateral (
           select i.id from invoice i
            where p.problem is null and i.vendor_id = p.vendor_id and i.number_key = p.number_key and i.state in (${counted})
            order by i.id limit 1) as numbered on p.number_key is not null
      left join lateral (
           select i.id from invoice i
            where p.problem is null and i.vendor_id = p.vendor_id and i.total_minor = p.total_minor and i.currency = p.currency and i.date = p.date
              and i.state in (${counted})
            order by i.id offset p.nth - 1 limit 1) as alike on p.number_key is null
     cross join lateral (select coalesce(numbered.id, alike.id) as id) as there`);
  await tx.query(sql`analyze judged`);
}

/** Books what was accepted. Net and tax that do not make the total put it into review; a description becomes its one line. */
export async function book(tx: Db, id: bigint, actor: bigint): Promise<void> {
  await tx.query(sql`
    with meant as (
      select named.category, c.id from (select distinct category from staged) as named join category c on lower(c.name) = lower(named.category)),
    booked as (
      insert into invoice (state, source, kind, vendor_id, vendor_text, vendor_tax_id, iban, number, number_key, date, due_date, currency, net_minor, tax_minor,
                           total_minor, category_id, checks, added_by, import_id, import_line)
      select case when adds_up then 'booked' else 'review' end, 'bulk', case when s.total_minor < 0 then 'credit_note' else 'invoice' end, j.vendor_id, s.vendor,
             s.tax_id, s.iban, s.number, s.number_key, s.date, s.due_date, s.currency, s.net_minor, s.tax_minor, s.total_minor,
             coalesce(m.id, v.category_id), case when adds_up then '[]' else ${odd}::jsonb end, ${actor}, ${id}, s.line
        from staged s
        join judged j on j.line = s.line and j.verdict = 'accepted'
        join vendor v on v.id = j.vendor_id
        left join meant m on m.category = s.category
       cross join lateral (select coalesce(s.net_minor + s.tax_minor = s.total_minor, true) as adds_up) as sums
       order by s.line
      returning id, import_line, total_minor)
    insert into invoice_line (invoice_id, position, description, total_minor)
    select b.id, 1, s.description, b.total_minor from booked b join staged s on s.line = b.import_line where s.description is not null`);
}

const odd = JSON.stringify([{ name: 'sums', ok: false, says: 'Net and tax do not make the total.' }]);

/** Keeps the rows that were not booked, each with the reason. */
export async function keepLeftOut(tx: Db, id: bigint): Promise<void> {
  await tx.query(sql`delete from import_left_out where import_id = ${id}`);
  await tx.query(sql`
    insert into import_left_out (import_id, line, verdict, why, duplicate_of, raw)
    select ${id}, s.line, j.verdict,
           coalesce(s.problem, case when j.duplicate_of is null then 'The same as line ' || j.twin || ' of this file.'
                                    when s.number_key is null then 'The same vendor, date and total are booked as invoice ' || j.duplicate_of || '.'
                                    else 'This number of this vendor is booked as invoice ' || j.duplicate_of || '.' end),
           j.duplicate_of, s.raw
      from staged s join judged j on j.line = s.line and j.verdict <> 'accepted'`);
}
