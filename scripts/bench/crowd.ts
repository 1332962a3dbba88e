import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import { seedOfManifest } from '../../src/sandbox/manifest.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds, defaultWorkspace, userIds } from '../../src/sandbox/seed.ts';
import { seedLedger } from '../seed/ledger.ts';
import { answer, hasPicture } from './answer.ts';
import { billNumber } from './bills.ts';
import { openServer, type Server } from './desk.ts';
import { figure, type Samples, spreadOf } from './figures.ts';
import type { Bench } from './harness.ts';
import { timed } from './measure.ts';
import { type Fared, openApart } from './penny-apart.ts';

const invoices = 20_000;
const files = 50;

/** Each with a channel in which there is nobody else but Penny. */
const people = Array.from({ length: 20 }, (_, i) => ({ id: `U0CROWD${100 + i}`, channel: `C0CROWD${100 + i}` }));
type Someone = (typeof people)[number];

/** What people type in turn, each beginning somewhere else. There is no search yet; showing one and what waits is nearest. */
const commands = [
  '/spend',
  '/spend vendors',
  '/invoice show 4711',
  '/spend trend all',
  '/spend vendors last 100 days category:travel',
  '/invoice review',
];

type Kind = 'picture' | 'words';
/** Milliseconds: until the answer was seen, until an envelope was acknowledged, and by which timers were late. */
type Noted = {
  readonly picture: number[];
  readonly words: number[];
  readonly acks: number[];
  readonly delays: Fared[];
};
const nothing = (): Noted => ({ picture: [], words: [], acks: [], delays: [] });

/** Everybody at once while files are read, in turns with one person who has Penny to themselves. Penny is a process of her own; the workspace is in this one. */
export async function crowd(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  await migrate({ url: server.ownerUrl, log: pinoLog('error') });
  await seedLedger({ url: server.ownerUrl, invoices, until: new Date().toISOString().slice(0, 10) });
  const sandbox = await openWorkspace(bench);
  const penny = await openApart(bench, await settingsFor(sandbox, server, bench));
  const [alone, together] = [nothing(), nothing()];
  for (let run = 0; run <= bench.runs(3); run += 1) {
    const bills = await Promise.all(Array.from({ length: files }, (_, i) => billNumber(run * files + i)));
    for (const [noted, work] of [
      [run === 0 ? nothing() : alone, (into: Noted) => oneAfterAnother(sandbox, people.slice(0, 2), into)],
      [run === 0 ? nothing() : together, (into: Noted) => allAtOnce(sandbox, bills, into)],
    ] as const) {
      const from = sandbox.journal.length;
      noted.delays.push(await penny.during(() => work(noted)));
      noted.acks.push(...acknowledged(sandbox.journal.slice(from)));
    }
  }
  report(alone, together, bench);
}

async function openWorkspace(bench: Bench): Promise<Sandbox> {
  const { bot } = userIds;
  const manifest = parse(await readFile(join(import.meta.dirname, '../../manifest.yml'), 'utf8'));
  const workspace = {
    ...seedOfManifest(manifest),
    people: [
      ...defaultWorkspace.people,
      ...people.map(({ id }) => ({ id, name: id.toLowerCase(), realName: id, title: 'admin', color: '5b3fa8' })),
    ],
    channels: [
      ...defaultWorkspace.channels,
      ...people.map(({ id, channel }) => ({
        id: channel,
        name: channel.toLowerCase(),
        kind: 'private' as const,
        topic: '',
        members: [id, bot],
      })),
    ],
  };
  const sandbox = await startSandbox({ workspace });
  bench.later(() => sandbox.stop());
  return sandbox;
}

const settingsFor = async ({ botToken, appToken, apiUrl }: Sandbox, server: Server, bench: Bench) => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: apiUrl,
  PENNY_ADMINS: [userIds.cleo, ...people.map(({ id }) => id)].join(),
  PENNY_OPS_CHANNEL: channelIds.ops,
  PENNY_INTAKE_CHANNELS: channelIds.invoices,
  PENNY_FOLDER: await bench.folder(),
  DATABASE_URL: server.ownerUrl,
  DATABASE_READ_URL: server.readUrl,
});

