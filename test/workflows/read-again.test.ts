import { beforeAll, expect, test } from 'vitest';
import type { InvoiceReading, Reading } from '../../src/domain/reading.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { readAgain as job } from '../../src/jobs/read-again.ts';
import { bookReading } from '../../src/workflows/book-reading.ts';
import { readAgain } from '../../src/workflows/read-again.ts';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

type Person = Awaited<ReturnType<typeof seated>>;
const never = new AbortController().signal;
const slack = smallWorkspace();

/** What the reader finds from now on, on whatever file. */
let page: readonly InvoiceReading[] = [];
let desk: Desk;
let cleo: Person;
let ben: Person;
beforeAll(async () => {
  const reader: Ports['readers'][number] = {
    name: 'pretended',
    claim: () => 1,
    read: async (): Promise<Reading> => ({ kind: 'exact', reader: 'pretended', invoices: page }),
  };
  desk = await testDesk({
    workspace: slack.workspace,
    readers: [reader],
    objects: { put: async () => {}, has: async () => true, lend: (_, work) => work('/nowhere') }, // the reader looks at no file
  });
  cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});

const paper = (number: string, total: bigint, confidence = 0.99, pageFrom = 1): InvoiceReading => ({
  kind: 'invoice',
  pageFrom,
  pageTo: pageFrom,
  fields: {
    vendor: { value: 'Reread Ltd', confidence: 0.99 },
    invoice_number: { value: number, confidence: 0.99 },
    date: { value: '2026-03-04', confidence: 0.99 },
    currency: { value: 'EUR', confidence: 0.99 },
    total: { value: total, confidence },
  },
  lines: [],
  checks: [],
});
let n = 0;
async function arrives(reading: InvoiceReading) {
  n += 1;
  const sha256 = n.toString(16).padStart(64, 'a');
  const { document } = await desk.ports.store.documents.document({
    sha256,
    size: 1,
    type: 'application/pdf',
    name: 'a.pdf',
  });
  return bookReading(
    reading,
    { documentId: document.id, source: 'slack_file' },
    cleo.may('document.share'),
    desk.ports.store,
  );
}
const again = (id: bigint, who = ben) => readAgain(id, who.may('invoice.correct-own'), desk.ports, never);
const inLedger = async (number: string) =>
  (await desk.database.query({ text: 'select id from invoice where number = $1', values: [number] })).length;

test('a better reading takes the place of the worse; nothing is booked twice', async () => {
  const { id } = await arrives(paper('A-1', 100n, 0.4));
  page = [paper('A-1', 17_700n)];

  expect(await again(id)).toBe(`Read again: total changed; the card of #${id} shows it.`);
  expect(await desk.ports.store.ledger.any(id)).toMatchObject({ state: 'booked', totalMinor: 17_700n });
  expect(await inLedger('A-1')).toBe(1);
  expect(read(await desk.chat(`/invoice show ${id}`, 'ben'))).toMatch(/read again, and changed, by uben/);
});

test('the same reading says so', async () => {
  const reading = paper('B-1', 200n, 0.4);
  const { id } = await arrives(reading);
  page = [reading];

  expect(await again(id)).toMatch(/says the same as before/);
  expect((await desk.ports.store.ledger.any(id))?.state).toBe('review');
});

test('no invoice on that page any more: it stays, and the person hears it', async () => {
  const { id } = await arrives(paper('C-1', 300n, 0.4));
  page = [paper('C-1', 300n, 0.99, 2), paper('C-2', 301n, 0.99, 3)];

  expect(await again(id)).toMatch(/finds no invoice on page 1 now/);
  expect((await desk.ports.store.ledger.any(id))?.totalMinor).toBe(300n);
  expect(await inLedger('C-2')).toBe(0);
});

test('what is read now looks like one that is there: held', async () => {
  const first = await arrives(paper('D-100', 400n));
  const { id } = await arrives(paper('D-7', 999n, 0.4));
  page = [paper('D-1OO', 999n)];

  await again(id);

  expect(await desk.ports.store.ledger.any(id)).toMatchObject({ state: 'held', duplicateOf: first.id });
});

test('what a person corrected is not undone', async () => {
  const wrong = {
    ...paper('E-1', 500n, 0.4),
    checks: [],
    lines: [{ description: 'x', quantity: null, unitPrice: null, total: 1n }],
  };
  const { id } = await arrives(wrong);
  const opened = form(await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Correct'), 'ben'));
  const answers = Object.fromEntries(opened.questions.flatMap((one) => (one.initial ? [[one.name, one.initial]] : [])));
  await desk.submit(opened, { ...answers, total: '5.55' }, 'ben');
  page = [paper('E-1', 777n)];

  expect((await desk.ports.store.ledger.any(id))?.state).toBe('review'); // the line does not make the total
  await expect(again(id)).rejects.toThrow(/Somebody corrected invoice \d+ by hand/);
  expect((await desk.ports.store.ledger.any(id))?.totalMinor).toBe(555n);
});

test('ten at once: one reading is taken, the others leave it alone', async () => {
  const { id } = await arrives(paper('F-1', 600n, 0.4));
  page = [paper('F-1', 601n)];

  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => again(id)));

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await desk.ports.store.ledger.history(id)).filter(({ action }) => action === 'invoice.reread')).toHaveLength(
    1,
  );
});

test('an operator has their own read again, and nobody else’s', async () => {
  const other = await seated(desk.ports.store, 'UOTHER', 'operator');
  const { id } = await arrives(paper('G-1', 700n, 0.4));
  page = [paper('G-1', 701n, 0.4)];

  await expect(again(id, other)).rejects.toMatchObject({ code: 'missing' });
  expect(await again(id, cleo)).toMatch(/total changed/);
});

test('the job tells who asked, also what is in the way', async () => {
  const { id } = await arrives(paper('I-1', 900n, 0.4));
  page = [paper('I-1', 901n, 0.4)];
  const payload = { invoice: String(id), by: 'UBEN', channel: 'CIN' };

  await job.run(payload, desk.ports, never);
  await desk.ports.store.ledger.confirm(id, ben.may('invoice.confirm'));
  await job.run(payload, desk.ports, never);

  expect(slack.whispers.map(({ person, saying }) => `${person}: ${saying.summary}`)).toEqual([
    `UBEN: Read again: total changed; the card of #${id} shows it.`,
    expect.stringMatching(/UBEN: Invoice \d+ is confirmed, so you cannot have it read again/),
  ]);
});
