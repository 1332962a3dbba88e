import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { authorize } from '../../src/domain/access.ts';
import { interpret } from '../../src/domain/interpret/interpret.ts';
import type { Reading } from '../../src/domain/reading.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { deliverWish } from '../../src/jobs/deliver-wish.ts';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { ingestDocument } from '../../src/workflows/ingest-document.ts';
import { receiveFile } from '../../src/workflows/receive-file.ts';
import { type Desk, testDesk } from '../support/chat.ts';
import { Crash, crashing } from '../support/crash.ts';
import { smallWorkspace } from '../support/workspace.ts';

/**
 * A process can die between any two things it does. Each run below dies at another one, is started again, and must end as if nothing had happened:
 * one document, one object, one invoice, one booking on record, one message, the right mark.
 */
const bill = readFileSync(join(import.meta.dirname, '../bills/kestrel-hosting.pdf'));
const field = <T>(value: T) => ({ value, confidence: 1 });
const reading: Reading = {
  kind: 'exact',
  reader: 'e-invoice',
  invoices: [
    {
      kind: 'invoice',
      pageFrom: 1,
      pageTo: 1,
      fields: {
        vendor: field('Kestrel'),
        invoice_number: field('K-1'),
        date: field('2026-03-02'),
        currency: field('EUR'),
        total: field(100n),
      },
      lines: [],
      checks: [],
    },
  ],
};

let desk: Desk;
let folder: string;
beforeAll(async () => {
  desk = await testDesk();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function begin() {
  await clean();
  folder = await mkdtemp(join(tmpdir(), 'penny-crash-'));
  const slack = smallWorkspace({ F1: { name: 'k.pdf', bytes: bill } });
  const ports: Ports = {
    ...desk.ports,
    workspace: slack.workspace,
    objects: diskObjects(folder),
    sniff: async (_, known) => ({ ...known, type: 'application/pdf' }),
    readers: [{ name: 'e-invoice', claim: () => 1, read: async () => reading }],
    interpret: async (read, context) => interpret(read, context),
  };
  return { slack, ports };
}

/** The record itself can only grow: each run looks at what came after this line. */
let since = 0n;
async function clean() {
  if (folder) await rm(folder, { recursive: true, force: true });
  const [last] = await desk.database.query<{ seq: bigint }>({
    text: 'select coalesce(max(seq), 0) as seq from audit_log',
    values: [],
  });
  since = last?.seq ?? 0n;
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  await owner.query(
    'truncate document, document_share, reading, invoice, invoice_line, outbox, vendor, vendor_alias restart identity cascade',
  );
  await owner.end();
}

/** All that the queue would do for one shared file, each job until it is done. */
async function everything(ports: Ports): Promise<void> {
  const signal = new AbortController().signal;
  const grant = authorize(await ports.store.directory.actor('UCLEO'), 'document.share');
  await receiveFile('F1', 'CIN', grant, ports.store);
  const shares = await desk.database.query<{ id: bigint }>({ text: 'select id from document_share', values: [] });
  for (const { id } of shares) await ingestDocument(id, ports, signal);
  const invoices = await desk.database.query<{ id: bigint }>({ text: 'select id from invoice', values: [] });
  for (const { id } of invoices) await showInvoice.run({ invoice: String(id) }, ports, signal);
  const wishes = await desk.database.query<{ id: bigint }>({ text: 'select id from outbox order by id', values: [] });
  for (const { id } of wishes) await deliverWish.run({ wish: String(id) }, ports, signal);
}

async function outcome(slack: ReturnType<typeof smallWorkspace>) {
  const count = async (from: string, values: readonly unknown[] = []) =>
    (await desk.database.query({ text: `select from ${from}`, values })).length;
  return {
    documents: await count('document'),
    objects: (await readdir(join(folder, 'objects'), { recursive: true })).filter((path) => /[0-9a-f]{64}$/.test(path))
      .length,
    halves: (await readdir(join(folder, 'objects', 'half')).catch(() => [])).length,
    shares: await count("document_share where state = 'booked'"),
    invoices: await count('invoice'),
    bookings: await count("audit_log where action = 'invoice.book' and seq > $1", [since]),
    posts: slack.posts.length,
    says: slack.posts[0]?.saying.parts[0],
    mark: slack.marks.get('ts-F1'),
  };
}

test('whatever the moment of a crash, the second run ends as an undisturbed one', { timeout: 240_000 }, async () => {
  const first = await begin();
  const watched = crashing(first.ports, 0, 'before');
  await everything(watched.ports);
  const undisturbed = await outcome(first.slack);
  expect(undisturbed).toMatchObject({
    documents: 1,
    objects: 1,
    halves: 0,
    shares: 1,
    invoices: 1,
    bookings: 1,
    posts: 1,
    mark: 'white_check_mark',
  });
  expect(watched.count()).toBeGreaterThan(30);

  for (const when of ['before', 'after'] as const) {
    for (let at = 1; at <= watched.count(); at += 1) {
      const { slack, ports } = await begin();
      await expect(everything(crashing(ports, at, when).ports), `crash ${when} call ${at}`).rejects.toThrow(Crash);
      await everything(ports);
      expect(await outcome(slack), `crash ${when} call ${at}`).toEqual(undisturbed);
    }
  }
});
