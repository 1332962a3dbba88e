import { createHash, randomUUID } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { authorize } from '../../src/domain/access.ts';
import { interpret } from '../../src/domain/interpret/interpret.ts';
import type { InvoiceReading } from '../../src/domain/reading.ts';
import { bookReading } from '../../src/workflows/book-reading.ts';
import { bareText } from './bare-text.ts';
import { billNumber } from './bills.ts';
import { bareInvoice, openServer, openStore } from './desk.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { alternately } from './measure.ts';
import { openReaders, sample } from './readers.ts';

const bill = sample('kestrel-hosting.pdf');
const context = { today: '2026-11-23', home: 'EUR' } as const;

/** What each step costs by itself, without Slack between them. */
export async function parts(bench: Bench): Promise<void> {
  await kept(bench);
  const invoice = await readAndUnderstood(bench);
  await booked(invoice, bench);
}

async function kept(bench: Bench): Promise<void> {
  const [folder, plain] = [await bench.folder(), await bench.folder()];
  const objects = diskObjects(folder);
  const rounds = bench.runs(40);
  const files = await Promise.all(Array.from({ length: rounds + 1 }, (_, round) => unlike(round, plain)));
  let round = 0;
  const { ours, copy } = await alternately(rounds, {
    async ours() {
      const { path, sha256 } = files[round++ % files.length] ?? { path: '', sha256: '' };
      await sniffFile(path);
      await objects.put(sha256, path);
    },
    copy: () => copyFile(bill, join(plain, randomUUID())),
  });
  bench.report(figure('file told by its content and stored', 'ms', ours, { 'bare copy, not flushed': copy }));
}

/** A file that was not stored before. */
async function unlike(number: number, folder: string) {
  const { name, bytes } = await billNumber(number);
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readAndUnderstood(bench: Bench): Promise<InvoiceReading> {
  const read = openReaders(bench);
  const bytes = await readFile(bill);
  const reading = await read(bill);
  const samples = await alternately(
    bench.runs(40),
    {
      read: () => read(bill),
      interpret: async () => interpret(reading, context),
      pdfjs: () => bareText(bytes),
    },
    5,
  );
  const peer = { 'bare pdfjs-dist, text': samples.pdfjs };
  bench.report(
    figure(
      'text PDF read',
      'ms',
      samples.read,
      peer,
      'in warm child processes: e-invoice inside? then the words with their places',
    ),
  );
  bench.report(figure('words interpreted', 'ms', samples.interpret, peer));
  const [invoice] = interpret(reading, context);
  if (!invoice) throw new Error('there is no invoice in the sample');
  return invoice;
}

async function booked(invoice: InvoiceReading, bench: Bench): Promise<void> {
  const server = await openServer(bench);
  const store = await openStore(server, bench);
  const person = { id: 'U0BENCH', team: null, name: 'Bench', zone: 'UTC', standing: 'member' } as const;
  const grant = authorize(await store.directory.seat(person, 'operator'), 'document.share');
  let count = 0;
  const ours = async () => {
    count += 1;
    const sha256 = count.toString(16).padStart(64, '0');
    const { document } = await store.documents.document({ sha256, size: 1, type: 'application/pdf', name: 'bill.pdf' });
    await store.transaction(async (tx) => {
      await tx.documents.lock(document.id);
      await bookReading(numbered(invoice, count), { documentId: document.id, source: 'slack_file' }, grant, tx);
    });
  };
  const samples = await alternately(
    bench.runs(100),
    { ours, insert: () => server.bare.query(bareInvoice, ['HAND']) },
    5,
  );
  const note = 'vendor, suspect, lines, audit chain and the task that shows it, in one transaction';
  bench.report(figure('invoice booked', 'ms', samples.ours, { 'one bare insert': samples.insert }, note));
}

/** Another invoice each time, lest it be held as a duplicate. */
const numbered = (invoice: InvoiceReading, count: number): InvoiceReading => ({
  ...invoice,
  fields: {
    ...invoice.fields,
    invoice_number: { value: `KCH-2026-${count}`, confidence: 1 },
    total: { value: 100_000n + BigInt(count), confidence: 1 },
  },
});
