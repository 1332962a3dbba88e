import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { postgresDirectory } from '../../src/adapters/postgres/directory.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import { postgresRates } from '../../src/adapters/postgres/rates.ts';
import { postgresRows } from '../../src/adapters/postgres/rows.ts';
import { authorize } from '../../src/domain/access.ts';
import { Fault } from '../../src/domain/fault.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { type Question, type Report, unnarrowed } from '../../src/engine/report.ts';
import type { Rows } from '../../src/engine/rows.ts';
import { reports as all } from '../../src/reports/all.ts';
import { seedLedger } from '../seed/ledger.ts';
import { openServer } from './desk.ts';
import { figure, type Samples } from './figures.ts';
import type { Bench } from './harness.ts';
import { byHand } from './live/all.ts';
import { someBudgets } from './live/budget.ts';
import { madeUpRates } from './made-up-rates.ts';
import { alternately, timed } from './measure.ts';

const today = '2026-11-25';
const log = pinoLog('error');

/** The ledgers, the small one first, and how often the live answer is measured on each. Penny's own is measured five times in each round. */
const sizes = [
  { invoices: 10_000, live: 8 },
  { invoices: 1_000_000, live: 8 },
];
const largest = { invoices: 10_000_000, live: 2 };
const rounds = 8;
const oftener = 5;

type Ledger = { readonly says: string; readonly live: number; readonly rows: Rows; readonly database: Database };

/** Every report on a small and a large ledger, beside the same answer counted live from the invoices, without the summaries. */
export async function reports(bench: Bench): Promise<void> {
  const ledgers: Ledger[] = [];
  for (const { invoices, live } of bench.full ? [...sizes, largest] : sizes)
    ledgers.push(await ledgerOf(invoices, live, bench));
  for (const report of all) {
    if (!byHand[report.name]) bench.skip(`${report.name}, live`, 'nobody wrote it by hand in scripts/bench/live');
    for (const [says, question] of Object.entries(questionsOf(report)))
      await compare(report, says, question, ledgers, bench);
  }
}

async function ledgerOf(invoices: number, live: number, bench: Bench): Promise<Ledger> {
  const server = await openServer(bench);
  await migrate({ url: server.ownerUrl, log });
  await seedLedger({ url: server.ownerUrl, invoices, until: today });
  const owner = openDatabase({ url: server.ownerUrl, log, connections: 1 });
  await owner.query(someBudgets);
  await owner.close();
  await rated(server.ownerUrl);
  const database = openDatabase({ url: server.readUrl, log, connections: 4, seconds: 600 });
  bench.later(() => database.close());
  return { says: `${invoices.toLocaleString('en-GB')} invoices`, live, rows: postgresRows(database), database };
}

/** Rates of all the days that the seed has. */
async function rated(url: string): Promise<void> {
  const owner = openDatabase({ url, log, connections: 1 });
  const grant = authorize(await postgresDirectory(owner).penny(), 'import.load');
  await postgresRates(owner).keep(madeUpRates(today, 1_840), grant);
  await owner.query({ text: 'vacuum analyze fx_rate', values: [] });
  await owner.close();
}

/** As people ask: about the usual period, and what must look at other summaries or at single days. */
function questionsOf({ usually }: Report): Readonly<Record<string, Question>> {
  const about = (words: string, filter: Partial<Question> = {}): Question => {
    const period = parsePeriod(words, today);
    if (period === null) throw new Error(`“${words}” is no period`);
    return { period, currency: 'EUR', today, ...unnarrowed, ...filter };
  };
  return {
    [usually]: about(usually),
    all: about('all'),
    'last 100 days category:travel': about('last 100 days', { category: 'travel' }),
    'all vendor:gmbh': about('all', { vendor: 'gmbh' }),
    [`${usually} currency:all`]: about(usually, { converted: true }),
    'all currency:all': about('all', { converted: true }),
    'last 100 days category:travel currency:all': about('last 100 days', { category: 'travel', converted: true }),
  };
}

/** All ledgers in turns: the peer of a larger one is the smallest, and the ratio is how much the answer grows with the ledger. */
async function compare(
  report: Report,
  says: string,
  question: Question,
  ledgers: readonly Ledger[],
  bench: Bench,
): Promise<void> {
  const all: Awaited<ReturnType<typeof contender>>[] = [];
  for (const ledger of ledgers) {
    if (await isInTime(report, question, ledger)) all.push(await contender(report, question, ledger));
    else bench.skip(nameOf(report, says, ledger), 'Penny gives up after 10 s');
  }
  await alternately(bench.runs(rounds), Object.fromEntries(all.map(({ ledger, turn }) => [ledger.says, turn])));
  const [first] = all;
  for (const one of all) {
    const live: Peers = one.live.length > 0 ? { 'live, without summaries': one.live.slice(1) } : {};
    const grown: Peers = first && one !== first ? { [first.ledger.says]: first.ours.slice(oftener) } : {};
    bench.report(figure(nameOf(report, says, one.ledger), 'ms', one.ours.slice(oftener), { ...live, ...grown }));
  }
}

const nameOf = ({ name }: Report, says: string, ledger: Ledger): string => `/spend ${name} ${says}: ${ledger.says}`;

async function isInTime(report: Report, question: Question, { rows }: Ledger): Promise<boolean> {
  try {
    await report.answer(question, rows);
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'unavailable') return false;
    throw error;
  }
}

type Peers = Readonly<Record<string, Samples>>;

/** Penny's answer by the real rows, and the live one, which may have helpers: a long query makes good use of them. What the first turn takes is warming up. */
async function contender(report: Report, question: Question, ledger: Ledger) {
  const query = byHand[report.name]?.(question);
  const { rows, database } = ledger;
  const [ours, live]: [number[], number[]] = [[], []];
  const liveRows: Rows | null = query
    ? { ...rows, read: async (_, row) => z.array(row).parse(await database.query(query)) }
    : null;
  if (liveRows) await assertSame(report, question, rows, liveRows);
  const turn = async () => {
    for (let time = 0; time < oftener; time += 1) ours.push((await timed(() => report.answer(question, rows))).ms);
    if (liveRows && live.length <= ledger.live) live.push((await timed(() => report.answer(question, liveRows))).ms);
  };
  return { ledger, ours, live, turn };
}

async function assertSame(report: Report, question: Question, rows: Rows, liveRows: Rows): Promise<void> {
  const [told, truth] = [await rowsOf(report, question, rows), await rowsOf(report, question, liveRows)];
  if (isDeepStrictEqual(told.map(exact), truth.map(exact))) return;
  throw new Error(`${report.name}, ${question.period.says}: the summaries say something else than the ledger`);
}

/** Without the middle times, which of very many are those of a sample. */
function exact(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return { ...row, seconds: null, straight_seconds: null };
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
