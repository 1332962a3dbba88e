import { beforeAll, describe, expect, test } from 'vitest';
import { postgresLoadImport } from '../../../src/adapters/postgres/import-load.ts';
import type { Mapping } from '../../../src/domain/import/columns.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';
import { copyText } from '../../support/rows.ts';

const never = new AbortController().signal;
const mapping: Mapping = {
  columns: ['vendor', 'date', 'total'],
  header: 1,
  dates: 'dmy',
  decimal: '.',
  currency: 'EUR',
  date: null,
};
const row = (vendor: string, total: string, more: Record<string, string> = {}) => ({
  vendor,
  total_minor: total,
  date: '2026-03-02',
  currency: 'EUR',
  ...more,
});

const desk = await testDatabase();
const { store, database } = desk;
const load = postgresLoadImport(database);
let ben: Awaited<ReturnType<typeof seated>>;
let files = 0;
beforeAll(async () => {
  ben = await seated(store, 'UBEN', 'accountant');
});

/** A file that somebody pressed Load for. */
async function begun(): Promise<bigint> {
  files += 1;
  const sha256 = files.toString(16).padStart(64, '0');
  const { document } = await store.documents.document({
    sha256,
    size: 1,
    type: 'application/pdf',
    name: `f${files}.csv`,
  });
  const offered = {
    documentId: document.id,
    shareId: null,
    layout: 'vendor,total',
    mapping,
    preview: { header: [], samples: [], sheet: null, trial: null },
  };
  const { import: made } = await store.imports.offer(offered, ben.may('document.share'));
  await store.imports.begin(made.id, ben.may('import.load'));
  return made.id;
}
const loaded = async (rows: Parameters<typeof copyText>[0]) => load(await begun(), copyText(rows), { signal: never });
const count = async (text: string) => (await database.query({ text, values: [] })).length;

describe.each([
  { way: 'few rows, by INSERT', padding: 0 },
  { way: 'many rows, by COPY', padding: 300 },
])('$way', ({ way, padding }) => {
  const name = (vendor: string) => `${vendor} ${way}`;
  const more = Array.from({ length: padding }, (_, at) => row(name('Padding'), '100', { number: `P-${at}` }));

  test('every row is accepted, a duplicate or rejected, and the three add up', async () => {
    const rows = [
      row(name('Alpha Ltd'), '1250', { number: 'A-1', net_minor: '1000', tax_minor: '250' }),
      row(name('Alpha Limited'), '1250', { number: 'A-1', net_minor: '1000', tax_minor: '250' }),
      row(name('Beta\tGmbH \\ "x"\nline'), '-300', { category: 'TRAVEL', description: 'Back' }),
      { vendor: name('Gamma'), problem: 'There is no amount.' },
      row(name('Delta'), '999', { net_minor: '1', tax_minor: '1' }),
      ...more,
    ];
    const done = await loaded(rows);
    expect(done?.counts).toEqual({ rows: 5 + padding, accepted: 4 + padding, duplicates: 0, rejected: 1 });

    const again = await loaded(rows);
    expect(again?.counts).toEqual({ rows: 5 + padding, accepted: 0, duplicates: 4 + padding, rejected: 1 });
    expect(again?.totals).toEqual([]);
  });
});

test.each([2, 400])('of a table whose rows did not all come, nothing is booked: %i came', async (came) => {
  const rows = Array.from({ length: came }, (_, at) => row(`Half of ${came}`, '100', { number: `H-${at}` }));
  const id = await begun();
  const loading = load(id, copyText(rows), { signal: never, rows: Promise.resolve(came + 1) });
  await expect(loading).rejects.toThrow(`${came + 1} rows were prepared, and ${came} came to the database`);
  expect(await count(`select from invoice where vendor_text = 'Half of ${came}'`)).toBe(0);
  expect(await store.imports.any(id)).toMatchObject({ state: 'loading' });
  const all = await load(id, copyText(rows), { signal: never, rows: Promise.resolve(came) });
  expect(all?.counts).toMatchObject({ rows: came, accepted: came });
});

test('what is booked is what the file says', async () => {
  const done = await loaded([
    row('Øre & Søn A/S', '-300', {
      number: 'N 1',
      number_key: 'N1',
      category: 'TRAVEL',
      description: 'Back',
      due_date: '2026-04-01',
      iban: 'DK50',
      tax_id: 'DK1',
    }),
    row('Other', '700', { currency: 'JPY' }),
  ]);
  expect(done?.totals).toEqual([
    { currency: 'EUR', invoices: 1, minor: -300n },
    { currency: 'JPY', invoices: 1, minor: 700n },
  ]);
  const [{ id } = { id: 0n }] = await database.query<{ id: bigint }>({
    text: 'select id from invoice where import_id = $1 and import_line = 2',
    values: [done?.id],
  });
  expect(await store.ledger.invoice(id, ben.may('invoice.read-own'))).toMatchObject({
    state: 'booked',
    source: 'bulk',
    kind: 'credit_note',
    vendor: 'Øre & Søn A/S',
    vendorTaxId: 'DK1',
    iban: 'DK50',
    number: 'N 1',
    date: '2026-03-02',
    dueDate: '2026-04-01',
    totalMinor: -300n,
    category: 'Travel',
    lines: [{ description: 'Back', totalMinor: -300n }],
  });
  expect((await store.ledger.history(id)).map(({ action }) => action)).toEqual(['import.load']);
});

