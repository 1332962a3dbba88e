import { expect, test } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';

const { store, database } = await testDatabase();
const bo = await seated(store, 'UBO', 'accountant');
const ada = await seated(store, 'UADA', 'admin');
const grant = bo.may('budget.set');
const paper = { vendor: 'Leith Water Ltd.', vendorTaxId: 'GB123', currency: 'GBP' };
await store.ledger.book(newInvoice({ facts: facts(paper) }), bo.may('document.share'));
await store.ledger.book(
  newInvoice({ facts: facts({ ...paper, vendor: 'Edinburgh Wasser', number: '2' }) }), // the same tax id: another name of theirs
  bo.may('document.share'),
);

const eur = (minor: bigint) => ({ minor, currency: 'EUR' });
const shown = async () =>
  (await store.budgets.all()).map(
    ({ of, name, currency, monthMinor, setBy }) => `${of} ${name} ${monthMinor} ${currency} ${setBy}`,
  );
const record = async () =>
  database.query(
    sql`select actor, action, subject, before, after from audit_log where action like 'budget.%' order by seq`,
  );

test('one for each subject and currency: set anew it gets the new amount, and the record holds both', async () => {
  const vendor = await store.budgets.set({ of: 'vendor', name: 'LEITH WATER' }, eur(100n), grant);
  await store.budgets.set({ of: 'category', name: 'travel' }, eur(200n), grant);
  await store.budgets.set({ of: 'all' }, eur(300n), grant);
  await store.budgets.set({ of: 'all' }, { minor: 400n, currency: 'JPY' }, grant);
  const again = await store.budgets.set({ of: 'vendor', name: 'Edinburgh Wasser' }, eur(101n), ada.may('budget.set'));

  expect(again.id).toBe(vendor.id);
  expect(await shown()).toEqual([
    'all All spend 300 EUR ubo',
    'all All spend 400 JPY ubo',
    'category Travel 200 EUR ubo',
    'vendor Leith Water Ltd. 101 EUR uada',
  ]);
  expect((await record()).at(-1)).toEqual({
    actor: 'uada',
    action: 'budget.set',
    subject: `budget ${vendor.id}`,
    before: { of: 'vendor', name: 'Leith Water Ltd.', currency: 'EUR', monthMinor: '100' },
    after: { of: 'vendor', name: 'Leith Water Ltd.', currency: 'EUR', monthMinor: '101' },
  });
  expect(await store.budgets.currencies()).toEqual(['EUR', 'GBP', 'JPY']);
});

test('two people at once: one budget, and the second change knows of the first', async () => {
  await Promise.all([1n, 2n].map((minor) => store.budgets.set({ of: 'all' }, { minor, currency: 'CHF' }, grant)));
  const [first, second] = (await record()).slice(-2) as { after: unknown; before: unknown }[]; // as the select above has them
  expect(second?.before).toEqual(first?.after);
  expect(await shown()).toContainEqual(expect.stringMatching(/^all All spend [12] CHF/));
});

test.each([
  ['Leeth Water', 'There is no vendor “Leeth Water”. Did you mean “Leith Water Ltd.”?'],
  ['edinburg waser', 'There is no vendor “edinburg waser”. Did you mean “Leith Water Ltd.”?'],
  ['Wasser', 'There is no vendor “Wasser”. Did you mean “Leith Water Ltd.”?'],
  ['Leeth', 'There is no vendor “Leeth”. Did you mean “Leith Water Ltd.”?'],
  ['§ §', 'There is no vendor “§ §”. Write the name as it stands on the card of an invoice.'],
  ['Quarry', 'There is no vendor “Quarry”. Write the name as it stands on the card of an invoice.'],
])('vendor %s is not there', async (name, says) => {
  await expect(store.budgets.set({ of: 'vendor', name }, eur(1n), grant)).rejects.toThrow(says);
});

test('a category that is not there, and no amount', async () => {
  await expect(store.budgets.set({ of: 'category', name: 'Yachts' }, eur(1n), grant)).rejects.toThrow(
    /no category “Yachts”/,
  );
  await expect(store.budgets.set({ of: 'all' }, { minor: 0n, currency: 'USD' }, grant)).rejects.toThrow();
  expect((await shown()).join()).not.toContain('USD');
});

test('changed, removed, and then neither: somebody was faster', async () => {
  const { id } = await store.budgets.set({ of: 'category', name: 'Energy' }, eur(5n), grant);
  expect(await store.budgets.change(id, 6n, grant)).toMatchObject({ name: 'Energy', monthMinor: 6n });
  expect(await store.budgets.remove(id, grant)).toMatchObject({ name: 'Energy', monthMinor: 6n });
  expect((await record()).at(-1)).toMatchObject({
    action: 'budget.remove',
    before: { name: 'Energy', monthMinor: '6' },
    after: null,
  });
  expect((await shown()).join()).not.toContain('Energy');
  await expect(store.budgets.remove(id, grant)).rejects.toThrow(/Somebody removed that budget/);
  await expect(store.budgets.change(id, 7n, grant)).rejects.toThrow(/Somebody removed that budget/);
});
