import { beforeAll, expect, test } from 'vitest';
import type { NewInvoice } from '../../src/ports/ledger.ts';
import { control, type Desk, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let ben: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});
let n = 0;
async function book(change: Partial<NewInvoice> = {}): Promise<bigint> {
  n += 1;
  const sha256 = n.toString(16).padStart(64, 'b');
  const { document } = await desk.ports.store.documents.document({ sha256, size: 1, type: 'image/png', name: 'a.png' });
  const paper = { documentId: document.id, pageFrom: 1, pageTo: 1, source: 'slack_file', state: 'review' } as const;
  const invoice = newInvoice({ facts: facts({ number: `P-${n}` }), ...paper, ...change });
  return (await desk.ports.store.ledger.book(invoice, ben.may('document.share'))).id;
}
const press = (id: bigint, as: 'ben' | 'cleo' | 'noor', value = JSON.stringify({ invoice: String(id) })) =>
  desk.press({ press: 'invoice-read-again', label: 'Read again', value }, as);
const waiting = async (id: bigint) =>
  (
    await desk.database.query({
      text: "select 1 from pgboss.job where name = 'read-again' and data ->> 'invoice' = $1",
      values: [String(id)],
    })
  ).length;

test('a job will do it, once for all who ask meanwhile', async () => {
  const id = await book();
  const button = control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Read again');

  expect(read(await desk.press(button, 'ben'))).toMatch(/Reading the file of #\d+ again/);
  await desk.press(button, 'ada');
  expect(await waiting(id)).toBe(1);
});

test('is offered where there is a file and a doubt, and nowhere else', async () => {
  const typed = await book({ documentId: null, source: 'manual' });
  const sure = await book({ state: 'booked' });
  for (const id of [typed, sure])
    expect(read(await desk.chat(`/invoice show ${id}`, 'ben'))).not.toContain('[Read again]');

  expect(read(await press(typed, 'ben'))).toMatch(/There is no file/);
  expect(read(await press(sure, 'ben'))).toMatch(/in no doubt/);
});

test('who may not, may not; a forged value is refused', async () => {
  const id = await book();

  expect(read(await press(id, 'cleo'))).toMatch(/There is no file of an invoice/);
  expect(read(await press(id, 'noor'))).toMatch(/Ask an admin/);
  expect(read(await press(id, 'ben', '{}'))).toMatch(/older Penny/);
  expect(await waiting(id)).toBe(0);
});
