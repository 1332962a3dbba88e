import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let id: bigint;
beforeAll(async () => {
  desk = await testDesk();
  const { store } = desk.ports;
  const ben = await seated(store, 'UBEN', 'accountant');
  id = (await store.ledger.book(newInvoice({ state: 'review' }), ben.may('invoice.add'))).id;
});
const state = async () => (await desk.ports.store.ledger.any(id))?.state;

test('who may confirm vouches for an invoice', async () => {
  const button = control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Confirm');

  expect(read(await desk.press(button, 'cleo'))).toMatch(/Your role does not let you/);
  expect(read(await desk.press(button, 'noor'))).toMatch(/Ask an admin/);
  expect(await state()).not.toBe('confirmed');
  expect(await desk.press(button, 'ben')).toEqual({ kind: 'quiet' });
  expect(await state()).toBe('confirmed');
  expect((await desk.ports.store.ledger.history(id)).at(-1)?.actor).toBe('uben');
});

test('two presses are one: the second is told what the first did', async () => {
  const before = (await desk.ports.store.ledger.history(id)).length;
  const again = await desk.press(
    { press: 'invoice-confirm', label: '', value: JSON.stringify({ invoice: String(id) }) },
    'ada',
  );

  expect(again).toMatchObject({ kind: 'say', to: 'person' });
  expect((await desk.ports.store.ledger.history(id)).length).toBe(before);
});

test.each(['', '{}', '{"invoice":12}', '{"invoice":"1","more":1}', 'null'])(
  'a forged value is refused: %s',
  async (value) => {
    expect(read(await desk.press({ press: 'invoice-confirm', label: '', value }, 'ben'))).toMatch(/older Penny/);
  },
);

test('an invoice that is not there', async () => {
  const reply = await desk.press({ press: 'invoice-confirm', label: '', value: '{"invoice":"999999"}' }, 'ben');
  expect(read(reply)).toMatch(/#999999|no invoice|not there/i);
});
