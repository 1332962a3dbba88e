import { expect, test } from 'vitest';
import { control, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

const desk = await testDesk();

test('an old button of somebody else lets nothing go, and does nothing twice', async () => {
  const cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  const booked = newInvoice({ facts: facts({ number: 'L-2' }), state: 'review' });
  const { id } = await desk.ports.store.ledger.book(booked, cleo.may('invoice.add'));
  const shown = (as: 'ada' | 'ben') => desk.chat(`/invoice show ${id}`, as);
  const take = control(await shown('ben'), "I'm on it");
  await desk.press(take, 'ben');
  const letGo = control(await shown('ben'), 'Let go');
  await desk.press(take, 'ada');
  await desk.press(take, 'ada');
  await desk.press(letGo, 'ben');

  expect((await desk.ports.store.ledger.any(id))?.takenBy).toMatchObject({ name: 'ada' });
  const story = await desk.ports.store.ledger.history(id);
  expect(story.map(({ action }) => action)).toEqual(['invoice.book', 'invoice.look-after', 'invoice.look-after']);
});
