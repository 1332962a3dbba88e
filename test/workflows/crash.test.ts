import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskDrops } from '../../src/adapters/disk-objects/disk-drops.ts';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { authorize } from '../../src/domain/access.ts';
import { interpret } from '../../src/domain/interpret/interpret.ts';
import type { Reading } from '../../src/domain/reading.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { deliverWish } from '../../src/jobs/deliver-wish.ts';
import { readDocument } from '../../src/jobs/read-document.ts';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { takeDrops } from '../../src/jobs/take-drops.ts';
import { receiveFile } from '../../src/workflows/receive-file.ts';
import { type Desk, testDesk } from '../support/chat.ts';
import { Crash, crashing } from '../support/crash.ts';
import { dropParts } from '../support/drops.ts';
import { smallWorkspace } from '../support/workspace.ts';

/**
 * A process can die between any two things it does. Each run below dies at another one, is started again, and must end as if nothing had happened:
 * one document, one object, one invoice, one booking on record, one message (and the one that tells of a dropped file), the right mark, an empty inbox.
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
    drops: diskDrops({ folder, log: desk.ports.log, stillFor: 0, ...dropParts, fits: () => {} }),
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

const signal = new AbortController().signal;
const shared = async (ports: Ports) => {
  const grant = authorize(await ports.store.directory.actor('UCLEO'), 'document.share');
  await receiveFile('F1', 'CIN', grant, ports.store);
};
const dropped = async (ports: Ports) => {
  await takeDrops.run({}, ports, signal);
  await deliverAll(ports);
};

/** All that the queue would do for one file, each job until it is done. */
async function everything(arrives: (ports: Ports) => Promise<void>, ports: Ports): Promise<void> {
  await arrives(ports);
  const shares = await desk.database.query<{ id: bigint }>({ text: 'select id from document_share', values: [] });
  for (const { id } of shares) await readDocument.run({ share: String(id) }, ports, signal);
  const invoices = await desk.database.query<{ id: bigint }>({ text: 'select id from invoice', values: [] });
  for (const { id } of invoices) await showInvoice.run({ invoice: String(id) }, ports, signal);
  await deliverAll(ports);
}

async function deliverAll(ports: Ports): Promise<void> {
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
    says: slack.posts.map(({ thread, saying }) => [thread, saying.parts[0]]),
    marks: Object.fromEntries(slack.marks),
    inbox: await readdir(join(folder, 'inbox')).catch(() => []),
  };
}

const undisturbed = { documents: 1, objects: 1, halves: 0, shares: 1, invoices: 1, bookings: 1, inbox: [] };

test.each([
  { way: 'shared', arrives: shared, posts: 1, marks: { 'ts-F1': 'white_check_mark' } },
  { way: 'dropped', arrives: dropped, posts: 2, marks: { '101.0': 'white_check_mark' } },
])(
  '$way: whatever the moment of a crash, the second run ends as an undisturbed one',
  { timeout: 240_000 },
  async ({ way, arrives, posts, marks }) => {
    const start = async () => {
      const begun = await begin();
      if (way === 'dropped') await writeFile(join(await inbox(), 'scan.pdf'), bill);
      return begun;
    };
    const first = await start();
    const watched = crashing(first.ports, 0, 'before');
    await everything(arrives, watched.ports);
    const expected = await outcome(first.slack);
    expect(expected).toMatchObject({ ...undisturbed, posts, marks });
    expect(watched.count()).toBeGreaterThan(30);

    for (let at = 1; at <= watched.count(); at += 1) {
      await crashedAt(at, 'before'); // after a call is before the next
    }
    await crashedAt(watched.count(), 'after');

    async function crashedAt(at: number, when: 'before' | 'after'): Promise<void> {
      const { slack, ports } = await start();
      await expect(everything(arrives, crashing(ports, at, when).ports), `crash ${when} call ${at}`).rejects.toThrow(
        Crash,
      );
      await everything(arrives, ports);
      expect(await outcome(slack), `crash ${when} call ${at}`).toEqual(expected);
    }
  },
);

async function inbox(): Promise<string> {
  const path = join(folder, 'inbox');
  await mkdir(path);
  return path;
}
