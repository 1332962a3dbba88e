import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openServer } from './desk.ts';
import { farAway } from './far.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { timed } from './measure.ts';

const sizes = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** Milliseconds there and back, besides those of this machine. */
const ways = [0, 1, 5];

/** What a way of inserting can be asked without waiting for minutes. */
const most = { oneByOne: 10_000, manyRows: 100_000, unnest: 1_000_000 };

/** The same rows into the same table, by four ways, over a network of none, 1 and 5 ms. Each load is one transaction. */
export async function load(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  await server.bare.query(`
    create table target (id bigint generated always as identity primary key, vendor_id bigint not null, number text not null, number_key text not null,
                         date date not null, currency char(3) not null, total_minor bigint not null);
    create index on target (vendor_id, number_key); create index on target (currency, date) include (total_minor, vendor_id);
    create index on target (vendor_id, total_minor, currency, date)`);
  const { port } = new URL(server.ownerUrl);
  for (const ms of ways) {
    const far = await farAway(Number(port), ms);
    bench.later(() => far.close());
    const url = new URL(server.ownerUrl);
    url.host = `127.0.0.1:${far.port}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    bench.later(() => client.end().catch(() => undefined));
    for (const size of sizes) await compare(bench, client, size, ms);
    await client.end();
  }
}

async function compare(bench: Bench, client: pg.Client, size: number, ms: number): Promise<void> {
  const rows = Array.from({ length: size }, (_, at) => rowOf(at));
  const runs = size > 10_000 ? 1 : bench.runs(size > 1_000 ? 2 : 5);
  const took = async (insert: (rows: readonly Row[], client: pg.Client) => Promise<unknown>, times = runs) => {
    const all: number[] = [];
    for (let run = 0; run < times; run += 1) {
      await client.query('truncate target');
      await client.query('begin');
      all.push((await timed(() => insert(rows, client))).ms);
      await client.query('commit');
    }
    return all;
  };
  const copied = { COPY: await took(copy) };
  const report = (way: string, samples: readonly number[]) =>
    bench.report(figure(`${size.toLocaleString('en-GB')} rows, ${ms} ms away: ${way}`, 'ms', samples, copied));
  if (size <= most.oneByOne) report('one INSERT a row', await took(oneByOne, size > 1_000 ? 1 : runs));
  if (size <= most.manyRows) report('INSERT of 1,000 rows at a time', await took(manyRows));
  if (size <= most.unnest) report('INSERT from unnest', await took(unnest));
}

type Row = readonly [vendor: number, number: string, key: string, date: string, currency: string, total: number];

const rowOf = (at: number): Row => [
  at % 997,
  `B-${at}`,
  `B${at}`,
  `2026-${String(1 + (at % 12)).padStart(2, '0')}-15`,
  at % 5 === 0 ? 'USD' : 'EUR',
  100 + ((at * 7919) % 900_000),
];

const columns = 'vendor_id, number, number_key, date, currency, total_minor';

async function oneByOne(rows: readonly Row[], client: pg.Client): Promise<void> {
  for (const row of rows)
    await client.query({
      name: 'one',
      text: `insert into target (${columns}) values ($1, $2, $3, $4, $5, $6)`,
      values: [...row],
    });
}

async function manyRows(rows: readonly Row[], client: pg.Client): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    const some = rows.slice(from, from + 1_000);
    const tuples = some.map((_, at) => `(${[1, 2, 3, 4, 5, 6].map((cell) => `$${at * 6 + cell}`).join(', ')})`);
    await client.query(`insert into target (${columns}) values ${tuples.join(', ')}`, some.flat());
  }
}

async function unnest(rows: readonly Row[], client: pg.Client): Promise<void> {
  const column = (at: number) => rows.map((row) => row[at]);
  await client.query(
    `insert into target (${columns}) select * from unnest($1::bigint[], $2::text[], $3::text[], $4::date[], $5::text[], $6::bigint[])`,
    [0, 1, 2, 3, 4, 5].map(column),
  );
}

async function copy(rows: readonly Row[], client: pg.Client): Promise<void> {
  const text = Readable.from(pieces(rows));
  await pipeline(text, client.query(copyFrom(`copy target (${columns}) from stdin`)));
}

function* pieces(rows: readonly Row[]): Generator<string> {
  for (let from = 0; from < rows.length; from += 500)
    yield `${rows
      .slice(from, from + 500)
      .map((row) => row.join('\t'))
      .join('\n')}\n`;
}
