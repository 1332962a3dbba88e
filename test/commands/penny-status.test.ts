import { expect, test } from 'vitest';
import { read, testDesk } from '../support/chat.ts';
import { newInvoice, seated } from '../support/people.ts';

test('an admin learns how the desk is doing; others do not', async () => {
  const desk = await testDesk();
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  await desk.ports.store.ledger.book(newInvoice({ state: 'review' }), ben.may('invoice.add'));

  expect(read(await desk.chat('/penny status', 'ada'))).toMatch(/1 invoices are in the ledger, 1 in review/);
  expect(read(await desk.chat('/penny status', 'ben'))).toMatch(/Your role does not let you/);
});
