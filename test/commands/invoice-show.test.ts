import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let bens: bigint;
let cleos: bigint;
beforeAll(async () => {
  desk = await testDesk();
  const { store } = desk.ports;
  const ben = await seated(store, 'UBEN', 'accountant');
  const cleo = await seated(store, 'UCLEO', 'operator');
  const lines = [{ description: 'Blue paper, A4', quantity: '10', unitPrice: '4.195', totalMinor: 4195n }];
  bens = (await store.ledger.book(newInvoice({ facts: facts({ number: 'B-1', lines }) }), ben.may('invoice.add'))).id;
  const unsure = {
    facts: facts({ number: 'C-1', vendor: 'Zenith' }),
    state: 'review',
    confidence: { vendor: 0.5, total: 0.99 },
  } as const;
  cleos = (await store.ledger.book(newInvoice(unsure), cleo.may('document.share'))).id;
});

test('an accountant sees the card, the lines and the history of any invoice', async () => {
  const shown = read(await desk.chat(`/invoice show #${bens}`, 'ben'));

  expect(shown).toContain('Invoice from ACME Ltd.');
  expect(shown).toContain('Total: €119.00');
  expect(shown).toContain('Blue paper, A4 | 10 | 4.195 | 41.95');
  expect(shown).toMatch(/booked by uben/);
});

test('an operator sees what they sent, and nothing of others', async () => {
  expect(read(await desk.chat(`/invoice show ${cleos}`, 'cleo'))).toContain('Zenith');
  expect(read(await desk.chat(`/invoice show ${bens}`, 'cleo'))).toMatch(/There is no invoice #\d+ that you may see/);
});

test('doubtful values are marked in words', async () => {
  const shown = read(await desk.chat(`/invoice show ${cleos}`, 'ben'));

  expect(shown).toContain('Vendor: Zenith · please check');
  expect(shown).toContain('Total: €119.00 · sure');
});

test('only buttons that the reader may press are drawn, and pressing checks again', async () => {
  const forCleo = await desk.chat(`/invoice show ${cleos}`, 'cleo');
  expect(read(forCleo)).not.toContain('[Confirm]');

  const confirm = control(await desk.chat(`/invoice show ${cleos}`, 'ben'), 'Confirm');
  expect(read(await desk.press(confirm, 'cleo'))).toMatch(/Your role does not let you confirm an invoice/);
  await desk.press(confirm, 'ben');
  expect(read(await desk.chat(`/invoice show ${cleos}`, 'ben'))).toContain('and confirmed');
  expect(read(await desk.press(confirm, 'ada'))).toMatch(/confirmed/); // a second press finds it done
});

test.each(['/invoice show', '/invoice show twelve', '/invoice show 1; drop table invoice', '/invoice show 12 13'])(
  '%s is answered with how it goes',
  async (text) => {
    expect(read(await desk.chat(text, 'ben'))).toMatch(/Type `\/invoice show <number>`, for example/);
  },
);

test('a number that nobody has, however large', async () => {
  expect(read(await desk.chat('/invoice show 999999999999999999', 'ben'))).toMatch(/There is no invoice/);
});
