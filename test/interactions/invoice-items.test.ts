import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let withLines: bigint;
let without: bigint;
beforeAll(async () => {
  desk = await testDesk();
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const lines = [{ description: 'Blue paper, A4', quantity: '10', unitPrice: '4.195', totalMinor: 4195n }];
  const { ledger } = desk.ports.store;
  withLines = (await ledger.book(newInvoice({ facts: facts({ number: 'I-1', lines }) }), ben.may('invoice.add'))).id;
  without = (await ledger.book(newInvoice({ facts: facts({ number: 'I-2' }) }), ben.may('invoice.add'))).id;
});
const items = (id: bigint, as: 'ben' | 'cleo' | 'noor') =>
  desk.press({ press: 'invoice-items', label: 'Items', value: JSON.stringify({ invoice: String(id) }) }, as);

test('answers with the table, to the person alone', async () => {
  const reply = await desk.press(control(await desk.chat(`/invoice show ${withLines}`, 'ben'), 'Items'), 'ben');

  expect(reply).toMatchObject({ kind: 'say', to: 'person' });
  expect(read(reply)).toContain('Blue paper, A4 | 10 | 4.195 | 41.95');
});

test('is not offered where there are none, and says so where it is pressed all the same', async () => {
  expect(read(await desk.chat(`/invoice show ${without}`, 'ben'))).not.toContain('[Items]');
  expect(read(await items(without, 'ben'))).toMatch(/no line items/);
});

test('shows nobody what they may not see', async () => {
  expect(read(await items(withLines, 'cleo'))).toMatch(/There is no invoice #\d+ that you may see/);
  expect(read(await items(withLines, 'noor'))).toMatch(/Ask an admin/);
  expect(read(await desk.press({ press: 'invoice-items', label: 'Items', value: '{}' }, 'ben'))).toMatch(/older Penny/);
});
