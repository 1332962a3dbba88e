import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { postgresLoadImport } from '../../src/adapters/postgres/import-load.ts';
import { prepareWhole } from '../../src/adapters/spreadsheet/prepare.ts';
import { preview } from '../../src/adapters/spreadsheet/preview.ts';
import { writeTable } from '../../src/adapters/spreadsheet/write-table.ts';
import type { TableType } from '../../src/domain/file.ts';
import type { InvoiceFacts } from '../../src/domain/invoice.ts';
import type { TableFormat } from '../../src/ports/table-files.ts';
import { exportInvoices } from '../../src/workflows/export-invoices.ts';
import { fileWriter } from '../adapters/spreadsheet/files.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

/** What is taken out of one ledger is loaded into another, and taken out of that: the same invoices, to the last cent and letter. */
const here = await testDatabase();
const write = fileWriter();
const everything = { from: '0001-01-01', to: '9999-12-31', currency: '', vendor: '', category: '' };
const line = (description: string) => ({ description, quantity: null, unitPrice: null, totalMinor: null });

const invoices: readonly Partial<InvoiceFacts>[] = [
  { vendor: 'ACME, Ltd. "The Best"', number: '000123', category: 'Travel', lines: [line('Flight; Berlin')] },
  { vendor: '=HYPERLINK("http://x")', number: '-1+2', totalMinor: -11_900n, netMinor: -10_000n, taxMinor: -1_900n },
  { vendor: `'=already harmless`, number: '+49 30', lines: [line('@home')] },
  { vendor: "'s-Hertogenbosch B.V.", number: '2026/01-7', vendorTaxId: 'NL123456789B01', iban: 'NL91ABNA0417164300' },
  { vendor: 'Καφέ Ω Α.Ε.', number: '٤٢', currency: 'JPY', totalMinor: 700n, netMinor: 700n, taxMinor: 0n },
  { vendor: '株式会社 東京', number: 'T 1', currency: 'KWD', totalMinor: 1_234n, netMinor: null, taxMinor: null },
  { vendor: 'Big & Co', number: 'B-1', totalMinor: 9_007_199_254_740_993n, netMinor: null, taxMinor: null },
  { vendor: 'Nothing & Sons', number: '0', totalMinor: 0n, netMinor: 0n, taxMinor: 0n, date: '2024-02-29' },
  { vendor: 'Leap', number: '03/04/05', date: '2026-03-04', dueDate: '2026-05-03', category: 'Rent' },
  { vendor: 'Leap', number: null, date: '2026-12-11', totalMinor: 100n, netMinor: null, taxMinor: null },
  { vendor: 'Leap', number: null, date: '2026-12-11', totalMinor: 100n, netMinor: null, taxMinor: null },
  { vendor: 'Odd sums', number: 'O-1', totalMinor: 150n, netMinor: 100n, taxMinor: 10n },
  { vendor: 'Total', number: 'Sum', lines: [line('Grand total')] },
];
const ben = await seated(here.store, 'UBEN', 'accountant');
for (const one of invoices) {
  const booked = newInvoice({ facts: facts(one), state: 'booked' });
  await here.store.ledger.book(booked, ben.may('invoice.add'));
}

const taken = ({ rows }: TestDatabase, format: TableFormat) =>
  buffer(exportInvoices(everything, format, { rows, writeTable }));

/** Loads a file into a new ledger. */
async function loaded(bytes: Uint8Array, type: TableType): Promise<TestDatabase> {
  const there = await testDatabase();
  const path = write('');
  writeFileSync(path, bytes);
  const { mapping, layout, trial, ...shown } = await preview({ path, type, known: null, usual: 'EUR' });
  if (mapping === null) throw new Error('what was exported is not recognised');
  expect(trial).toMatchObject({ rows: invoices.length, isWhole: true, rejected: 0 });
  const zoe = await seated(there.store, 'UZOE', 'accountant');
  const file = { sha256: 'a'.repeat(64), size: bytes.length, type, name: 'export' };
  const { document } = await there.store.documents.document(file);
  const offer = { documentId: document.id, shareId: null, layout, mapping, preview: { ...shown, trial } };
  const { import: made } = await there.store.imports.offer(offer, zoe.may('import.load'));
  await there.store.imports.begin(made.id, zoe.may('import.load'));
  const { text, rows } = await prepareWhole({ path, type, mapping });
  const copyText = Object.assign(
    (async function* () {
      yield Buffer.from(text);
    })(),
    { destroy() {} },
  );
  const done = await postgresLoadImport(there.database)(made.id, copyText, {
    signal: new AbortController().signal,
    rows: Promise.resolve(rows),
  });
  expect(done?.counts).toEqual({ rows: invoices.length, accepted: invoices.length, duplicates: 0, rejected: 0 });
  return there;
}

/** Without what belongs to the one ledger alone: state, source and number of the invoice there. */
const linesOf = (csv: Buffer): readonly string[] =>
  csv
    .toString()
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(',').slice(0, -3).join(','))
    .toSorted();

test.each([
  ['csv', 'text/csv'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const)('out as %s and in again', async (format, type) => {
  const there = await loaded(await taken(here, format), type);
  const before = linesOf(await taken(here, 'csv'));
  expect(before).toHaveLength(invoices.length + 1);
  expect(linesOf(await taken(there, 'csv'))).toEqual(before);
});
