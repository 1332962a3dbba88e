import { beforeAll, expect, test } from 'vitest';
import { fieldDoubts } from '../../src/interactions/invoice-check-field.ts';
import { type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let ben: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});
const book = (number: string) =>
  desk.ports.store.ledger.book(
    newInvoice({
      facts: facts({ number, vendor: `Of ${number}` }),
      state: 'review',
      confidence: { total: 0.5, date: 0.4 },
    }),
    ben.may('invoice.add'),
  );
const now = (id: bigint) => desk.ports.store.ledger.any(id);

test('one tap a doubt: nothing changes but that it is settled, and the last one books it', async () => {
  const invoice = await book('R-1');
  const [date, total] = fieldDoubts(invoice).map(({ right }) => right);
  if (!date || !total) throw new Error('no buttons');
  expect([date.label, total.label]).toEqual(['Date is right', 'Total is right']);

  expect(await desk.press(date, 'ben')).toEqual({ kind: 'quiet' });
  expect(await now(invoice.id)).toMatchObject({ state: 'review', confidence: { total: 0.5 } });
  await desk.press(total, 'ben');

  expect(await now(invoice.id)).toMatchObject({
    state: 'booked',
    totalMinor: 11_900n,
    date: '2026-03-04',
    confidence: {},
  });
});

test('nobody vouches for what they did not see, nor for what they may not touch', async () => {
  const invoice = await book('R-2');
  const total = fieldDoubts(invoice)[1]?.right;
  if (!total) throw new Error('no button');
  expect(read(await desk.press(total, 'cleo'))).toMatch(/There is no invoice #\d+ that you may correct/);
  await desk.database.query({ text: 'update invoice set total_minor = 1 where id = $1', values: [invoice.id] });

  expect(read(await desk.press(total, 'ben'))).toMatch(/says something else by now/);
  expect(await now(invoice.id)).toMatchObject({ state: 'review' });
});

test('where nothing was read there is nothing to be right', async () => {
  const invoice = await book('R-3');

  expect(fieldDoubts({ ...invoice, currency: null }).find(({ field }) => field === 'currency')?.right).toBeNull();
});
