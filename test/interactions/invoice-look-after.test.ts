import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let cleo: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
});
const book = async (number: string) =>
  (
    await desk.ports.store.ledger.book(
      newInvoice({ facts: facts({ number, vendor: `Of ${number}` }), state: 'review', confidence: { total: 0.5 } }),
      cleo.may('invoice.add'),
    )
  ).id;
const shown = async (id: bigint, as: 'ada' | 'ben' | 'cleo') => desk.chat(`/invoice show ${id}`, as);

test('who is on it is told on the card and in the queue; another takes over, and lets go', async () => {
  const id = await book('L-1');
  expect(read(await desk.press(control(await shown(id, 'ben'), "I'm on it"), 'ben'))).toMatch(
    /You look after #\d+ now/,
  );

  expect(read(await shown(id, 'ada'))).toContain('UBEN is on it.');
  expect(read(await desk.chat('/invoice review', 'ada'))).toMatch(/Of L-1[^\n]*\n.* · UBEN is on it\n.*\[Take over\]/);
  await desk.press(control(await shown(id, 'ada'), 'Take over'), 'ada');
  expect(read(await shown(id, 'ben'))).toContain('UADA is on it.');
  await desk.press(control(await shown(id, 'ada'), 'Let go'), 'ada');

  expect(read(await shown(id, 'ben'))).not.toContain('is on it');
  expect(read(await shown(id, 'ben'))).toMatch(/taken on by ben[\s\S]*taken on by ada[\s\S]*let go by ada/);
});

test('once settled nobody is on it; what is not theirs, people do not look after', async () => {
  const id = await book('L-3');
  const take = control(await shown(id, 'ben'), "I'm on it");
  await desk.press(take, 'cleo');
  await desk.press(control(await shown(id, 'ben'), 'Confirm'), 'ben');

  expect(read(await shown(id, 'ben'))).not.toContain('is on it');
  expect(read(await desk.press(take, 'ben'))).toMatch(/is confirmed, so you cannot look after it/);
  const others = await desk.ports.store.ledger.book(
    newInvoice({ facts: facts({ number: 'L-4' }), state: 'review' }),
    (await seated(desk.ports.store, 'UBEN', 'accountant')).may('invoice.add'),
  );
  expect(read(await desk.press({ ...take, value: `{"invoice":"${others.id}"}` }, 'cleo'))).toMatch(
    /no invoice \d+ of yours/,
  );
});