describe('duplicates', () => {
  test('a number of a vendor that is booked is one, whoever booked it and however it is written; of another vendor it is none', async () => {
    const booked = await store.ledger.book(
      newInvoice({ facts: facts({ vendor: 'Kestrel Ltd', number: 'K-0O1' }), state: 'booked' }),
      ben.may('invoice.add'),
    );
    const done = await loaded([
      row('KESTREL limited', '1', { number: 'k 001' }),
      row('Falcon', '1', { number: 'k 001' }),
    ]);
    expect(done?.counts).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await store.imports.leftOut(done?.id ?? 0n, 0, 10)).toEqual([
      expect.objectContaining({
        line: 2,
        verdict: 'duplicate',
        invoice: booked.id,
        why: `This number of this vendor is booked as invoice ${booked.id}.`,
      }),
    ]);
  });

  test('rows of one number that differ are parts of one invoice; rows alike in every cell are one', async () => {
    const split = { number: 'S-1' };
    const done = await loaded([
      row('Split', '100', split),
      row('Split', '200', split),
      row('Split', '100', { ...split, raw: '["Split","100","S-1"]' }),
      row('Split', '100', { ...split, raw: '["Split","100","S-1"]' }),
    ]);
    expect(done?.counts).toMatchObject({ accepted: 3, duplicates: 1 });
    const [left] = await store.imports.leftOut(done?.id ?? 0n, 0, 10);
    expect(left).toMatchObject({ line: 5, why: 'The same as line 4 of this file.', invoice: null });
  });

  test('without numbers, as many are duplicates as are booked', async () => {
    await loaded([row('Coffee', '250'), row('Coffee', '250')]);
    const done = await loaded([row('Coffee', '250'), row('Coffee', '250'), row('Coffee', '250'), row('Coffee', '260')]);
    expect(done?.counts).toMatchObject({ accepted: 2, duplicates: 2 });
  });
});

test('vendors are those that are known: by tax id, by a name that was taught, by the name; new ones are made once', async () => {
  await loaded([row('Acme Holding', '1', { number: '1', tax_id: 'DE123' })]);
  const done = await loaded([
    row('ACME (Germany)', '1', { number: '2', tax_id: 'DE123' }),
    row('acme holding', '1', { number: '3' }),
    row('Newcomer', '1', { number: '4' }),
    row('NEWCOMER Inc.', '1', { number: '5', tax_id: 'US9' }),
  ]);
  expect(done?.counts).toMatchObject({ accepted: 4 });
  const vendors = { text: 'select distinct vendor_id from invoice where import_id = $1', values: [done?.id] };
  expect(await database.query(vendors)).toHaveLength(2);
  expect(await count("select from vendor where name_key = 'newcomer' and tax_id = 'US9'")).toBe(1);
});

test('undone it is gone whole, and loading it again is clean', async () => {
  const rows = [row('Undo', '100', { number: '1' }), row('Undo', '200')];
  const done = await loaded(rows);
  const id = done?.id ?? 0n;
  const [first] = await database.query<{ id: bigint }>({
    text: 'select id from invoice where import_id = $1 order by id',
    values: [id],
  });
  await store.ledger.confirm(first?.id ?? 0n, ben.may('invoice.confirm'));
  expect(await store.imports.undo(id, ben.may('import.load'))).toMatchObject({ state: 'undone' });
  expect(await count(`select from invoice where import_id = ${id} and state <> 'deleted'`)).toBe(0);
  await expect(store.imports.undo(id, ben.may('import.load'))).rejects.toThrow('is undone, so it cannot be undone');

  await store.imports.begin(id, ben.may('import.load'));
  const again = await load(id, copyText(rows), { signal: never });
  expect(again?.counts).toEqual({ rows: 2, accepted: 2, duplicates: 0, rejected: 0 });
  expect((await store.audit.newest(20)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['import.begin', 'import.load', 'import.undo']),
  );
});

test('a load that breaks off leaves nothing behind, and can be run again', async () => {
  const id = await begun();
  const before = await count('select from vendor');
  const rows = Array.from({ length: 400 }, (_, at) => row(`Broken ${at}`, '100'));
  const halves = async function* () {
    for await (const chunk of copyText(rows)) yield chunk;
    throw new Error('the file broke off');
  };
  const { Readable } = await import('node:stream');
  await expect(load(id, Readable.from(halves()), { signal: never })).rejects.toThrow('the file broke off');
  expect(await count(`select from invoice where import_id = ${id}`)).toBe(0);
  expect(await count('select from vendor')).toBe(before);

  expect((await load(id, copyText(rows), { signal: never }))?.counts).toMatchObject({ accepted: 400 });
  expect(await load(id, copyText(rows), { signal: never })).toBeNull();
});

test('of two files with the same rows at once, one is accepted and the other is all duplicates', async () => {
  const rows = Array.from({ length: 100 }, (_, at) => row('Twice', '100', { number: `T-${at}` }));
  const both = await Promise.all([loaded(rows), loaded(rows)]);
  expect(both.map((one) => one?.counts?.accepted).toSorted()).toEqual([0, 100]);
});
