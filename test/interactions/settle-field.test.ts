import { beforeAll, expect, test } from 'vitest';
import type { NewInvoice } from '../../src/ports/ledger.ts';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let ben: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});
const book = async (number: string, change: Parameters<typeof facts>[0], confidence: NewInvoice['confidence']) =>
  (
    await desk.ports.store.ledger.book(
      newInvoice({ facts: facts({ number, vendor: `Of ${number}`, ...change }), state: 'review', confidence }),
      ben.may('invoice.add'),
    )
  ).id;
const opened = async (id: bigint, label: string) =>
  form(await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), label), 'ben'));
const now = (id: bigint) => desk.ports.store.ledger.any(id);

test('one doubt after the other: the last one settled books it', async () => {
  const id = await book('S-1', {}, { vendor: 0.4, total: 0.5 });

  expect(await desk.submit(await opened(id, 'Check vendor'), { vendor: 'Settled Ltd' }, 'ben')).toEqual({
    kind: 'quiet',
  });
  expect(await now(id)).toMatchObject({ state: 'review', vendor: 'Settled Ltd', confidence: { total: 0.5 } });
  await desk.submit(await opened(id, 'Check total'), { total: '119.00' }, 'ben');

  expect(await now(id)).toMatchObject({ state: 'booked', totalMinor: 11_900n, confidence: {} });
});

test('a total that does not fit net and tax is taken, and the check says so', async () => {
  const id = await book('S-2', {}, { total: 0.5 });
  await desk.submit(await opened(id, 'Check total'), { total: '120.50' }, 'ben');

  expect(await now(id)).toMatchObject({ state: 'review', totalMinor: 12_050n });
  expect(read(await desk.chat(`/invoice show ${id}`, 'ben'))).toMatch(
    /Please check: Net €100\.00 and tax €19\.00 make/,
  );
});

test('the currency that was missing: the figures stay, their minor units follow', async () => {
  const id = await book('S-3', { currency: null, netMinor: null, taxMinor: null, totalMinor: 120_000n }, {});
  await desk.submit(await opened(id, 'Check currency'), { currency: 'jpy' }, 'ben');

  expect(await now(id)).toMatchObject({ state: 'booked', currency: 'JPY', totalMinor: 1_200n });
});

test.each([
  [{ total: 'much' }, /^total: Write the amount in figures/],
  [{ total: '1.234' }, /^total: EUR has 2 decimal places/],
  [{}, /^total: Give the value/],
  [{ vendor: 'Else' }, /^total: Give the value/],
])('%o comes back with a sentence, and nothing is saved', async (answers, says) => {
  const id = await book(`S-4-${JSON.stringify(answers)}`, {}, { total: 0.5 });
  const before = await now(id);

  expect(read(await desk.submit(await opened(id, 'Check total'), answers, 'ben'))).toMatch(says);
  expect(await now(id)).toEqual(before);
});

test('somebody was faster, may not, or forged it', async () => {
  const id = await book('S-5', {}, { total: 0.5 });
  const seen = await opened(id, 'Check total');
  await desk.submit(seen, { total: '119.01' }, 'ben');

  expect(read(await desk.submit(seen, { total: '119.02' }, 'ada'))).toMatch(
    /ben changed invoice \d+ while you had it open/,
  );
  expect(read(await desk.submit(seen, { total: '119.02' }, 'cleo'))).toMatch(/There is no invoice/);
  expect(read(await desk.submit(seen, { total: '119.02' }, 'noor'))).toMatch(/Ask an admin/);
  expect(read(await desk.submit({ ...seen, carries: '' }, { total: '1' }, 'ben'))).toMatch(/older Penny/);
  expect((await now(id))?.totalMinor).toBe(11_901n);
});