async function oneAfterAnother(sandbox: Sandbox, some: readonly Someone[], noted: Noted): Promise<void> {
  for (const one of some) for (const command of commands) await asks(sandbox, one, command, noted);
}

/** Everybody types the next command as soon as they have the answer, until each has typed all and every file is read. */
async function allAtOnce(
  sandbox: Sandbox,
  bills: Awaited<ReturnType<typeof billNumber>>[],
  noted: Noted,
): Promise<void> {
  let reading = true;
  const typing = people.map(async (one, place) => {
    for (let typed = 0; reading || typed < commands.length; typed += 1)
      await asks(sandbox, one, commands[(place + typed) % commands.length] ?? '', noted);
  });
  const read = allRead(sandbox, bills).finally(() => {
    reading = false;
  });
  await Promise.all([read, ...typing]);
}

async function asks(sandbox: Sandbox, { id, channel }: Someone, command: string, noted: Noted): Promise<void> {
  const kind: Kind = command.startsWith('/spend') ? 'picture' : 'words';
  const isIt = kind === 'picture' ? hasPicture : undefined;
  noted[kind].push((await timed(() => answer(sandbox.as(id), channel, command, isIt))).ms);
}

/** Resolves when each of the files that are shared now has its tick, or its warning. */
async function allRead(sandbox: Sandbox, bills: Awaited<ReturnType<typeof billNumber>>[]): Promise<void> {
  const from = sandbox.journal.length;
  for (const bill of bills) {
    const shared = await sandbox.as('cleo').shares(bill, channelIds.invoices);
    if (!shared.ok) throw new Error(shared.error);
  }
  const until = Date.now() + 180_000;
  while (sandbox.journal.slice(from).filter(isSettled).length < bills.length) {
    if (Date.now() > until) throw new Error('not every file was read in time');
    await pause(50);
  }
}

const isSettled = (entry: JournalEntry): boolean =>
  entry.kind === 'call' &&
  entry.method === 'reactions.add' &&
  ['white_check_mark', 'warning'].includes(`${entry.args.name}`);

/** How long each envelope waited for its acknowledgement. */
export function acknowledged(journal: readonly JournalEntry[]): Samples {
  const sent = new Map<string, number>();
  return journal.flatMap((entry) => {
    if (entry.kind === 'envelope') sent.set(entry.id, entry.at);
    const began = entry.kind === 'ack' ? sent.get(entry.id) : undefined;
    return began === undefined ? [] : [entry.at - began];
  });
}

function report(alone: Noted, together: Noted, bench: Bench): void {
  const all = `${people.length} at once, ${files} files being read`;
  const beside = (ours: Samples, peer: Samples, what: string, more = '') => {
    const note = `p99 ${spreadOf(ours).p99.toFixed(0)} ms, with nobody else there ${spreadOf(peer).p99.toFixed(0)} ms${more}`;
    bench.report(figure(`${what}, ${all}`, 'ms', ours, { 'with nobody else there': peer }, note));
  };
  const over = `; over ${invoices.toLocaleString('en-GB')} invoices, the sandbox’s scan of 150 ms in it`;
  beside(together.picture, alone.picture, '/spend … → picture', over);
  beside(together.words, alone.words, '/invoice show and review → words');
  beside(together.acks, alone.acks, 'acknowledged');
  const p99s = ({ delays }: Noted) => delays.map(({ p99 }) => p99);
  const delay = `of her main thread, once a run; ${fared(together)}; with nobody else there ${fared(alone)}`;
  bench.report(
    figure(`event-loop delay, p99, ${all}`, 'ms', p99s(together), { 'with nobody else there': p99s(alone) }, delay),
  );
}

function fared({ delays }: Noted): string {
  const most = (of: 'ran' | 'waited') => Math.max(...delays.map((one) => one[of] ?? Number.NaN));
  const percent = (share: number) => (Number.isNaN(share) ? '?' : `${Math.round(100 * share)} %`);
  const longest = Math.max(...delays.map(({ max }) => max));
  return `the longest ${longest.toFixed(0)} ms, it ran for ${percent(most('ran'))} of the time and waited for a core for ${percent(most('waited'))}`;
}
