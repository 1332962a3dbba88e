import { expect, test } from 'vitest';
import type { Correctable, Invoice, InvoiceFacts } from '../../../src/domain/invoice.ts';
import { sql } from '../../../src/engine/sql.ts';
import type { NewInvoice } from '../../../src/ports/ledger.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';

const { store, database } = await testDatabase();
const ana = await seated(store, 'UANA', 'operator');
const bo = await seated(store, 'UBO', 'accountant');

let number = 0;
const book = (
  change: Partial<InvoiceFacts>,
  more: Partial<NewInvoice> = { confidence: { vendor: 0.5 }, state: 'review' },
) => {
  number += 1;
  const unlike = { number: `N-${number}`, totalMinor: BigInt(number) * 1000n, netMinor: null, taxMinor: null };
  return store.ledger.book(newInvoice({ ...more, facts: facts({ ...unlike, ...change }) }), ana.may('document.share'));
};
const correct = (invoice: Invoice, change: Partial<Correctable>, by = bo) => {
  const { vendorTaxId: _, lines: __, ...values } = invoice;
  const more = { confidence: {}, checks: [], state: 'booked', duplicateOf: null } as const;
  const corrected = { ...more, version: invoice.version, values: { ...values, ...change } };
  return store.ledger.correct(invoice.id, corrected, by.may('invoice.correct-own'));
};
const vendorOf = async ({ id }: Invoice) =>
  (await database.query<{ id: bigint }>(sql`select vendor_id as id from invoice where id = ${id}`))[0]?.id;
const vendorsCalled = async (name: string) =>
  (await database.query(sql`select id from vendor where name = ${name}`)).length;

test('the first correction is enough: the misread name means the vendor from now on, and is no doubt any more', async () => {
  const first = await book({ vendor: 'KESTRL C1oud' });
  const { invoice, learnt } = await correct(first, { vendor: 'Kestrel Cloud B.V.' });

  expect(invoice.vendor).toBe('Kestrel Cloud B.V.');
  expect(learnt).toBe('KESTRL C1oud');
  const third = await book({ vendor: 'Kestrl c1oud' });
  expect(third.vendor).toBe('Kestrel Cloud B.V.');
  expect(await vendorOf(third)).toBe(await vendorOf(invoice));
  expect(await store.ledger.knows('KESTRL C1OUD')).toBe(true);
  expect(await store.ledger.knows('Somebody else')).toBe(false);
  expect(await vendorsCalled('KESTRL C1oud')).toBe(0);
});

test('the vendor was there already: what was misread joins it, its tax id too', async () => {
  const right = await book({ vendor: 'Nordwind AG' });
  const wrong = await book({ vendor: 'Nardwlnd', vendorTaxId: 'DE 777' });

  await correct(wrong, { vendor: 'Nordwind' });

  expect(await vendorOf(await book({ vendor: 'NARDWLND' }))).toBe(await vendorOf(right));
  expect(await vendorOf(await book({ vendor: 'Something unheard', vendorTaxId: 'DE777' }))).toBe(await vendorOf(right));
});

test('a name that somebody vouched for is not unmade by one wrong paper', async () => {
  const acme = await book({ vendor: 'Acme' }, { confidence: { vendor: 0.99 } });
  await store.ledger.confirm(acme.id, bo.may('invoice.confirm'));
  const wrong = await book({ vendor: 'Acme', vendorTaxId: 'XX 5' });

  const { learnt, invoice } = await correct(wrong, { vendor: 'Zebra Ltd' });

  expect(learnt).toBeNull();
  expect(invoice.vendor).toBe('Zebra Ltd');
  expect(await vendorOf(await book({ vendor: 'ACME Ltd.' }))).toBe(await vendorOf(acme));
});

test('invoices misread alike and not looked at yet stay as they are; the next one comes right', async () => {
  const [one, two] = [await book({ vendor: 'Invo1ce' }), await book({ vendor: 'Invo1ce' })];
  await correct(one, { vendor: 'Papier Meyer' });

  expect((await store.ledger.any(two.id))?.vendor).toBe('Invo1ce');
  expect((await book({ vendor: 'INVO1CE' })).vendor).toBe('Papier Meyer');
});

test('corrected twice to different vendors, the last word holds', async () => {
  await correct(await book({ vendor: 'Harb0ur' }), { vendor: 'Harbour Bakery' });
  await correct(await book({ vendor: 'Harb0ur' }), { vendor: 'Harbour Joinery' });

  expect((await book({ vendor: 'harb0ur' })).vendor).toBe('Harbour Joinery');
});

test('another way of writing the same name: an accountant’s spelling is taken, an operator’s not where others vouched', async () => {
  const one = await book({ vendor: 'STROM GMBH' });
  await store.ledger.confirm(one.id, bo.may('invoice.confirm'));
  const two = await book({ vendor: 'STROM GMBH' });

  expect((await correct(two, { vendor: 'Ström GmbH' }, ana)).invoice.vendor).toBe('STROM GMBH');
  const three = await book({ vendor: 'STROM GMBH' });
  expect((await correct(three, { vendor: 'Ström GmbH' })).invoice.vendor).toBe('Ström GmbH');
  expect((await store.ledger.any(one.id))?.vendor).toBe('Ström GmbH');
});

test('a category that is corrected becomes the vendor’s own, and comes with its next invoice', async () => {
  const first = await book({ vendor: 'Stadtwerke' });
  await correct(first, { category: 'Energy' });

  expect((await book({ vendor: 'STADTWERKE' })).category).toBe('Energy');
});

test('an invoice that moves to another vendor takes that vendor’s category, unless one was given', async () => {
  await correct(await book({ vendor: 'Taxi Nord' }), { category: 'Travel' });
  const misread = await book({ vendor: 'Tax1 N0rd' });
  expect((await correct(misread, { vendor: 'Taxi Nord' })).invoice.category).toBe('Travel');

  const other = await book({ vendor: 'Tak5i' });
  expect((await correct(other, { vendor: 'Taxi Nord', category: 'Other' })).invoice.category).toBe('Other');
});

test('the lesson is on record', async () => {
  await correct(await book({ vendor: 'L3sson' }), { vendor: 'Lesson Ltd' });
  const rows = await database.query<{ actor: string; before: object; after: object }>(
    sql`select actor, before, after from audit_log where action = 'vendor.teach' and after ->> 'name' = 'Lesson Ltd'`,
  );

  expect(rows).toEqual([
    { actor: 'ubo', before: { name: 'L3sson', taxId: null }, after: { name: 'Lesson Ltd', learnt: 'L3sson' } },
  ]);
});

test('twenty corrections of one vendor at once make one vendor', async () => {
  const booked = await Promise.all(Array.from({ length: 20 }, (_, i) => book({ vendor: `R4ce ${i}` })));
  const corrected = await Promise.all(booked.map((invoice) => correct(invoice, { vendor: 'Race Ltd' })));

  const ids = await Promise.all(corrected.map(({ invoice }) => vendorOf(invoice)));
  expect(new Set(ids).size).toBe(1);
  expect(await vendorsCalled('Race Ltd')).toBe(1);
});
