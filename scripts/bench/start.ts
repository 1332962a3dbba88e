import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findBinaries } from '../../src/adapters/embedded-postgres/binaries.ts';
import { type Cluster, ensureServer, makeData, stopServer } from '../../src/adapters/embedded-postgres/cluster.ts';
import { findPlace } from '../../src/adapters/embedded-postgres/place.ts';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { timed } from './measure.ts';

const root = join(import.meta.dirname, '../..');
const atDesk = 'Penny is at her desk';
const longest = 60_000;

/** From the start of the process to the line that says so; and from the signal to its end. */
export async function start(bench: Bench): Promise<void> {
  const cold: Round[] = [];
  const warm: Round[] = [];
  const bare: BareRound[] = [];
  for (let round = 0; round < bench.runs(5); round += 1) {
    bare.push(await bareRound(await bench.folder(), bench));
    const folder = await bench.folder();
    cold.push(await pennyRound(folder, bench));
    warm.push(await pennyRound(folder, bench));
  }
  const nodes = bare.map(({ node }) => node);
  bench.report(
    figure('cold start, a new folder', 'ms', cold.map(ms), {
      'bare Postgres: initdb and start': bare.map(({ made, started }) => made + started),
      'node -e 0': nodes,
    }),
  );
  bench.report(
    figure(
      'warm start',
      'ms',
      warm.map(ms),
      {
        'bare Postgres: start': bare.map(({ again }) => again),
        'node -e 0': nodes,
      },
      'by node src/main.ts; npm start adds what npm itself takes. The files are in the system’s cache.',
    ),
  );
  bench.report(
    figure(
      'clean stop, right after the start',
      'ms',
      warm.map(({ stopMs }) => stopMs),
      {
        'bare Postgres: stop': bare.map(({ stopped }) => stopped),
      },
    ),
  );
}

type Round = { readonly ms: number; readonly stopMs: number };
const ms = (round: Round): number => round.ms;

async function pennyRound(folder: string, bench: Bench): Promise<Round> {
  const started = performance.now();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { PATH, HOME, PENNY_FOLDER: folder, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  bench.later(() => end(child, folder));
  await saysSo(child);
  const startMs = performance.now() - started;
  const stop = await timed(() => end(child, folder));
  return { ms: startMs, stopMs: stop.ms };
}

function saysSo(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const late = setTimeout(() => reject(new Error('Penny did not come to her desk in time')), longest);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(atDesk)) resolve();
  });
  child.once('exit', (code) => reject(new Error(`Penny ended with ${code} before she was at her desk`)));
  return promise.finally(() => clearTimeout(late));
}

/** By the signal, and where that does not help by force. A Penny that ends before she is at her desk leaves her database running. */
async function end(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await gone;
    clearTimeout(force);
  }
  if (child.exitCode !== 0) await stopServer(await clusterIn(folder));
}

type BareRound = Readonly<Record<'node' | 'made' | 'started' | 'again' | 'stopped', number>>;

/** The same Postgres with the same settings and nothing in it. */
async function bareRound(folder: string, bench: Bench): Promise<BareRound> {
  const cluster = await clusterIn(folder);
  bench.later(() => stopServer(cluster));
  const node = await timed(async () => once(spawn(process.execPath, ['-e', '0']), 'exit'));
  const made = await timed(() => makeData(cluster, 'bench'));
  const started = await timed(() => ensureServer(cluster));
  await stopServer(cluster);
  const again = await timed(() => ensureServer(cluster));
  const stopped = await timed(() => stopServer(cluster));
  return { node: node.ms, made: made.ms, started: started.ms, again: again.ms, stopped: stopped.ms };
}

async function clusterIn(folder: string): Promise<Cluster> {
  const place = await findPlace(folder, pinoLog('error'));
  return { native: await findBinaries(place), ...place, durable: true };
}
