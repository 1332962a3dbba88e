import { setTimeout as pause } from 'node:timers/promises';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import { postgresRows } from '../../src/adapters/postgres/rows.ts';
import { postgresStore } from '../../src/adapters/postgres/store.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { drawHome } from '../../src/interactions/home/draw.ts';
import { noWorkspace } from '../../test/support/workspace.ts';
import { seedLedger } from '../seed/ledger.ts';
import { type Desk, openDesk, openServer, type Server } from './desk.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { timed } from './measure.ts';

const invoices = 1_000_000;
const log = pinoLog('error');
const people = { cleo: 'operator', ben: 'accountant', ada: 'admin' } as const;
type Name = keyof typeof people;

/** The Home of each role over a million invoices: drawn, and from its opening until it is seen; with the picture that is there, and without one. */
export async function home(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  await migrate({ url: server.ownerUrl, log });
  await seedLedger({ url: server.ownerUrl, invoices, until: new Date().toISOString().slice(0, 10) });
  const desk = await openDesk(bench, server);
  await uploads(server, desk);
  const drawn = await drawing(server, bench);
  for (const [name, role] of Object.entries(people) as [Name, string][]) {
    const { id } = desk.sandbox.as(name);
    await opened(desk, name); // which asks for the picture
    const built = await sampled(bench.runs(30), () => drawn(id));
    bench.report(figure(`Home of an ${role}: drawn`, 'ms', built));
    if (name !== 'cleo') await pictured(desk, name);
    const seen = await sampled(bench.runs(30), () => opened(desk, name));
    bench.report(figure(`Home of an ${role}: opened → seen`, 'ms', seen, { 'drawn alone': built }));
  }
  const without = await sampled(bench.runs(10), async () => {
    await server.bare.query('delete from home_picture');
    await opened(desk, 'ben');
  });
  bench.report(
    figure('the same of an accountant, no picture yet', 'ms', without, {}, 'a job draws it; the Home follows'),
  );
}

/** Some files of the operator's, as they come to be. */
async function uploads({ bare }: Server, { sandbox }: Desk): Promise<void> {
  await bare.query(
    `insert into document_share (slack_file, channel, slack_user, file_name, state)
     select 'F' || n, 'CNOWHERE', $1, 'file-' || n || '.pdf', 'duplicate' from generate_series(1, 20000) as n`,
    [sandbox.as('cleo').id],
  );
  await bare.query('analyze document_share');
}

async function drawing(server: Server, bench: Bench): Promise<(person: string) => Promise<unknown>> {
  const open = (url: string, connections: number): Database => {
    const database = openDatabase({ url, log, connections });
    bench.later(() => database.close());
    return database;
  };
  const queue = { send: async () => {} };
  const ports = {
    log,
    clock: { now: () => new Date() },
    store: postgresStore(open(server.url, 10), () => queue),
    rows: postgresRows(open(server.readUrl, 4)),
    readers: [],
    workspace: noWorkspace,
    settings: {
      intakeChannels: [],
      opsChannel: null,
      reportingCurrency: 'EUR',
      allowance: null,
      charts: 'picture',
      admins: [],
    },
  } satisfies Partial<Ports>;
  return (person) => drawHome(person, ports as unknown as Ports); // it reaches no other
}

/** The first time is warming up. */
async function sampled(times: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let time = 0; time <= times; time += 1) samples.push((await timed(work)).ms);
  return samples.slice(1);
}

const published = ({ sandbox }: Desk, person: string): number =>
  sandbox.journal.filter(
    (entry) =>
      entry.kind === 'call' &&
      entry.method === 'views.publish' &&
      entry.args.user_id === person &&
      JSON.stringify(entry.answer).startsWith('{"ok":true'),
  ).length;

async function opened(desk: Desk, name: Name): Promise<void> {
  const person = desk.sandbox.as(name);
  const before = published(desk, person.id);
  await person.opensHome();
  while (published(desk, person.id) === before) await pause(1);
}

const pictured = ({ sandbox }: Desk, name: Name) =>
  sandbox.as(name).waitsFor(({ home: now }) => now?.blocks.some(({ type }) => type === 'image'), 60_000);
