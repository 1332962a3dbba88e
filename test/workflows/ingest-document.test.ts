import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChildren } from '../../src/adapters/children/children.ts';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { einvoiceReader } from '../../src/adapters/einvoice/reader.ts';
import { embeddedReader } from '../../src/adapters/embedded/reader.ts';
import { interpretApart } from '../../src/adapters/interpreter/interpreter.ts';
import { fileName } from '../../src/adapters/sniff/file-name.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { authorize } from '../../src/domain/access.ts';
import type { Saying } from '../../src/domain/reply.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { readDocument } from '../../src/jobs/read-document.ts';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { ingestDocument } from '../../src/workflows/ingest-document.ts';
import { receiveFile } from '../../src/workflows/receive-file.ts';
import { type Desk, partText, testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

const bill = (name: string) => ({ name, bytes: readFileSync(join(import.meta.dirname, '../bills', name)) });
const files = {
  F1: bill('kestrel-hosting.pdf'),
  F2: bill('kestrel-hosting.pdf'),
  F3: bill('groene-kas-ubl.xml'),
  F4: bill('brandt-werkzeugbau.pdf'),
  F5: bill('brandt-werkzeugbau.pdf'),
  F6: bill('papeterie-du-canal.pdf'),
  FEMPTY: bill('empty.pdf'),
  FPASSWORD: bill('password.pdf'),
  FTEXT: bill('text-named.pdf'),
  FBLANK: bill('blank.png'),
  FCUT: bill('truncated.pdf'),
};

let desk: Desk;
let folder: string;
let ports: Ports;
const children = startChildren();
const slack = smallWorkspace(files);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'penny-ingest-'));
  desk = await testDesk({
    workspace: slack.workspace,
    objects: diskObjects(folder),
    sniff: async (path, known) => ({ ...known, type: await sniffFile(path), name: fileName(known.name) }),
    readers: [einvoiceReader(children.run), embeddedReader(children.run)],
    interpret: interpretApart(children.run),
  });
  await desk.database.query({ text: 'select 1', values: [] });
  ports = desk.ports;
});
afterAll(async () => {
  await children.stop();
  await rm(folder, { recursive: true });
});

const never = new AbortController().signal;
async function share(file: string, channel = 'CIN', as: 'cleo' | 'ben' = 'cleo'): Promise<bigint> {
  const grant = authorize(await ports.store.directory.actor(desk.people[as]), 'document.share');
  await receiveFile(file, channel, grant, ports.store);
  const { share: made } = await ports.store.documents.share({ slackFile: file, channel, slackUser: desk.people[as] });
  return made.id;
}
const ingest = async (file: string, channel?: string) => {
  const id = await share(file, channel);
  await ingestDocument(id, ports, never);
  return id;
};
const wished = async (share: bigint): Promise<string> => {
  const [row] = await desk.database.query<{ saying: Saying }>({
    text: 'select saying from outbox where key = $1',
    values: [`share:${share}`],
  });
  return (row?.saying.parts ?? []).map(partText).join('\n');
};
const mark = async (file: string) => {
  const [row] = await desk.database.query<{ mark: string }>({
    text: 'select mark from outbox where kind = $1 and ts = $2',
    values: ['mark', `ts-${file}`],
  });
  return row?.mark;
};
const count = async (number: string) =>
  (
    await desk.database.query({
      text: "select from invoice where number = $1 and state <> 'deleted'",
      values: [number],
    })
  ).length;

test('a PDF is stored, read and booked, and its thread shows the card', async () => {
  const id = await ingest('F1');
  const [row] = await desk.database.query<{ id: bigint; total_minor: bigint; currency: string; state: string }>({
    text: "select id, total_minor, currency, state from invoice where number = 'KCH-2026-00418'",
    values: [],
  });
  await showInvoice.run({ invoice: String(row?.id) }, ports, never);

  expect(row).toMatchObject({ total_minor: 69575n, currency: 'EUR', state: 'booked' });
  expect(await wished(id)).toMatch(
    /Invoice from Kestrel Cloud Hosting B\.V\.[\s\S]*Total: €695\.75 · sure[\s\S]*\[Confirm\] \[Correct\] \[Items\] \[Not an invoice\] \[Delete\]/,
  );
  expect(await mark('F1')).toBe('white_check_mark');
});

