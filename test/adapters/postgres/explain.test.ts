import { afterAll, expect, test } from 'vitest';
import { seedLedger } from '../../../scripts/seed/ledger.ts';
import { type Database, type Db, openDatabase } from '../../../src/adapters/postgres/database.ts';
import { postgresDocuments } from '../../../src/adapters/postgres/documents.ts';
import { postgresLedger } from '../../../src/adapters/postgres/ledger.ts';
import { postgresRows } from '../../../src/adapters/postgres/rows.ts';
import { trustOf } from '../../../src/adapters/postgres/vendor-trust.ts';
import { authorize } from '../../../src/domain/access.ts';
import type { InvoiceFilter } from '../../../src/domain/invoice-filter.ts';
import { parsePeriod } from '../../../src/domain/period.ts';
import { type Question, type Report, unnarrowed } from '../../../src/engine/report.ts';
import { type Query, sql } from '../../../src/engine/sql.ts';
import { overview } from '../../../src/reports/overview.ts';
import { quality } from '../../../src/reports/quality.ts';
import { trend } from '../../../src/reports/trend.ts';
import { vendors } from '../../../src/reports/vendors.ts';
import { dueReminder } from '../../../src/workflows/due-reminder.ts';
import { testDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';
import { noWorkspace } from '../../support/workspace.ts';

const until = '2026-11-25';
const { ownerUrl, queue, store } = await testDatabase();
await seedLedger({ url: ownerUrl, invoices: 100_000, until });
const database = openDatabase({ url: ownerUrl, log: silent, connections: 3 });
afterAll(() => database.close());

await database.query(sql`
  insert into document (sha256, size, type, name) select lpad(to_hex(n), 64, '0'), 1, 'application/pdf', 'a.pdf' from generate_series(1, 20000) as n`);
await database.query(sql`
  insert into document_share (slack_file, channel, slack_user, document_id, state, created_at)
  select 'F' || id, 'C1', case when id % 500 = 0 then 'U2' else 'U1' end, id, case when id % 50 = 0 then 'duplicate' else 'booked' end, '2026-11-25'::date - id::integer % 700 from document`);
await database.query(sql`update invoice i set document_id = d.id from document d where i.id = d.id * 9`);
await database.query(sql`update invoice set iban = 'DE' || (10000000000000 + id) where id % 50 = 0`);
await database.query(sql`
  insert into invoice_words (invoice_id, words) select id, to_tsvector('simple', 'paper ' || case when id % 4000 = 0 then 'zanzibar' else 'toner' end) from invoice where id % 20 = 0`);
await database.query(sql`update invoice set taken_by = 1, taken_at = now() where state = 'review' and id % 9 = 0`);
await database.query({ text: 'vacuum analyze', values: [] });

const [some] = await database.query<{ id: bigint; vendor: string; number: string; total: bigint }>(sql`
  select id, vendor_text as vendor, number, total_minor as total from invoice where state = 'confirmed' order by id desc limit 1`);
if (!some) throw new Error('nothing was seeded');
const facts = {
  kind: 'invoice',
  vendor: some.vendor,
  vendorTaxId: null,
  iban: null,
  number: some.number,
  date: until,
  dueDate: null,
  currency: 'EUR',
} as const;
const amounts = { netMinor: null, taxMinor: null, totalMinor: some.total, category: null, lines: [] };
const accountant = { id: 1n, name: 'Ben', slackUser: 'U1', roles: ['accountant'], zone: 'UTC' } as const;

const ledgerOn = (db: Db) => postgresLedger(db, queue.on);
const asking =
  (report: Report, words: string, change: Partial<Question> = {}) =>
  (db: Database) =>
    report.answer(
      {
        period: parsePeriod(words, until) ?? { from: until, to: until, says: '' },
        currency: 'EUR',
        today: until,
        ...unnarrowed,
        ...change,
      },
      postgresRows(db),
    );
const finding = (filter: InvoiceFilter) => (db: Db) =>
  ledgerOn(db).find(authorize(accountant, 'invoice.read-own'), filter, { from: 0, most: 20 });
const saying = (query: Query) => (db: Db) => db.query(query);

const reminding = (db: Database) =>
  dueReminder(until, 3, '', { rows: postgresRows(db), store, workspace: noWorkspace });

/** Each index that grows with the ledger, and who needs it: asked as Penny asks. */
const needed: readonly (readonly [string, (db: Database) => Promise<unknown>])[] = [
  ['invoice_document_once', (db) => ledgerOn(db).ofDocument(77n)],
  ['invoice_number', (db) => ledgerOn(db).suspect({ ...facts, ...amounts })],
  ['invoice_number', finding({ words: some.number })],
  ['invoice_vendor_day', (db) => ledgerOn(db).suspect({ ...facts, ...amounts })],
  ['invoice_vendor_day', finding({ words: some.vendor })],
  ['invoice_spend', finding({ currency: 'EUR', counted: true, dates: { from: '2026-11-01', to: until } })],
  ['invoice_due', finding({ currency: 'EUR', owed: true, due: { from: '2026-11-01', to: until } })],
  ['invoice_stopped', finding({ stopped: true, added: { from: '2026-11-01', to: until } })],
  ['invoice_waiting', finding({ states: ['review'] })],
  ['invoice_deleted', finding({ states: ['deleted'] })],
  ['invoice_iban', finding({ iban: 'DE89' })],
  ['invoice_added', finding({ added: { from: until, to: until } })],
  ['invoice_words_found', finding({ words: 'zanzibar' })],
  ['vendor_words', finding({ words: `${some.vendor.slice(0, 3)}${some.vendor.slice(4)}` })],
  ['invoice_waiting', (db) => ledgerOn(db).waiting(authorize(accountant, 'invoice.read-own'), 5)],
  ['invoice_waiting', asking(overview, 'this month', { category: 'Energy' })],
  ['invoice_of_vendor', (db) => trustOf(db, some.id)],
  [
    'invoice_duplicate_of',
    saying(
      sql`select id from invoice where duplicate_of = ${some.id} and verdict = 'replaces' and state <> 'deleted' order by id desc limit 1`,
    ),
  ],
  ['invoice_import', saying(sql`select id from invoice where import_id = ${12_345n} and state <> 'deleted'`)],
  ['invoice_added_by', saying(sql`select id from invoice where added_by = ${12_345n} order by id desc limit 5`)],
  ['invoice_taken_by', saying(sql`select 1 from only invoice x where taken_by = ${12_345n} for key share of x`)],
  ['invoice_spend', asking(vendors, 'last 90 days')],
  ['invoice_spend', asking(trend, 'last 90 days', { category: 'Energy' })],
  ['invoice_due', asking(overview, 'this month', { category: 'Energy' })],
  ['invoice_due', reminding],
  ['invoice_stopped', asking(overview, 'this month', { vendor: 'a' })],
  ['document_share_duplicate', asking(overview, 'this month')],
  ['document_share_document', (db) => postgresDocuments(db).firstShare(77n, 0n)],
  [
    'document_share_person',
    (db) => postgresDocuments(db).uploads(authorize({ ...accountant, slackUser: 'U2' }, 'invoice.read-own'), 5),
  ],
  ['invoice_summary_daily_once', asking(overview, 'this month')],
  ['invoice_summary_category_once', asking(trend, 'last 12 months', { category: 'Energy' })],
  ['invoice_summary_vendor_once', asking(vendors, 'this month')],
  ['invoice_summary_vendor_of', asking(trend, 'last 12 months', { vendor: some.vendor })],
  ['invoice_quality_metrics_once', asking(quality, 'this month')],
  ['invoice_quality_settled', asking(quality, 'this month')],
  ['invoice_quality_sample', asking(quality, 'all')],
];

test.each(needed)('%s is what its query goes by', async (index, ask) => {
  const asked: Query[] = [];
  await ask(listening(database, asked));

  const plans = await Promise.all(
    asked.filter(({ text }) => /^\s*(select|with)\b(?!.*set_config)/.test(text)).map(planOf),
  );

  expect(plans.join('\n')).toMatch(new RegExp(`\\b${index}\\b`));
});

test('each index of the tables that grow is listed', async () => {
  const indexes = await database.query<{ name: string }>(sql`
    select indexrelid::regclass::text as name from pg_index
     where indrelid in ('invoice'::regclass, 'invoice_words'::regclass, 'invoice_quality'::regclass, 'invoice_summary_daily'::regclass, 'invoice_summary_category'::regclass, 'invoice_summary_vendor'::regclass, 'invoice_quality_metrics'::regclass)
       and not indisprimary`);
  const listed = new Set(needed.map(([name]) => name));
  expect(indexes.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
});

/** Runs everything on `database` and notes what was asked. */
function listening(to: Database, asked: Query[]): Database {
  const on = (db: Db): Db => ({
    inTransaction: db.inTransaction,
    query: (query) => {
      asked.push(query);
      return db.query(query);
    },
    transaction: (work) => db.transaction((tx) => work(on(tx))),
    copy: db.copy,
  });
  return { ...on(to), ping: to.ping, batches: to.batches, close: to.close };
}

async function planOf({ text, values }: Query): Promise<string> {
  const lines = await database.query<{ 'QUERY PLAN': string }>({ text: `explain ${text}`, values });
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}
