import { expect, test } from 'vitest';
import type { InvoiceFacts } from '../../../src/domain/invoice.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';

const { store, database } = await testDatabase();
const ana = await seated(store, 'UANA', 'operator');
const bo = await seated(store, 'UBO', 'accountant');
const book = (change: Partial<InvoiceFacts>, more: Parameters<typeof newInvoice>[0] = {}) =>
  store.ledger.book(newInvoice({ ...more, facts: facts(change) }), ana.may('invoice.add'));

async function vendorOf(id: bigint): Promise<bigint | null> {
  const [row] = await database.query<{ id: bigint | null }>(sql`select vendor_id as id from invoice where id = ${id}`);
  return row?.id ?? null;
}

test('names that differ only in form are one vendor, under the name it came with first', async () => {
  const first = await book({ vendor: 'Nordwind Ltd.' });
  const again = await book({ vendor: 'NORDWIND Limited' });

  expect(await vendorOf(again.id)).toBe(await vendorOf(first.id));
  expect(again.vendor).toBe('Nordwind Ltd.');
  expect(await vendorOf((await book({ vendor: 'Südwind' })).id)).not.toBe(await vendorOf(first.id));
  expect(await vendorOf((await book({ vendor: null })).id)).toBeNull();
});

test('the tax id decides before the name, and teaches another name', async () => {
  const first = await book({ vendor: 'Old Name AG', vendorTaxId: 'DE 111 222 333' });
  const renamed = await book({ vendor: 'Shiny New Brand', vendorTaxId: 'de111222333' });
  const without = await book({ vendor: 'Shiny new brand GmbH' });

  expect(await vendorOf(renamed.id)).toBe(await vendorOf(first.id));
  expect(await vendorOf(without.id)).toBe(await vendorOf(first.id));
});

test('a tax id that was not known is learnt from the name', async () => {
  const first = await book({ vendor: 'Kran & Co' });
  await book({ vendor: 'Kran and Co', vendorTaxId: 'FR 99' });

  expect(await vendorOf((await book({ vendor: 'Something Else', vendorTaxId: 'FR99' })).id)).toBe(
    await vendorOf(first.id),
  );
});

test('a new vendor that twenty books name at once is made once', async () => {
  const forms = ['Race Ltd', 'RACE Limited', 'race', 'Race GmbH'];
  const booked = await Promise.all(
    Array.from({ length: 20 }, (_, i) => book({ vendor: forms[i % 4] ?? '', vendorTaxId: i % 2 ? 'XX 1' : null })),
  );

  expect(new Set(await Promise.all(booked.map(({ id }) => vendorOf(id)))).size).toBe(1);
});

test('a vendor brings its category', async () => {
  const first = await book({ vendor: 'Strom AG', category: null });
  expect(first.category).toBeNull();
  await database.query(
    sql`update vendor set category_id = (select id from category where name = 'Energy') where id = ${await vendorOf(first.id)}`,
  );

  expect((await book({ vendor: 'Strom AG', category: null })).category).toBe('Energy');
  expect((await book({ vendor: 'Strom AG', category: 'Other' })).category).toBe('Other');
});

test('the same number of the same vendor is suspected, however it is written', async () => {
  const first = await book({ vendor: 'Papier GmbH', number: 'RE-00100', totalMinor: 1n });

  const same = { vendor: 'PAPIER', number: 're 1OO', totalMinor: 999n };
  expect(await store.ledger.suspect(facts(same))).toEqual({ id: first.id, why: 'vendor and number' });
  expect(await store.ledger.suspect(facts({ ...same, vendor: 'Unknown GmbH' }))).toBeNull();
  expect(await store.ledger.suspect(facts({ ...same, vendor: null }))).toBeNull();
  expect(await store.ledger.suspect(facts({ ...same, number: null }))).toBeNull();
});

test.each([
  ['2026-03-09', 4_200n, 'EUR', true],
  ['2026-02-27', 4_200n, 'EUR', true],
  ['2026-03-10', 4_200n, 'EUR', false],
  ['2026-03-04', 4_201n, 'EUR', false],
  ['2026-03-04', -4_200n, 'EUR', false],
  ['2026-03-04', 4_200n, 'USD', false],
  [null, 4_200n, 'EUR', false],
  ['2026-03-04', null, 'EUR', false],
] as const)(
  'same vendor, total and near date: %s %s %s is suspected: %s',
  async (date, totalMinor, currency, suspected) => {
    const vendor = `Total ${date} ${totalMinor} ${currency}`;
    const first = await book({ vendor, number: 'A', totalMinor: 4_200n, date: '2026-03-04' });

    const found = await store.ledger.suspect(facts({ vendor, number: 'B', totalMinor, date, currency }));

    expect(found).toEqual(suspected ? { id: first.id, why: 'vendor, total and date' } : null);
  },
);

test('what does not count is no suspect, and the oldest that does is the one', async () => {
  const like = { vendor: 'Oldest AG', number: '77' };
  const deleted = await book(like);
  await store.ledger.remove(deleted.id, bo.may('invoice.delete'));
  await book(like, { state: 'held' });
  expect(await store.ledger.suspect(facts(like))).toBeNull();

  const first = await book(like);
  await book(like);

  expect(await store.ledger.suspect(facts(like))).toEqual({ id: first.id, why: 'vendor and number' });
});
