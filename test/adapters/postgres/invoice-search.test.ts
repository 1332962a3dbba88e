import { beforeAll, describe, expect, test } from 'vitest';
import type { InvoiceFilter } from '../../../src/domain/invoice-filter.ts';
import type { Reading } from '../../../src/domain/reading.ts';
import type { NewInvoice } from '../../../src/ports/ledger.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';

const { store, database } = await testDatabase();
const { ledger } = store;
const ben = await seated(store, 'UBEN', 'accountant');
const cleo = await seated(store, 'UCLEO', 'operator');
const line = (description: string) => ({ description, quantity: null, unitPrice: null, totalMinor: null });

async function book(change: Parameters<typeof facts>[0], more: Partial<NewInvoice> = {}, as = ben) {
  const whole = facts({ netMinor: null, taxMinor: null, ...change });
  return (await ledger.book(newInvoice({ facts: whole, ...more }), as.may('invoice.add'))).id;
}

const found = (filter: InvoiceFilter, as = ben, page = { from: 0, most: 20 }) =>
  ledger.find(as.may('invoice.read-own'), filter, page);
/** The numbers of those found, in their order. */
const numbers = async (filter: InvoiceFilter, as = ben) =>
  (await found(filter, as)).invoices.map(({ number }) => number);

const page = (number: number, text: string): Extract<Reading, { kind: 'pages' }>['pages'][number] => ({
  number,
  width: 595,
  height: 842,
  source: 'text',
  words: text
    .split(' ')
    .map((word, at) => ({ text: word, box: { left: at / 100, top: 0.1, width: 0.01, height: 0.01 } })),
});

beforeAll(async () => {
  await book({
    number: 'INV 2024/77',
    vendor: 'Acme Ltd.',
    date: '2026-03-01',
    totalMinor: 50_000n,
    iban: 'DE89370400440532013000',
  });
  await book({ number: 'A-2', vendor: 'Acme Paper GmbH', date: '2026-03-05', totalMinor: 50_001n, category: 'Travel' });
  await book({
    number: 'N-1',
    vendor: 'Nordlicht Energie',
    date: '2026-02-01',
    dueDate: '2026-03-01',
    totalMinor: 7_000n,
    lines: [line('Zwölf Kisten Äpfel'), line('Paper, blue')],
  });
  await book({ number: 'J-1', vendor: 'Tokyo Denki', date: '2026-01-01', currency: 'JPY', totalMinor: 501n });
  await book(
    { number: 'C-1', vendor: null, date: null, totalMinor: -900n, kind: 'credit_note' },
    { state: 'review' },
    cleo,
  );
  const { document } = await store.documents.document({
    sha256: 'a'.repeat(64),
    size: 1,
    type: 'application/pdf',
    name: 'a.pdf',
  });
  const pages = [page(1, 'Invoice with blue paper'), page(2, 'something about O’Brien and Łódź')];
  await store.documents.keepReading(document.id, { kind: 'pages', reader: 'test', pages }, 1);
  const file = { documentId: document.id, source: 'slack_file' } as const;
  await book(
    { number: 'P-1', vendor: 'Blue Mesa', date: '2026-03-09', totalMinor: 100n },
    { ...file, pageFrom: 1, pageTo: 1 },
  );
  await book(
    { number: 'P-2', vendor: 'Straße & Söhne', date: '2026-03-10', totalMinor: 200n },
    { ...file, pageFrom: 2, pageTo: 2, state: 'held' },
  );
});

describe('words', () => {
  test.each<readonly [string, readonly (string | null)[]]>([
    ['acme', ['A-2', 'INV 2024/77']],
    ['ACMÉ', ['A-2', 'INV 2024/77']],
    ['acmee', ['A-2', 'INV 2024/77']],
    ['nordlcht', ['N-1']],
    ['nordlicht kisten', ['N-1']],
    ['acme kisten', []],
    ['acme gmbh', ['A-2']],
    ['strasse', ['P-2']],
    ['inv-2024-77', ['INV 2024/77']],
    ['INV 2024/77', ['INV 2024/77']],
    ['acme inv2024', ['INV 2024/77']],
    ['inv2O24', ['INV 2024/77']],
    ['apfel', ['N-1']],
    ['kist', ['N-1']],
    ['kist apfel', []],
    ['lodz', ['P-2']],
    ["o'brien", ['P-2']],
    ['"blue paper"', ['P-1']],
    ['blue paper', ['P-1', 'N-1']],
    ['paper', ['A-2', 'P-1', 'N-1']],
    ['100%', []],
    ['—', []],
    ['zanzibar', []],
    [`' or 1=1; "`, []],
  ])('%s', async (words, expected) => {
    expect(await numbers({ words })).toEqual(expected);
  });

  test('the number itself comes before a vendor of that name, and what a name only resembles stays out where a paper has the word', async () => {
    await book({ number: '4711', vendor: 'Kölnisch', date: '2020-01-01', totalMinor: 1n });
    await book({ number: 'K-1', vendor: 'Haus 4711', date: '2026-03-20', totalMinor: 1_000n });
    expect(await numbers({ words: '4711' })).toEqual(['4711', 'K-1']);
    expect(await numbers({ words: 'kistn' })).toEqual([]);
  });

  test('with a filter', async () => {
    expect(await numbers({ words: 'acme', dates: { from: '2026-03-05', to: '2026-03-31' } })).toEqual(['A-2']);
    expect(await numbers({ words: 'paper', states: ['held'] })).toEqual([]);
  });
});

