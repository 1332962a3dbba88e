import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
});

const typed = {
  vendor: 'Harbour Bakery Ltd',
  number: 'HB-1',
  kind: 'invoice',
  date: '2026-03-30',
  currency: 'eur',
  net: '100.00',
  tax: '7,00',
  total: '107.00',
};
const add = async (answers: Partial<typeof typed> = {}, as: 'ben' | 'cleo' | 'noor' = 'cleo') =>
  desk.submit(form(await desk.chat('/invoice add', 'cleo')), { ...typed, ...answers }, as);

test('an operator types an invoice in, and it is booked to the cent', async () => {
  const reply = await add();

  expect(read(reply)).toMatch(/Booked as #\d+/);
  expect(read(reply)).toContain('Total: €107.00');
  const rows = await desk.database.query<{ total_minor: bigint; state: string }>({
    text: "select total_minor, state from invoice where number = 'HB-1'",
    values: [],
  });
  expect(rows).toEqual([{ total_minor: 10700n, state: 'booked' }]);
});

test('the same vendor and number again is held, with a choice', async () => {
  const reply = await add({ vendor: 'HARBOUR BAKERY LIMITED', number: 'hb 1' }, 'ben');

  expect(read(reply)).toMatch(/Held as #\d+: it looks the same as #\d+/);
  await desk.press(control(reply, 'Different invoice'), 'ben');
  const id = /Held as #(\d+)/.exec(read(reply))?.[1];
  expect(read(await desk.chat(`/invoice show ${id}`, 'ben'))).toMatch(/Booked as/);
});

test.each([
  [{ total: '170.00' }, 'total: Net and tax do not add up to this total.'],
  [{ total: 'a lot' }, 'total: Write the amount in figures, like 1234.50.'],
  [{ currency: 'EURO' }, 'currency: Use a currency code of three letters, like EUR.'],
  [{ date: '2026-02-30' }, 'date: Write the date as YYYY-MM-DD, like 2026-03-31.'],
  [{ currency: 'JPY', net: '100', tax: '7.5', total: '107' }, 'tax: JPY has no decimal places.'],
  [{ kind: 'credit_note' }, 'total: A credit note is negative; put a minus in front.'],
  [{ vendor: '   ' }, 'vendor: Who sent it?'],
])('%o comes back with a sentence under its field', async (answers, says) => {
  expect(read(await add({ number: 'HB-9', ...answers }))).toContain(says);
  const rows = await desk.database.query({ text: "select from invoice where number = 'HB-9'", values: [] });
  expect(rows).toHaveLength(0);
});

test('who has no role is refused, whichever door they try', async () => {
  expect(read(await desk.chat('/invoice add', 'noor'))).toMatch(/Ask an admin/);
  expect(read(await add({ number: 'HB-10' }, 'noor'))).toMatch(/Ask an admin/);
  expect(await desk.database.query({ text: "select from invoice where number = 'HB-10'", values: [] })).toHaveLength(0);
});

test('what was asked, refused and changed is in the audit log', async () => {
  const log = read(await desk.chat('/penny audit 90', 'ada'));

  expect(log).toMatch(/changed \| invoice\.book · invoice \d+/);
  expect(log).toMatch(/answered \| add-invoice \| forbidden/);
  expect(log).toMatch(/answered \| add-invoice \| invalid/);
  expect(log).toMatch(/changed \| invoice\.decide · invoice \d+/);
});
