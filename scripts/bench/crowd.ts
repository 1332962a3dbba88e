import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import { seedLedger } from '../seed/ledger.ts';
import { acknowledged } from './acks.ts';
import { billNumber } from './bills.ts';
import { allAtOnce, type Noted, nothing, oneAfterAnother } from './crowd-acts.ts';
import { openWorkspace, people, settingsFor } from './crowd-workspace.ts';
import { openServer } from './desk.ts';
import { figure, type Samples, spreadOf } from './figures.ts';
import type { Bench } from './harness.ts';
import { openApart } from './penny-apart.ts';

const invoices = 1_000_000;
const files = 50;

/** Everybody at once while files are read, in turns with two people of whom one comes after the other. Penny is a process of her own; the workspace is in this one. */
export async function crowd(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  await migrate({ url: server.ownerUrl, log: pinoLog('error') });
  await seedLedger({ url: server.ownerUrl, invoices, until: new Date().toISOString().slice(0, 10) });
  const sandbox = await openWorkspace(bench);
  const penny = await openApart(bench, await settingsFor(sandbox, server, bench));
  const [alone, together] = [nothing(), nothing()];
  for (let run = 0; run <= bench.runs(3); run += 1) {
    const bills = await Promise.all(Array.from({ length: files }, (_, i) => billNumber(run * files + i)));
    const contenders = [
      [alone, (noted: Noted) => oneAfterAnother(sandbox, people.slice(0, 2), noted)],
      [together, (noted: Noted) => allAtOnce(sandbox, bills, noted)],
    ] as const;
    for (const [all, work] of contenders) {
      const noted = run === 0 ? nothing() : all; // the first run warms up
      const from = sandbox.journal.length;
      noted.delays.push(await penny.during(() => work(noted)));
      const since = sandbox.journal.slice(from);
      noted.commandAcks.push(...acknowledged(since, 'slash_commands'));
      noted.eventAcks.push(...acknowledged(since, 'events_api'));
    }
  }
  report(alone, together, bench);
}

function report(alone: Noted, together: Noted, bench: Bench): void {
  const all = `${people.length} at once, ${files} files being read`;
  const p99 = (samples: Samples) => `p99 ${spreadOf(samples).p99.toFixed(0)} ms`;
  const beside = (ours: Samples, peer: Samples, what: string, more = '') => {
    const note = `${p99(ours)}, with nobody else there ${p99(peer)}${more}`;
    bench.report(figure(`${what}, ${all}`, 'ms', ours, { 'with nobody else there': peer }, note));
  };
  const over = `; over ${invoices.toLocaleString('en-GB')} invoices, the sandbox’s scan of 150 ms in it`;
  beside(together.picture, alone.picture, '/spend … → picture', over);
  beside(together.words, alone.words, '/invoice show and review → words');
  beside(together.commandAcks, alone.commandAcks, 'command acknowledged');
  const kept = `${p99(together.eventAcks)}; each is kept first, and all ${files} come in the same moment`;
  const commands = { 'command acknowledged': together.commandAcks };
  bench.report(figure(`event acknowledged, ${all}`, 'ms', together.eventAcks, commands, kept));
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
