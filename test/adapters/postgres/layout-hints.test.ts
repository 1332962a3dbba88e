import { expect, test } from 'vitest';
import type { Invoice } from '../../../src/domain/invoice.ts';
import type { Lesson } from '../../../src/domain/layout-hint.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';

const { store, database } = await testDatabase();
const bo = await seated(store, 'UBO', 'accountant');

let n = 0;
const book = async (hinted?: Readonly<Record<string, bigint>>): Promise<Invoice> => {
  n += 1;
  const sha256 = n.toString(16).padStart(64, '0');
  const { document } = await store.documents.document({ sha256, size: 1, type: 'application/pdf', name: 'a.pdf' });
  const read = {
    confidence: { vendor: 0.95, invoice_number: 0.5, total: 0.95 },
    state: 'review',
    source: 'slack_file',
  } as const;
  const unlike = { number: `N-${n}`, totalMinor: BigInt(n) * 1000n, netMinor: null, taxMinor: null };
  const page = { documentId: document.id, pageFrom: 1, pageTo: 1, ...(hinted && { hinted }) };
  return store.ledger.book(newInvoice({ ...read, ...page, facts: facts(unlike) }), bo.may('document.share'));
};
const beside = (label: string): Lesson => ({
  field: 'invoice_number',
  kind: 'invoice',
  place: 'right',
  label,
  printed: label,
  x: 0,
  y: 0,
});
async function correct(invoice: Invoice, number: string, lessons: readonly Lesson[], settled = true) {
  const { vendorTaxId: _, iban: __, lines: ___, ...values } = invoice;
  const confidence = settled ? {} : invoice.confidence;
  const more = { confidence, checks: [], state: 'booked', duplicateOf: null, lessons } as const;
  const corrected = { ...more, version: invoice.version, values: { ...values, number } };
  return store.ledger.correct(invoice.id, corrected, bo.may('invoice.correct-own'));
}
const hints = async () =>
  (await store.vendors.hints({ vendor: 'ACME', vendorTaxId: null })).map(({ label, papers }) => `${label} ${papers}`);
const idOf = async (label: string) =>
  (await store.vendors.hints({ vendor: 'ACME', vendorTaxId: null })).find((hint) => hint.label === label)?.id ?? 0n;

test('the newest two ways to find a field are kept', async () => {
  for (const label of ['one', 'two', 'three']) {
    const { looksFor } = await correct(await book(), `C-${label}`, [beside(label)]);
    expect(looksFor).toEqual([beside(label)]);
  }
  expect(await hints()).toEqual(['two 1', 'three 1']);
});

test('taught again by another paper it is proved, by the same one it is not', async () => {
  const first = await book();
  const { invoice } = await correct(first, 'C-again', [beside('three')]);
  expect(await hints()).toEqual(['two 1', 'three 2']);
  await correct(invoice, 'C-and-again', [beside('three')]);
  expect(await hints()).toEqual(['two 1', 'three 2']);
});

test('read by it and confirmed: right once more, and a second judgement of the paper counts nothing', async () => {
  const { id } = await book({ invoice_number: await idOf('two') });
  await store.ledger.confirm(id, bo.may('invoice.confirm'));
  expect(await hints()).toEqual(['two 2', 'three 2']);
  expect(await database.query(sql`select hints from invoice_quality where invoice_id = ${id}`)).toEqual([
    { hints: {} },
  ]);
});

test('looked at and left as it is: right; not looked at: not judged', async () => {
  const invoice = await book({ invoice_number: await idOf('two') });
  await correct(invoice, invoice.number ?? '', [], false);
  expect(await hints()).toEqual(['two 2', 'three 2']);

  const again = await store.ledger.any(invoice.id);
  if (again) await correct({ ...again, confidence: invoice.confidence }, invoice.number ?? '', []);
  expect(await hints()).toEqual(['two 3', 'three 2']);
});

test('read by it and corrected: forgotten', async () => {
  await correct(await book({ invoice_number: await idOf('three') }), 'C-else', []);
  expect(await hints()).toEqual(['two 3']);
});

test('a vendor that nobody knows has none', async () => {
  expect(await store.vendors.hints({ vendor: 'Nobody', vendorTaxId: null })).toEqual([]);
  expect(await store.vendors.hints({ vendor: null, vendorTaxId: null })).toEqual([]);
});
