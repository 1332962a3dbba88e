import { expect, test } from 'vitest';
import { read, testDesk } from '../support/chat.ts';
import { newInvoice, seated } from '../support/people.ts';

test('answers as /invoice show does, each with what they may see', async () => {
  const desk = await testDesk();
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const { id } = await desk.ports.store.ledger.book(newInvoice(), ben.may('invoice.add'));
  const show = (as: 'ben' | 'cleo' | 'noor', value = JSON.stringify({ invoice: String(id) })) =>
    desk.press({ press: 'invoice-show', label: 'Show', value }, as);

  expect(await show('ben')).toEqual(await desk.chat(`/invoice show ${id}`, 'ben'));
  expect(read(await show('cleo'))).toMatch(/There is no invoice #\d+ that you may see/);
  expect(read(await show('noor'))).toMatch(/Ask an admin/);
  expect(read(await show('ben', '{"invoice":1}'))).toMatch(/older Penny/);
});
