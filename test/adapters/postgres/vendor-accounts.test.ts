import { expect, test } from 'vitest';
import type { InvoiceReading } from '../../../src/domain/reading.ts';
import { sql } from '../../../src/engine/sql.ts';
import { bookReading } from '../../../src/workflows/book-reading.ts';
import { control, form, read, testDesk } from '../../support/chat.ts';
import { seated } from '../../support/people.ts';

const desk = await testDesk();
const { store } = desk.ports;
const cleo = await seated(store, 'UCLEO', 'operator');

const [first, second, third] = ['DE02120300000000202051', 'NL91ABNA0417164300', 'GB33BUKB20201555555555'];

type On = { readonly vendor?: readonly [string, number]; readonly iban?: string; readonly tax?: string };
let n = 0;
async function arrives({ vendor, iban, tax }: On) {
  n += 1;
  const reading: InvoiceReading = {
    kind: 'invoice',
    pageFrom: 1,
    pageTo: 1,
    fields: {
      ...(vendor && { vendor: { value: vendor[0], confidence: vendor[1] } }),
      ...(iban && { iban: { value: iban, confidence: 0.97 } }),
      ...(tax && { vendor_tax_id: { value: tax, confidence: 0.93 } }),
      invoice_number: { value: `P-${n}`, confidence: 0.99 },
      date: { value: '2026-03-04', confidence: 0.99 },
      currency: { value: 'EUR', confidence: 0.99 },
      total: { value: BigInt(n) * 100n, confidence: 0.99 },
    },
    lines: [],
    checks: [],
  };
  const sha256 = n.toString(16).padStart(64, '0');
  const { document } = await store.documents.document({ sha256, size: 1, type: 'application/pdf', name: 'a.pdf' });
  const from = { documentId: document.id, source: 'slack_file' } as const;
  return store.transaction((tx) => bookReading(reading, from, cleo.may('document.share'), tx));
}
const presses = async (id: bigint, label: string, as: 'ben' | 'cleo' = 'ben') =>
  desk.press(control(await desk.chat(`/invoice show ${id}`, as), label), as);
async function corrects(id: bigint, answers: Record<string, string>, as: 'ben' | 'cleo' = 'ben') {
  const opened = form(await presses(id, 'Correct', as));
  const filled = Object.fromEntries(opened.questions.flatMap((one) => (one.initial ? [[one.name, one.initial]] : [])));
  return desk.submit(opened, { ...filled, ...answers }, as);
}
const known = (vendor: string) => store.vendors.accounts({ vendor, vendorTaxId: null });
const anotherAccount =
  /The account is another one than on the invoices before: …4300, not …2051\. Ask the vendor before paying\./;

test('confirmed, an invoice teaches its account: whose name cannot be read is known by it', async () => {
  const { id } = await arrives({ vendor: ['Leith Water', 0.95], iban: first });
  expect(await known('Leith Water')).toEqual([]);
  await presses(id, 'Confirm');

  expect(await known('Leith Water')).toEqual([first]);
  expect(await arrives({ iban: first })).toMatchObject({ vendor: 'Leith Water', state: 'booked' });
  expect(await arrives({ vendor: ['L€ith VVator', 0.4], iban: first })).toMatchObject({
    vendor: 'Leith Water',
    state: 'booked',
  });
  expect(await arrives({ vendor: ['Somebody else', 0.95], iban: first })).toMatchObject({ vendor: 'Somebody else' });
  const [entry] = await desk.database.query(sql`select actor, after from audit_log where action = 'vendor.account'`);
  expect(entry).toEqual({ actor: 'ben', after: { name: 'Leith Water', iban: first, invoice: String(id) } });
});

