import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChildren } from '../../src/adapters/children/children.ts';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { embeddedReader } from '../../src/adapters/embedded/reader.ts';
import { interpretApart, interpreterModule } from '../../src/adapters/interpreter/interpreter.ts';
import { learnApart } from '../../src/adapters/interpreter/learner.ts';
import { fileName } from '../../src/adapters/sniff/file-name.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { authorize } from '../../src/domain/access.ts';
import type { Invoice } from '../../src/domain/invoice.ts';
import { sql } from '../../src/engine/sql.ts';
import { ingestDocument } from '../../src/workflows/ingest-document.ts';
import { receiveFile } from '../../src/workflows/receive-file.ts';
import { type OddBill, oddPdf } from '../support/bills/odd-pdf.ts';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

const labels = ['Blattkennung', 'Tag der Niederschrift', 'Summe aller Posten nach Abzug'] as const;
const bill = (i: number, change: Partial<OddBill> = {}): OddBill => ({
  vendor: 'Hangwerk Gartenbau GmbH',
  number: `HW/${410 + i}-A`,
  day: `${10 + i}.02.2026`,
  items: [
    ['Heckenschnitt', '180,00'],
    ['Abfuhr Grünschnitt', `${90 + i},00`],
  ],
  before: `${270 + i},00`,
  total: `${250 + i},00`,
  iban: 'DE02120300000000202051',
  labels,
  ...change,
});
const other = { vendor: 'Talwerk Tiefbau GmbH', iban: 'DE02100500000054540402' };
const bills: Readonly<Record<string, OddBill>> = {
  F1: bill(1),
  F2: bill(2),
  F3: bill(3),
  F4: bill(4, { labels: ['Aktenstück', 'Tag der Niederschrift', 'Summe aller Posten nach Abzug'] }),
  G1: bill(5, { ...other, number: 'T-77' }),
  H1: bill(6, { vendor: 'Seewerk Bootsbau GmbH', number: 'S-100', iban: 'FR1420041010050500013M02606' }),
  H2: bill(7, { vendor: 'Seewerk Bootsbau GmbH', number: 'S-101', iban: 'FR1420041010050500013M02606' }),
};

let desk: Desk;
let folder: string;
const children = startChildren({ load: [interpreterModule] });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'penny-lessons-'));
  const drawn = Object.entries(bills).map(async ([id, one]) => [id, { name: `${id}.pdf`, bytes: await oddPdf(one) }]);
  desk = await testDesk({
    workspace: smallWorkspace(Object.fromEntries(await Promise.all(drawn))).workspace,
    objects: diskObjects(folder),
    sniff: async (path, known) => ({ ...known, type: await sniffFile(path), name: fileName(known.name) }),
    readers: [embeddedReader(children.run)],
    interpret: interpretApart(children.run),
    learn: learnApart(children.run),
  });
});
afterAll(async () => {
  await children.stop();
  await rm(folder, { recursive: true });
});

async function arrives(file: string): Promise<Invoice> {
  const { store } = desk.ports;
  await receiveFile(file, 'CIN', authorize(await store.directory.actor('UCLEO'), 'document.share'), store);
  const { share } = await store.documents.share({ slackFile: file, channel: 'CIN', slackUser: 'UCLEO' });
  await ingestDocument(share.id, desk.ports, new AbortController().signal);
  const { documentId } = (await store.documents.shareOf(share.id)) ?? {};
  const [invoice] = await store.ledger.ofDocument(documentId ?? 0n);
  if (!invoice) throw new Error(`nothing was booked of ${file}`);
  return invoice;
}
const opens = async ({ id }: Invoice, label = 'Correct') =>
  form(await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), label), 'ben'));
async function corrects(invoice: Invoice, answers: Readonly<Record<string, string>>): Promise<string> {
  const opened = await opens(invoice);
  const filled = Object.fromEntries(opened.questions.flatMap((one) => (one.initial ? [[one.name, one.initial]] : [])));
  return read(await desk.submit(opened, { ...filled, ...answers }, 'ben'));
}
const confirms = async ({ id }: Invoice) =>
  desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Confirm'), 'ben');
const hints = () =>
  desk.database.query(sql`
    select h.field, h.place, h.printed, h.papers from layout_hint h join vendor v on v.id = h.vendor_id
     where v.name like 'Hangwerk%' order by h.id`);

test('the third invoice of a corrected vendor comes right by itself', async () => {
  const first = await arrives('F1');
  expect(first).toMatchObject({ state: 'review', number: null });

  const told = await corrects(first, { number: 'HW/411-A', date: '2026-02-11', total: '251.00' });

  expect(told).toContain(
    'Penny will look for the number beside “Blattkennung”, the date beside “Tag der Niederschrift” and the total beside “Summe aller Posten nach Abzug” on invoices of Hangwerk Gartenbau GmbH from now on.',
  );
  const [entry] = await desk.database.query<{ after: unknown }>(
    sql`select after from audit_log where action = 'vendor.layout'`,
  );
  expect(entry?.after).toMatchObject({ looksFor: expect.arrayContaining(['the number beside “Blattkennung”']) });

  const second = await arrives('F2');
  expect(second).toMatchObject({ number: 'HW/412-A', date: '2026-02-12', totalMinor: 25_200n, state: 'review' });
  await confirms(second);

  const third = await arrives('F3');
  expect(third).toMatchObject({ number: 'HW/413-A', date: '2026-02-13', totalMinor: 25_300n, state: 'booked' });
  await confirms(third);
  expect(await hints()).toEqual([
    { field: 'invoice_number', place: 'right', printed: 'Blattkennung', papers: 3 },
    { field: 'date', place: 'right', printed: 'Tag der Niederschrift', papers: 3 },
    { field: 'total', place: 'right', printed: 'Summe aller Posten nach Abzug', papers: 3 },
  ]);
}, 120_000);

test('where the label is gone the hint finds nothing, and the person is asked', async () => {
  const fourth = await arrives('F4');

  expect(fourth).toMatchObject({ number: null, totalMinor: 25_400n, state: 'review' });
});

test('another vendor is not read by it', async () => {
  expect(await arrives('G1')).toMatchObject({ number: null, vendor: 'Talwerk Tiefbau GmbH' });
});

test('one field at a time teaches as well, and says so; a hint that was wrong is forgotten', async () => {
  const first = await arrives('H1');
  const told = read(await desk.submit(await opens(first, 'Check number'), { number: 'S-100' }, 'ben'));
  expect(told).toBe(
    'Penny will look for the number beside “Blattkennung” on invoices of Seewerk Bootsbau GmbH from now on.',
  );

  const second = await arrives('H2');
  expect(second.number).toBe('S-101');
  expect(await corrects(second, { number: '77-4410-22', total: '257.00' })).toContain('the number beside “Vorgang”');
  const left = await desk.database.query<{ printed: string }>(sql`
    select h.printed from layout_hint h join vendor v on v.id = h.vendor_id where v.name like 'Seewerk%' and h.field = 'invoice_number'`);
  expect(left).toEqual([{ printed: 'Vorgang' }]);
}, 120_000);

test('a value that does not stand on the paper teaches nothing', async () => {
  const invoice = await arrives('G1');

  const told = await corrects(invoice, { number: 'SOMETHING-ELSE-9', total: '255.00' });
  expect(told).toMatch(
    /is corrected: number, total\. Penny will look for the total beside “Summe aller Posten nach Abzug” on/,
  );
});
