import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { byState, conditions } from '../../src/adapters/postgres/invoice-filters.ts';
import { findInvoices } from '../../src/adapters/postgres/invoice-search.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import type { Actor } from '../../src/domain/access.ts';
import { termsIn } from '../../src/domain/search-words.ts';
import { type Query, sql } from '../../src/engine/sql.ts';
import { askedInvoices } from '../../src/workflows/asked-invoices.ts';
import { seedLedger } from '../seed/ledger.ts';
import { openServer } from './desk.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { timed } from './measure.ts';
import { writePapers } from './papers.ts';

const today = '2026-11-25';
const invoices = 1_000_000;
const log = pinoLog('error');
const reader: Actor = { id: 1n, name: 'Bench', slackUser: null, roles: ['accountant'], zone: 'UTC' };
const page = { from: 0, most: 20 };

/** What people look for, among a million invoices of which a fifth have words of their own; beside it the same by `ilike` over name, number and items. */
export async function find(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  await migrate({ url: server.ownerUrl, log });
  await seedLedger({ url: server.ownerUrl, invoices, until: today });
  await writePapers(server.ownerUrl);
  const database = openDatabase({ url: server.url, log, seconds: 600 });
  bench.later(() => database.close());
  const all: number[] = [];
  for (const [says, text] of Object.entries(await questionsOn(database))) {
    const filter = askedInvoices(text, today);
    const ours = await sampled(bench.runs(20), () => findInvoices(database, reader, filter, page));
    const plain = await sampled(bench.runs(2), () => database.query(byHand(text)));
    all.push(...ours);
    bench.report(figure(`/invoice find ${says}`, 'ms', ours, { 'ilike by hand': plain }));
  }
  bench.report(figure('/invoice find, all of these', 'ms', all));
}

/** The first time is warming up. */
async function sampled(times: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let time = 0; time <= times; time += 1) samples.push((await timed(work)).ms);
  return samples.slice(1);
}

async function questionsOn(database: Database): Promise<Readonly<Record<string, string>>> {
  const [some] = await database.query<{ name: string; number: string }>(sql`
    select v.name, i.number from vendor v join invoice i on i.vendor_id = v.id where v.name ~ '^[A-Za-z]{8,} ' order by v.id, i.id limit 1`);
  if (!some) throw new Error('nothing was seeded');
  const vendor = some.name.split(/[ ,]/)[0] ?? '';
  const slip = vendor.slice(0, 3) + vendor.slice(4);
  return {
    'a rare word': 'zanzibar',
    'a frequent word': 'toner',
    'two words': 'copper cable',
    'a phrase': '"blue paper"',
    'a vendor': vendor,
    'a vendor with a slip': slip,
    'a vendor with a slip, and a word': `${slip} toner`,
    'a word of a thousand vendors': 'gmbh',
    'a number': some.number,
    'how a number begins': some.number.slice(0, -3),
    'words, amount and period': 'gmbh over 500 since march',
    'over 500 last month': 'over 500 last month',
    'over 500 since march': 'over 500 since march',
    'under 20 EUR 2025': 'under 20 EUR 2025',
    'status:review': 'status:review',
    overdue: 'overdue since march',
    'a vendor of a period': `vendor:${vendor} 2026`,
    'no match': 'qqzzxxvv',
  };
}

/** As one would write it without an index for it. */
function byHand(text: string): Query {
  const filter = askedInvoices(text, today);
  const states = byState(filter).map(({ where }) => where);
  const words = termsIn(filter.words ?? '').map(
    ({ text: word }) => sql`
       and (v.name ilike ${`%${word}%`} or i.number ilike ${`%${word}%`}
            or exists (select from invoice_line l where l.invoice_id = i.id and l.description ilike ${`%${word}%`}))`,
  );
  return sql`
    select i.id, count(*) over (), sum(i.total_minor) over (partition by i.currency)
      from invoice i left join vendor v on v.id = i.vendor_id
     where (${states.reduce((all, one) => sql`${all} or ${one}`)}) and ${conditions(filter, reader)} ${words.reduce((all, one) => sql`${all} ${one}`, sql``)}
     order by i.date desc nulls last, i.id desc limit 20`;
}
