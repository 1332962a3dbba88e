import { beforeAll, expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { control, type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { account, readPapers } from '../support/read-papers.ts';

let desk: Desk;
let papers: Awaited<ReturnType<typeof readPapers>>;
beforeAll(async () => {
  desk = await testDesk();
  papers = await readPapers(desk);
});

test('the tenth invoice confirmed as it was read: offered, set, and the next one confirms itself', async () => {
  const replies = await papers.earns();

  expect(replies.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => ({ kind: 'quiet' })));
  const offer = replies[9] ?? { kind: 'quiet' };
  expect(read(offer)).toBe(
    'The last 10 invoices of Leith Water needed no correction. Confirm invoices of Leith Water under €500.00 by themselves?\n[Yes] [Another amount]',
  );
  expect((await papers.arrives()).state).toBe('booked');

  const yes = control(offer, 'Yes');
  expect(read(await desk.press(yes, 'cleo'))).toMatch(
    /Your role does not let you let invoices of a vendor confirm themselves/,
  );
  expect(read(await desk.press(yes, 'ben'))).toMatch(
    /^Invoices of Leith Water under €500\.00 confirm themselves from now on/,
  );

  const next = await papers.arrives();
  expect(next).toMatchObject({ state: 'confirmed', selfConfirmed: true });
  expect(await desk.ports.store.ledger.history(next.id)).toMatchObject([
    { action: 'invoice.book', actor: 'ucleo' },
    { action: 'invoice.self-confirm', actor: 'Penny' },
  ]);
  expect(read(await desk.chat(`/invoice show ${next.id}`, 'ben'))).toMatch(
    /Booked as #\d+ and confirmed by itself\.[\s\S]*\[Stop doing that for Leith Water\][\s\S]*Invoices of Leith Water under €500\.00 confirm themselves when every field is sure and the account is known; ben set that on/,
  );
  const [set] = await desk.database.query(sql`select actor, after from audit_log where action = 'vendor.trust'`);
  expect(set).toEqual({ actor: 'ben', after: { name: 'Leith Water', underMinor: '50000', currency: 'EUR' } });
});

test.each([
  ['at the amount', { total: 50_000n }, 'booked'],
  ['in another currency', { currency: 'USD' }, 'booked'],
  ['without an account', { iban: null }, 'booked'],
  ['with another account', { iban: 'NL91ABNA0417164300' }, 'review'],
  ['with a field in doubt', { number: 0.5 }, 'review'],
  ['a credit note', { kind: 'credit_note', total: -1000n }, 'booked'],
  ['of another vendor', { vendor: 'Forth Water', iban: 'FR1420041010050500013M02606' }, 'booked'],
] as const)('an invoice %s waits for a person', async (_, paper, state) => {
  expect(await papers.arrives(paper)).toMatchObject({ state, selfConfirmed: false });
});

test('what looks the same as another one is held', async () => {
  await papers.arrives({ total: 12_345n });
  expect(await papers.arrives({ total: 12_345n })).toMatchObject({ state: 'held', selfConfirmed: false });
});

test('what was typed in and is corrected says nothing about reading', async () => {
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const typed = await desk.ports.store.ledger.book(
    newInvoice({ facts: facts({ vendor: 'Leith Water', number: 'T-1' }) }),
    ben.may('invoice.add'),
  );
  await papers.corrects(typed.id, { number: 'T-2' });
  expect((await papers.arrives()).state).toBe('confirmed');
});

test('a correction ends it, and says so', async () => {
  const { id } = await papers.arrives({ number: 0.5 });

  expect(read(await papers.corrects(id, { number: 'P-other' }))).toContain(
    'Invoices of Leith Water do not confirm themselves any more, since this one had to be corrected.',
  );
  expect((await papers.arrives()).state).toBe('booked');
  const [ended] = await desk.database.query(sql`select before, after from audit_log where action = 'vendor.distrust'`);
  expect(ended).toEqual({
    before: { name: 'Leith Water', underMinor: '50000', currency: 'EUR' },
    after: { why: `invoice ${id} was corrected` },
  });
});

test('a vendor of whom one of the last ten was corrected is refused, also to a forged press', async () => {
  const { id } = await papers.arrives();
  const value = JSON.stringify({ invoice: String(id), minor: '50000', currency: 'EUR' });

  expect(read(await desk.press({ press: 'trust-vendor', label: 'Yes', value }, 'ben'))).toMatch(
    /were not all confirmed as they were read/,
  );
  expect((await papers.arrives()).state).toBe('booked');
});

test('without a known account there is nothing to offer', async () => {
  const replies = await papers.earns({ vendor: 'No Bank Ltd', iban: null });
  expect(replies.at(-1)).toEqual({ kind: 'quiet' });
});

test.each([
  '',
  '{}',
  '{"invoice":"1","minor":"0","currency":"EUR"}',
  '{"invoice":"1","minor":"5","currency":"E"}',
  '{"invoice":"1","minor":"-5","currency":"EUR"}',
])('a forged value is refused: %s', async (value) => {
  expect(read(await desk.press({ press: 'trust-vendor', label: 'Yes', value }, 'ben'))).toMatch(/older Penny/);
});

test('an invoice that is not there', async () => {
  const value = JSON.stringify({ invoice: '999999', minor: '1', currency: 'EUR' });
  expect(read(await desk.press({ press: 'trust-vendor', label: 'Yes', value }, 'ben'))).toMatch(/no invoice #999999/);
});

test('the account of the ten is known', async () => {
  expect(await desk.ports.store.vendors.accounts({ vendor: 'Leith Water', vendorTaxId: null })).toEqual([account]);
});