test('another account than before: in review with the sentence, until somebody confirms it', async () => {
  const forged = await arrives({ vendor: ['Leith Water', 0.95], iban: second });
  expect(forged.state).toBe('review');
  expect(read(await desk.chat(`/invoice show ${forged.id}`, 'ben'))).toMatch(anotherAccount);
  expect(read(await desk.chat('/invoice review', 'ben'))).toContain('The account is another one than');

  await presses(forged.id, 'Confirm');

  expect(await known('Leith Water')).toEqual([first, second]);
  expect(read(await desk.chat(`/invoice show ${forged.id}`, 'ben'))).not.toMatch(anotherAccount);
  expect((await arrives({ vendor: ['Leith Water', 0.95], iban: second })).state).toBe('booked');
});

test('a correction of something else does not make another account right, whoever corrects', async () => {
  const { id: right } = await arrives({ vendor: ['Forth Cables', 0.95], iban: 'DE02100500000054540402' });
  await presses(right, 'Confirm');
  const { id } = await arrives({ vendor: ['Forth Cables', 0.95], iban: second });

  for (const as of ['cleo', 'ben'] as const) {
    await corrects(id, { number: `F-${as}` }, as);
    expect(await store.ledger.any(id)).toMatchObject({ state: 'review', number: `F-${as}` });
    expect(await known('Forth Cables')).toEqual(['DE02100500000054540402']);
  }
});

test('corrected by who may vouch for others’ invoices, it teaches the first account; by who sent it, it does not', async () => {
  const { id } = await arrives({ vendor: ['T4y Bridge', 0.4], iban: 'FR1420041010050500013M02606' });
  await corrects(id, { vendor: 'Tay Bridge' }, 'cleo');
  expect(await known('Tay Bridge')).toEqual([]);

  await corrects(id, { vendor: 'Tay Bridge Ltd' });
  expect(await known('Tay Bridge')).toEqual(['FR1420041010050500013M02606']);
  expect((await arrives({ iban: 'FR1420041010050500013M02606' })).vendor).toBe('Tay Bridge Ltd');
});

test('corrected again to another vendor, what it taught before was a mistake', async () => {
  await arrives({ vendor: ['Wrong Works', 0.99] });
  const { id } = await arrives({ vendor: ['Unclear', 0.4], iban: 'BE68539007547034' });
  await corrects(id, { vendor: 'Wrong Works' });
  expect(await known('Wrong Works')).toEqual(['BE68539007547034']);
  await corrects(id, { vendor: 'Right Works' });

  expect(await known('Wrong Works')).toEqual([]);
  expect((await arrives({ iban: 'BE68539007547034' })).vendor).toBe('Right Works');
});

test('an account of two vendors tells nobody’s', async () => {
  for (const name of ['Factored A', 'Factored B'])
    await presses((await arrives({ vendor: [name, 0.95], iban: third })).id, 'Confirm');

  expect(await arrives({ iban: third })).toMatchObject({ vendor: null, state: 'review' });
  expect((await arrives({ vendor: ['Factored A', 0.95], iban: third })).state).toBe('booked');
});

test('a doubtful name that is the name of a vendor with accounts is not overruled: its account is asked about', async () => {
  const doubtful = await arrives({ vendor: ['Factored A', 0.6], iban: first });

  expect(doubtful).toMatchObject({ vendor: 'Factored A', state: 'review' });
  expect(doubtful.checks).toContainEqual(expect.objectContaining({ name: 'account', ok: false }));
});

test('a tax id of a vendor that somebody vouched for tells whose it is, one that nobody did does not', async () => {
  const { id } = await arrives({ vendor: ['Clyde Dr0ss', 0.5], tax: 'DE811907980' });
  expect(await arrives({ vendor: ['C1yde', 0.4], tax: 'DE811907980' })).toMatchObject({ state: 'review' });
  await corrects(id, { vendor: 'Clyde Dress' });

  expect(await arrives({ vendor: ['Cl?de', 0.3], tax: 'DE811907980' })).toMatchObject({
    vendor: 'Clyde Dress',
    state: 'booked',
  });
});
