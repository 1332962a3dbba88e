import { beforeAll, expect, test } from 'vitest';
import { type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let first: bigint;
beforeAll(async () => {
  desk = await testDesk({ clock: { now: () => new Date(Date.now() + 3 * 24 * 60 * 60 * 1000) } });
  const { ledger, documents } = desk.ports.store;
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  const sums = [{ name: 'sums', ok: false, says: 'Net and tax make €2.00, but the total says €1.00.' }] as const;
  const book = async (change: Parameters<typeof newInvoice>[0], by = ben) =>
    (await ledger.book(newInvoice(change), by.may('document.share'))).id;
  first = await book({
    facts: facts({ number: 'R-1' }),
    state: 'review',
    confidence: { vendor: 0.4, total: 0.5, due_date: 0.1 },
  });
  await book(
    { facts: facts({ number: 'R-2', vendor: 'Zenith', currency: null }), state: 'review', checks: sums },
    cleo,
  );
  await book({ facts: facts({ number: 'R-3' }), state: 'held', duplicateOf: first });
  await book({ facts: facts({ number: 'R-4' }), state: 'booked' });
  await book({ facts: facts({ number: null, kind: 'receipt', vendor: 'Kiosk' }), state: 'review' });
  const { share } = await documents.share({ slackFile: 'F1', channel: 'CIN', slackUser: 'UADA' });
  await documents.note(share.id, {
    state: 'needs_person',
    problem: 'There is no text in this file.',
    fileName: 'blank.png',
  });
});

test('an accountant sees all that waits, oldest first, counted by reason', async () => {
  const shown = read(await desk.chat('/invoice review', 'ben'));

  expect(shown).toContain('Waiting for somebody: 4 invoices and 1 file');
  expect(shown).toContain(
    'possible duplicate: 1 · a check failed: 1 · something was not found: 1 · something is unsure: 1',
  );
  expect(shown).toMatch(/R-1[\s\S]*R-2[\s\S]*R-3[\s\S]*Kiosk[\s\S]*blank\.png/);
  expect(shown).not.toContain('R-4');
  expect(shown).toContain(
    "ACME Ltd.  R-1 · €119.00 · for 3 days\nvendor and total to be checked\n[Show] [Confirm] [I'm on it]",
  );
  expect(shown).toContain('currency not found; Net and tax make €2.00, but the total says €1.00');
  expect(shown).toContain(`possible duplicate of #${first}\n[Show] [I'm on it]\n`);
  expect(shown).toContain('There is no text in this file.');
});

test('an operator sees their own alone, and no button that they may not press', async () => {
  const shown = read(await desk.chat('/invoice review', 'cleo'));

  expect(shown).toContain('Waiting for somebody: 1 invoice');
  expect(shown).toContain('Zenith');
  expect(shown).not.toMatch(/ACME|Confirm|blank\.png/);
});

test('who has no role, and words that it does not take', async () => {
  expect(read(await desk.chat('/invoice review', 'noor'))).toMatch(/Ask an admin/);
  expect(read(await desk.chat('/invoice review all', 'ben'))).toMatch(/Type `\/invoice review/);
});

test('more than fit are counted, not lost', async () => {
  const { ledger } = desk.ports.store;
  const ada = await seated(desk.ports.store, 'UADA', 'admin');
  for (let i = 0; i < 14; i += 1)
    await ledger.book(newInvoice({ facts: facts({ number: `M-${i}` }), state: 'review' }), ada.may('invoice.add'));

  const shown = read(await desk.chat('/invoice review', 'ben'));

  expect(shown).toContain('18 invoices');
  expect(shown).toContain('These are the oldest; 3 invoices more wait.');
  expect(shown).toContain('M-10');
  expect(shown).not.toContain('M-11');
});
