import { beforeAll, expect, test } from 'vitest';
import { type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const unsure = newInvoice({ facts: facts({ vendor: 'Zenith', date: '2026-03-04' }), state: 'review' });
  await desk.ports.store.ledger.book(unsure, ben.may('invoice.add'));
});
const home = async (name: 'ada' | 'ben' | 'cleo' | 'noor') => read(await desk.happens('home-opened', undefined, name));

test('an accountant sees what waits, then the key figures', async () => {
  const shown = await home('ben');

  expect(shown).toMatch(/Waiting for somebody[\s\S]*Zenith/);
  expect(shown).toContain('Spend: €119.00');
});

test('an operator sees what they sent that waits', async () => {
  const cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  const hers = newInvoice({ facts: facts({ vendor: 'Hers Ltd', number: 'H-1', totalMinor: null }), state: 'review' });
  const { id } = await desk.ports.store.ledger.book(hers, cleo.may('invoice.add'));

  expect(await home('cleo')).toMatch(/1 invoice[\s\S]*Hers Ltd[\s\S]*\[Show\]/);
  await desk.ports.store.ledger.discard(id, cleo.may('invoice.correct-own'));
});

test('an operator sees nothing of others, and no figures', async () => {
  const shown = await home('cleo');

  expect(shown).toContain('You are here as operator');
  expect(shown).not.toMatch(/Zenith|€/);
});

test('who has no role learns whom to ask', async () => {
  expect(await home('noor')).toMatch(/Ask an admin for a role/);
});