test('the same bytes from another file are a duplicate, with a link to the first', async () => {
  const id = await ingest('F2');

  expect(await count('KCH-2026-00418')).toBe(1);
  expect(await wished(id)).toMatch(/Duplicate: exactly this file is in the ledger already\./);
  const [row] = await desk.database.query<{ saying: Saying }>({
    text: 'select saying from outbox where key = $1',
    values: [`share:${id}`],
  });
  expect(JSON.stringify(row?.saying)).toContain('https://slack.example/archives/CIN/ts-F1');
});

test('once what it made was deleted, the same file is read anew', async () => {
  const ben = authorize(await ports.store.directory.actor('UBEN'), 'invoice.delete');
  const [first] = await desk.database.query<{ id: bigint }>({
    text: "select id from invoice where number = 'KCH-2026-00418'",
    values: [],
  });
  await ports.store.ledger.remove(first?.id ?? 0n, ben);
  await ingest('F2', 'COTHER');

  expect(await count('KCH-2026-00418')).toBe(1);
});

test('an e-invoice is exact and says so', async () => {
  await ingest('F3');
  const [row] = await desk.database.query<{ source: string; state: string }>({
    text: "select source, state from invoice where source = 'e_invoice'",
    values: [],
  });

  expect(row).toEqual({ source: 'e_invoice', state: 'booked' });
});

test('two people share the same file at once: one invoice', async () => {
  const shares = await Promise.all([share('F4'), share('F5', 'COTHER', 'ben'), share('F4', 'CTHIRD')]);
  await Promise.all(shares.map((id) => ingestDocument(id, ports, never)));

  expect(await count('RE-26/0773')).toBe(1);
  const states = await desk.database.query<{ state: string }>({
    text: 'select state from document_share where id = any($1) order by state',
    values: [shares],
  });
  expect(states.map(({ state }) => state)).toEqual(['booked', 'duplicate', 'duplicate']);
});

test('a job that runs twice changes nothing', async () => {
  const before = await desk.database.query({ text: 'select seq from audit_log', values: [] });
  await ingestDocument(await share('F1'), ports, never);

  expect(await desk.database.query({ text: 'select seq from audit_log', values: [] })).toHaveLength(before.length);
});

test.each([
  ['FEMPTY', /empty\. Export or scan it again/],
  ['FTEXT', /text/],
])('%s: is refused in one sentence, and nothing is booked', async (file, sentence) => {
  const id = await ingest(file);

  expect(await wished(id)).toMatch(sentence);
  expect(await wished(id)).toContain('Nothing was booked.');
  expect(await mark(file)).toBe('warning');
});

test.each([
  ['FPASSWORD', /protected by a password\. Save it without one and share it again/],
  ['FBLANK', /no text in this file/],
  ['FCUT', /./],
])('%s: is kept, and listed as needing a person', async (file, sentence) => {
  const id = await ingest(file);
  const noted = await ports.store.documents.shareOf(id);

  expect(noted).toMatchObject({ state: 'needs_person' });
  expect(noted?.problem).toMatch(sentence);
  expect(await wished(id)).toContain('The file is kept');
  expect(await mark(file)).toBe('warning');
});

test('a file deleted before it could be fetched is told so', async () => {
  const id = await ingest('FGONE');

  expect(await wished(id)).toMatch(/deleted/);
});

test('Slack away is not the file’s fault: the job fails, and the next try books it', async () => {
  slack.fails('fetch', 1);
  const id = await share('F6');

  await expect(ingestDocument(id, ports, never)).rejects.toThrow(/did not answer/);
  expect(await ports.store.documents.shareOf(id)).toMatchObject({ state: 'received' });
  await ingestDocument(id, ports, never);
  expect(await ports.store.documents.shareOf(id)).toMatchObject({ state: 'booked' });
});

test('after the last try the person learns what to do', async () => {
  const id = await share('FNEVER');
  await readDocument.gaveUp?.({ share: String(id) }, ports);

  expect(await wished(id)).toMatch(/after several tries.*\/invoice add/);
});

test('who lost their role in between books nothing', async () => {
  const id = await share('F6', 'CLATE');
  await ports.store.directory.unseat('UCLEO', 'left');
  await ingestDocument(id, ports, never);

  expect(await ports.store.documents.shareOf(id)).toMatchObject({ state: 'refused' });
  expect(await wished(id)).toMatch(/Ask an admin for a role/);
});
