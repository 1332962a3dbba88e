import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { startChildren } from '../../src/adapters/children/children.ts';
import { streamChildren } from '../../src/adapters/children/stream-child.ts';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { postgresLoadImport } from '../../src/adapters/postgres/import-load.ts';
import { spreadsheets } from '../../src/adapters/spreadsheet/spreadsheets.ts';
import { authorize } from '../../src/domain/access.ts';
import type { StoredFile } from '../../src/ports/document-reader.ts';
import type { Import } from '../../src/ports/imports.ts';
import { csvOf } from './csv.ts';
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
  const streams = streamChildren();
  bench.later(async () => streams.stop());
  const sheets = spreadsheets(children.run, streams.stream);
  const load = postgresLoadImport(database);
  const grant = authorize(await store.directory.penny(), 'import.load');

  const imported = async (file: StoredFile): Promise<Import> => {
    const { layout, mapping, ...preview } = await sheets.preview(file, { known: null, usual: 'EUR' }, signal);
    if (mapping === null) throw new Error('the table was not recognised');
    const { document } = await store.documents.document(file);
    const offer = { documentId: document.id, shareId: null, layout, mapping, preview };
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
    for (let run = 0; run < bench.runs(size > 10_000 ? 3 : 9); run += 1) {
      await empty(server);
      const file = await csvOf(size, await bench.folder(), `${size} ${run}`);
      const { ms, result } = await timed(() => imported(file));
      ours.push(ms);
      const text = await bench.folder();
      await prepared(server, result.id, text);
      await empty(server);
      bare.push((await timed(() => bareCopy(server, text))).ms);
    }
    const count = size.toLocaleString('en-GB');
    const rate = ours.map((ms) => (size * 1000) / ms);
    bench.report(figure(`${count} rows of CSV imported`, 'ms', ours, { 'bare COPY of the prepared rows': bare }));
    bench.report(figure(`${count} rows of CSV imported`, 'a second', rate, {}, 'rows'));
  }
  for (const size of bench.full ? [100_000, 1_000_000, 2_000_000] : [100_000]) await atTerminal(size, server, bench);
}

/** `npm run import` as a process, with what memory it and its readers take. */
async function atTerminal(size: number, server: Server, bench: Bench): Promise<void> {
  await empty(server);
  const { path } = await csvOf(size, await bench.folder(), `terminal ${size}`);
  const env = { ...process.env, DATABASE_URL: server.ownerUrl, PENNY_FOLDER: await bench.folder() };
  const child = spawn(process.execPath, [...(await importCommand()), path], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  bench.later(async () => void child.kill());
  if (child.pid === undefined) throw new Error('npm run import did not start');
  const watch = peakMemory(child.pid);
  const { ms, result } = await timed(() => text(child.stdout));
  const done = z.object({ accepted: z.number() }).parse(JSON.parse(result));
  if (done.accepted !== size) throw new Error(`${done.accepted} of ${size} rows were accepted`);
  const count = size.toLocaleString('en-GB');
  bench.report(figure(`npm run import of ${count} rows`, 'a second', [(size * 1000) / ms], {}, 'rows'));
  bench.report(
    figure(`npm run import of ${count} rows: its memory and its readers’ at most`, 'MB', [await watch.stop()]),
  );
}

/** What `npm run import` gives to Node. */
async function importCommand(): Promise<readonly string[]> {
  const { scripts } = z
    .object({ scripts: z.object({ import: z.string() }) })
    .parse(JSON.parse(await readFile('package.json', 'utf8')));
  return scripts.import.split(' ').slice(1);
}

/** Empties the ledger, its summaries with it; vendors and imports stay, for both sides alike. */
const empty = ({ bare }: Server) => bare.query('truncate invoice, import_left_out cascade');

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
