import { beforeAll, expect, test } from 'vitest';
import { fieldDoubts } from '../../src/interactions/invoice-check-field.ts';
import type { NewInvoice } from '../../src/ports/ledger.ts';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let ben: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});
const book = (number: string, change: Parameters<typeof facts>[0], confidence: NewInvoice['confidence']) =>
  desk.ports.store.ledger.book(
    newInvoice({ facts: facts({ number, vendor: `Of ${number}`, ...change }), state: 'review', confidence }),
    ben.may('invoice.add'),
  );

test('each field in doubt, and each that is missing, has its button; what is sure has none', async () => {
  const invoice = await book('C-1', { currency: null }, { vendor: 0.4, total: 0.5, date: 0.99, due_date: 0.2 });
  const shown = read(await desk.chat(`/invoice show ${invoice.id}`, 'ben'));

  expect(shown).toContain('[Check vendor] [Check due date] [Check currency] [Check total]');
  expect(fieldDoubts({ ...invoice, state: 'booked' })).toEqual([]);
  expect(fieldDoubts({ ...invoice, date: null, confidence: { ...invoice.confidence, date: 0.1 } })).toEqual([]); // five: the whole form is shorter
});

test('opens a form with that one field, as it was read', async () => {
  const { id } = await book('C-2', {}, { total: 0.5 });
  const opened = form(await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Check total'), 'ben'));

  expect(opened.questions).toMatchObject([
    { name: 'total', initial: '119.00', hint: expect.stringMatching(/^Please check/) },
  ]);
});

test('who may not, may not; once confirmed nobody; a forged value is refused', async () => {
  const { id } = await book('C-3', {}, { total: 0.5 });
  const button = control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Check total');

  expect(read(await desk.press(button, 'cleo'))).toMatch(/There is no invoice #\d+ that you may correct/);
  expect(read(await desk.press(button, 'noor'))).toMatch(/Ask an admin/);
  expect(read(await desk.press({ ...button, value: `{"invoice":"${id}","asks":"state"}` }, 'ben'))).toMatch(
    /older Penny/,
  );
  await desk.ports.store.ledger.confirm(id, ben.may('invoice.confirm'));
  expect(read(await desk.press(button, 'ben'))).toMatch(/is confirmed, so it cannot be corrected/);
});
