import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { startChildren } from '../../src/adapters/children/children.ts';
import { streamChildren } from '../../src/adapters/children/stream-child.ts';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { postgresLoadImport } from '../../src/adapters/postgres/import-load.ts';
import { spreadsheets, tableParsers } from '../../src/adapters/spreadsheet/spreadsheets.ts';
import { authorize } from '../../src/domain/access.ts';
import type { StoredFile } from '../../src/ports/document-reader.ts';
import type { Import } from '../../src/ports/imports.ts';
import { openServer, openStore, type Server } from './desk.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { timed } from './measure.ts';
import { peakMemory } from './memory.ts';

const sizes = [1_000, 100_000];
const { signal } = new AbortController();

/** A CSV through the whole import, against a bare COPY of the same rows into the same table with the same triggers and indexes. */
export async function tables(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  const store = await openStore(server, bench);
  const database = openDatabase({ url: server.url, log: pinoLog('error'), connections: 2, seconds: 1_800 });
  bench.later(() => database.close());
  const children = startChildren({ count: 1 });
  bench.later(() => children.stop());
  const streams = streamChildren({ load: [tableParsers] });
  bench.later(async () => streams.stop());
  const sheets = spreadsheets(children.run, streams);
  const load = postgresLoadImport(database);
  const grant = authorize(await store.directory.penny(), 'import.load');

  const imported = async (file: StoredFile): Promise<Import> => {
    const { layout, mapping, header, samples, sheet } = await sheets.preview(file, null, signal);
    if (mapping === null) throw new Error('the table was not recognised');
    const { document } = await store.documents.document(file);
    const offer = { documentId: document.id, shareId: null, layout, mapping, preview: { header, samples, sheet } };
    const { import: made } = await store.imports.offer(offer, grant);
    await store.imports.begin(made.id, grant);
    const { copyText, done } = sheets.prepare(file, mapping, signal);
    const [loaded] = await Promise.all([load(made.id, copyText, { signal }), done]);
    if (loaded?.counts?.accepted !== loaded?.counts?.rows) throw new Error('not every row was accepted');
    if (loaded === null) throw new Error('nothing was loaded');
    return loaded;
  };

  await imported(await csvOf(100, await bench.folder(), 'warm-up'));
  for (const size of sizes) {
    const ours: number[] = [];
    const bare: number[] = [];
    const memory: number[] = [];
    for (let run = 0; run < (size > 100_000 ? 1 : 3); run += 1) {
      await empty(server);
      const file = await csvOf(size, await bench.folder(), `${size} ${run}`);
      await pause(1_500); // as between two people: the reader that waits for the next table is there again
      const watch = peakMemory();
      const { ms, result } = await timed(() => imported(file));
      ours.push(ms);
      memory.push(await watch.stop());
      const text = await bench.folder();
      await prepared(server, result.id, text);
      await empty(server);
      bare.push((await timed(() => bareCopy(server, text))).ms);
    }
    const count = size.toLocaleString('en-GB');
    const rate = ours.map((ms) => (size * 1000) / ms);
    bench.report(figure(`${count} rows of CSV imported`, 'ms', ours, { 'bare COPY of the prepared rows': bare }));
    bench.report(figure(`${count} rows of CSV imported`, 'a second', rate, {}, 'rows'));
    bench.report(figure(`${count} rows: memory of Penny and her readers at most`, 'MB', memory));
  }
}

/** Empties the ledger, its summaries with it; vendors and imports stay, for both sides alike. */
const empty = ({ bare }: Server) => bare.query('truncate invoice, import_left_out cascade');

async function csvOf(rows: number, folder: string, name: string): Promise<StoredFile> {
  const path = join(folder, 'spend.csv');
  const out = createWriteStream(path);
  out.write('Supplier,Invoice no,Invoice date,Due date,Net,VAT,Gross,Currency,Category,Text\n');
  for (let from = 0; from < rows; from += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, rows - from) }, (_, at) => line(from + at, name));
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  const { size } = await stat(path);
  const sha256 = Buffer.from(name.padEnd(32)).toString('hex').slice(0, 64);
  return { path, name: 'spend.csv', size, sha256, type: 'text/csv' };
}

function line(at: number, name: string): string {
  const net = 1_000 + ((at * 7_919) % 900_000);
  const tax = Math.round(net / 5);
  const day = new Date(Date.UTC(2024, 0, 1 + (at % 700))).toISOString().slice(0, 10);
  const vendor = `"Vendor ${(at * at) % 4_000}, Ltd."`;
  return `${vendor},${name}-${at},${day},${day},${cents(net)},${cents(tax)},${cents(net + tax)},EUR,Travel,Delivery ${at % 90}\n`;
}

const cents = (minor: number): string => (minor / 100).toFixed(2);

/** What the import booked, as COPY text in files: what a bare COPY is given. */
async function prepared({ bare }: Server, id: bigint, folder: string): Promise<void> {
  const client = await bare.connect();
  try {
    for (const [table, columns] of copied) {
      const of = table === 'invoice' ? 'import_id' : 'invoice_id in (select id from invoice where import_id';
      const rows = `select ${columns} from ${table} where ${of} = ${id}${table === 'invoice' ? '' : ')'}`;
      await pipeline(client.query(copyTo(`copy (${rows}) to stdout`)), createWriteStream(join(folder, table)));
    }
  } finally {
    client.release();
  }
}

const copied = [
  [
    'invoice',
    'id, state, source, kind, vendor_id, vendor_text, number, number_key, date, due_date, currency, net_minor, tax_minor, total_minor, category_id, added_by, import_id, import_line',
  ],
  ['invoice_line', 'invoice_id, position, description, total_minor'],
] as const;

async function bareCopy({ bare }: Server, folder: string): Promise<void> {
  const client = await bare.connect();
  try {
    await client.query('begin');
    for (const [table, columns] of copied)
      await pipeline(
        createReadStream(join(folder, table)),
        client.query(copyFrom(`copy ${table} (${columns}) from stdin`)),
      );
    await client.query('commit');
  } finally {
    client.release();
  }
}