describe('filters', () => {
  const inMarch = { from: '2026-03-01', to: '2026-03-31' };
  test.each<readonly [InvoiceFilter, readonly (string | null)[]]>([
    [{ vendor: 'ACME' }, ['A-2', 'INV 2024/77']],
    [{ vendorId: 'none' }, ['C-1']],
    [{ category: 'trav' }, ['A-2']],
    [{ over: '500', currency: 'EUR' }, ['A-2']],
    [{ least: '500', currency: 'EUR' }, ['A-2', 'INV 2024/77']],
    [{ over: '500' }, ['A-2', 'J-1']],
    [{ under: '1.50', dates: inMarch }, ['P-1']],
    [{ most: '-9' }, ['C-1']],
    [{ due: inMarch }, ['N-1']],
    [{ owed: true }, ['N-1']],
    [{ states: ['held'] }, ['P-2']],
    [{ states: ['review', 'held'] }, ['P-2', 'C-1']],
    [{ stopped: true }, []],
    [{ counted: true, states: ['held'] }, []],
    [{ source: 'slack_file', dates: inMarch }, ['P-2', 'P-1']],
    [{ iban: 'de89 3704' }, ['INV 2024/77']],
    [{ iban: '3000' }, ['INV 2024/77']],
    [{ number: 'inv 2024' }, ['INV 2024/77']],
    [{ invoice: '999' }, []],
  ])('%o', async (filter, expected) => {
    expect(await numbers(filter)).toEqual(expected);
  });

  test('pages follow one another, and each tells the whole count and the sums, held ones apart', async () => {
    const filter: InvoiceFilter = { dates: inMarch, most: '1000' };
    const whole = await found(filter);
    const parts = await Promise.all([0, 2, 4].map((from) => found(filter, ben, { from, most: 2 })));

    expect(parts.flatMap(({ invoices }) => invoices.map(({ id }) => id))).toEqual(whole.invoices.map(({ id }) => id));
    for (const part of parts) expect(part).toMatchObject({ total: whole.total, isAll: true, sums: whole.sums });
    expect(whole.sums).toEqual([
      { currency: 'EUR', counts: true, invoices: 4, minor: 101_101n },
      { currency: 'EUR', counts: false, invoices: 1, minor: 200n },
    ]);
  });

  test('by id, and by the day it came in', async () => {
    const [acme] = await database.query<{ id: bigint }>({
      text: "select id from vendor where name = 'Acme Ltd.'",
      values: [],
    });
    const [today] = await database.query<{ day: string }>({
      text: "select (now() at time zone 'utc')::date as day",
      values: [],
    });
    expect(await numbers({ vendorId: String(acme?.id) })).toEqual(['INV 2024/77']);
    expect((await found({ added: { from: today?.day ?? '', to: today?.day ?? '' } })).total).toBe(
      (await found({})).total,
    );
    expect((await found({ added: { from: '2020-01-01', to: '2020-12-31' } })).total).toBe(0);
  });
});

test('who may see only what they sent finds nothing else, by whatever way', async () => {
  expect(await numbers({}, cleo)).toEqual(['C-1']);
  for (const words of ['acme', 'acmee', '4711', 'paper', '"blue paper"', 'inv-2024-77'])
    expect(await numbers({ words }, cleo), words).toEqual([]);
});

test('of more than ten thousand that words find, the newest come, and it is said that there are more', async () => {
  await book({ number: 'T-0', vendor: 'Tausend', date: '2018-01-01', totalMinor: 1n });
  await database.query({
    text: `insert into invoice (state, source, kind, vendor_id, date, currency, total_minor, added_by)
           select 'booked', 'bulk', 'invoice', v.id, '2019-01-01'::date + n / 10, 'EUR', 100, u.id
             from vendor v, app_user u, generate_series(1, 10010) as n where v.name = 'Tausend' and u.standing = 'penny'`,
    values: [],
  });

  const most = await found({ words: 'tausend' });
  const exact = await found({ vendor: 'tausend' });

  expect(most).toMatchObject({ total: 10_000, isAll: false });
  expect(most.invoices.map(({ id }) => id)).toEqual(exact.invoices.map(({ id }) => id));
  expect(exact).toMatchObject({ total: 10_011, isAll: true, sums: [{ minor: 1_001_001n }] });
});
