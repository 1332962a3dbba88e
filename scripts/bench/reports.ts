import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import { postgresRows } from '../../src/adapters/postgres/rows.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import type { Question, Report } from '../../src/engine/report.ts';
import type { Rows } from '../../src/engine/rows.ts';
import { reports as all } from '../../src/reports/all.ts';
import { seedLedger } from '../seed/ledger.ts';
import { openServer } from './desk.ts';
import { figure, type Samples } from './figures.ts';
import type { Bench } from './harness.ts';
import { live } from './live/all.ts';
import { alternately, timed } from './measure.ts';

const today = '2026-11-25';
const log = pinoLog('error');

/** The ledgers, the small one first, and how often the live answer is measured on each: Penny's own five times as often. */
const sizes = [
  { invoices: 10_000, runs: 8 },
  { invoices: 1_000_000, runs: 8 },
];
const largest = { invoices: 10_000_000, runs: 3 };
const oftener = 5;

type Ledger = { readonly says: string; readonly runs: number; readonly rows: Rows; readonly database: Database };

/** Every report on a small and a large ledger, beside the same answer counted live from the invoices, without the summaries. */
export async function reports(bench: Bench): Promise<void> {
  const ledgers: Ledger[] = [];
  for (const { invoices, runs } of bench.full ? [...sizes, largest] : sizes)
    ledgers.push(await ledgerOf(invoices, runs, bench));
  for (const report of all) {
    if (!live[report.name]) bench.skip(`${report.name}, live`, 'nobody wrote it by hand in scripts/bench/live');
    for (const [says, question] of Object.entries(questionsOf(report)))
      await compare(report, says, question, ledgers, bench);
  }
}

async function ledgerOf(invoices: number, runs: number, bench: Bench): Promise<Ledger> {
  const server = await openServer(bench);
  await migrate({ url: server.ownerUrl, log });
  await seedLedger({ url: server.ownerUrl, invoices, until: today });
  const database = openDatabase({ url: server.readUrl, log, connections: 4, seconds: 600 });
  bench.later(() => database.close());
  return { says: `${invoices.toLocaleString('en-GB')} invoices`, runs, rows: postgresRows(database), database };
}

/** As people ask: about the usual period, and what must look at other summaries or at single days. */
function questionsOf({ usually }: Report): Readonly<Record<string, Question>> {
  const about = (words: string, filter: Partial<Question> = {}): Question => {
    const period = parsePeriod(words, today);
    if (period === null) throw new Error(`“${words}” is no period`);
    return { period, currency: 'EUR', vendor: null, category: null, today, ...filter };
  };
  return {
    [usually]: about(usually),
    all: about('all'),
    'last 100 days category:travel': about('last 100 days', { category: 'travel' }),
    'all vendor:gmbh': about('all', { vendor: 'gmbh' }),
  };
}

async function compare(
  report: Report,
  says: string,
  question: Question,
  ledgers: readonly Ledger[],
  bench: Bench,
): Promise<void> {
  let small: Samples | undefined;
  for (const ledger of ledgers) {
    const { ours, byHand } = await measured(report, question, ledger, bench);
    const grown: Readonly<Record<string, Samples>> = small ? { [ledgers[0]?.says ?? '']: small } : {};
    bench.report(figure(`/spend ${report.name} ${says}: ${ledger.says}`, 'ms', ours, { ...byHand, ...grown }));
    small ??= ours;
  }
}

/** Penny's answer with the real rows, in turns with the live one. */
async function measured(report: Report, question: Question, { runs, rows, database }: Ledger, bench: Bench) {
  const query = live[report.name]?.(question);
  const ours: number[] = [];
  const contenders = {
    async ours() {
      for (let time = 0; time < oftener; time += 1) ours.push((await timed(() => report.answer(question, rows))).ms);
    },
  };
  if (!query) {
    await alternately(bench.runs(runs), contenders);
    return { ours: ours.slice(oftener), byHand: {} };
  }
  /** Without a limit on helpers, of which a long query makes good use. */
  const byHand: Rows = { ...rows, read: async (_, row) => z.array(row).parse(await database.query(query)) };
  const [told, truth] = [await rowsOf(report, question, rows), await rowsOf(report, question, byHand)];
  if (!isDeepStrictEqual(told, truth))
    throw new Error(`${report.name}, ${question.period.says}: the summaries say something else than the ledger`);
  const samples = await alternately(bench.runs(runs), { ...contenders, byHand: () => report.answer(question, byHand) });
  return { ours: ours.slice(oftener), byHand: { 'live, without summaries': samples.byHand } };
}

/** The rows that the report gets to see. */
async function rowsOf(report: Report, question: Question, rows: Rows): Promise<readonly unknown[]> {
  let seen: readonly unknown[] = [];
  await report.answer(question, {
    ...rows,
    async read(query, row) {
      const found = await rows.read(query, row);
      seen = found;
      return found;
    },
  });
  return seen;
}
