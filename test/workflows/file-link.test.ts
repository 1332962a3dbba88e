import { beforeAll, expect, test } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import type { Reply, Text } from '../../src/domain/reply.ts';
import { fileLink } from '../../src/workflows/file-link.ts';
import { type Desk, read, testDesk } from '../support/chat.ts';
import { newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

const sha256 = 'c'.repeat(64);
const store = {
  put: async () => {},
  has: async () => true,
  lend: async (): Promise<never> => {
    throw new Error('nobody reads the file');
  },
};
const bucket = {
  ...store,
  link: async (file: { sha256: string; name: string }, seconds: number) =>
    `https://files.example/${file.sha256}/${file.name}?for=${seconds}`,
};

let desk: Desk;
let id: bigint;
beforeAll(async () => {
  desk = await testDesk({ objects: store, workspace: smallWorkspace().workspace });
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const { documents, ledger } = desk.ports.store;
  const { document } = await documents.document({ sha256, size: 1, type: 'application/pdf', name: 'bill.pdf' });
  const { share } = await documents.share({ slackFile: 'F1', channel: 'CIN', slackUser: 'UBEN' });
  await documents.note(share.id, { documentId: document.id, messageTs: '7.7' });
  const invoice = newInvoice({ documentId: document.id, source: 'slack_file' });
  id = (await ledger.book(invoice, ben.may('document.share'))).id;
});

const linksOf = (reply: Reply): readonly string[] =>
  reply.kind === 'say' ? reply.saying.parts.flatMap((part) => (part.part === 'text' ? linksIn(part.text) : [])) : [];
const linksIn = (text: Text): readonly string[] =>
  typeof text === 'string' ? [] : text.flatMap((span) => (typeof span !== 'string' && 'link' in span ? span.link : []));

test('with files in a folder, /invoice show links the message that carries the file', async () => {
  const shown = await desk.chat(`/invoice show ${id}`, 'ben');

  expect(read(shown)).toContain('Open the message with the file: bill.pdf');
  expect(linksOf(shown)).toEqual(['https://slack.example/archives/CIN/7.7']);
});

test('with files in a bucket it links the file itself, for minutes, and falls back to the message', async () => {
  const invoice = await desk.ports.store.ledger.any(id);
  if (invoice === null) throw new Error('it was booked');
  const away = async () => {
    throw new Fault('unavailable', 'The file store is away.');
  };

  const parts = await fileLink(invoice, { ...desk.ports, objects: bucket });
  const without = await fileLink(invoice, { ...desk.ports, objects: { ...bucket, link: away } });

  expect(JSON.stringify(parts)).toContain(`https://files.example/${sha256}/bill.pdf?for=300`);
  expect(JSON.stringify(parts)).toContain('holds for 5 minutes');
  expect(JSON.stringify(without)).toContain('archives/CIN/7.7');
});

test('who may not see the invoice gets no link, and an invoice typed in has none', async () => {
  expect(linksOf(await desk.chat(`/invoice show ${id}`, 'cleo'))).toEqual([]);

  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const typed = await desk.ports.store.ledger.book(newInvoice(), ben.may('invoice.add'));
  expect(linksOf(await desk.chat(`/invoice show ${typed.id}`, 'ben'))).toEqual([]);
});

test('a file from the inbox is linked by the message that tells of it', async () => {
  const { documents, ledger } = desk.ports.store;
  const { document } = await documents.document({
    sha256: 'd'.repeat(64),
    size: 1,
    type: 'application/pdf',
    name: 's.pdf',
  });
  const { share } = await documents.drop({ key: 'inbox/s.pdf', version: '1', name: 's.pdf' }, 'CIN');
  await documents.note(share.id, { documentId: document.id, messageTs: '8.8' });
  const invoice = await ledger.any(id);
  if (invoice === null) throw new Error('it was booked');

  const parts = await fileLink({ ...invoice, documentId: document.id }, desk.ports);
  expect(JSON.stringify(parts)).toContain('Open the message that tells of the file');
});
