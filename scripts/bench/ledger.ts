import type pg from 'pg';

/** How many invoices the reports run over. */
export const seeded = 2_000;

/** Two years of invoices of forty vendors, the same each time. */
export async function seedLedger(bare: pg.Pool): Promise<void> {
  await bare.query(`
    insert into vendor (name, name_key) select 'Vendor ' || n, 'vendor ' || n from generate_series(1, 40) as n`);
  await bare.query(
    `insert into invoice (state, source, kind, vendor_id, vendor_text, number, number_key, date, due_date, currency, net_minor, tax_minor,
                          total_minor, category_id, added_by)
     select case when n % 20 = 0 then 'review' else 'booked' end, 'manual', 'invoice', v.id, v.name, 'B-' || n, 'B' || n,
            current_date - (n * 7919 % 730), current_date - (n * 7919 % 730) + 30, 'EUR', net, net / 5, net + net / 5,
            (select min(id) from category) + n % 20, (select id from app_user where standing = 'penny')
       from (select n, 1000 + (n::bigint * 104729) % 900000 as net from generate_series(1, $1::int) as n) as made
       join vendor as v on v.name_key = 'vendor ' || (1 + made.n * made.n % 40)`,
    [seeded],
  );
  await bare.query('analyze');
}
