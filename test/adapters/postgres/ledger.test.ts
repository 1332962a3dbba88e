import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Document } from '../../../src/ports/documents.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';

const { store, database } = await testDatabase();
const ana = await seated(store, 'UANA', 'operator');
const bo = await seated(store, 'UBO', 'accountant');

async function document(): Promise<Document> {
  const sha256 = randomBytes(32).toString('hex');
  return (await store.documents.document({ sha256, size: 3, type: 'application/pdf', name: 'a.pdf' })).document;
}

test('what is booked comes back whole', async () => {
  const { id: documentId } = await document();
  const lines = [
    { description: 'Paper, 80 g', quantity: '2.500', unitPrice: '0.0125', totalMinor: 3n },
    { description: 'Freight', quantity: null, unitPrice: null, totalMinor: null },
  ];
  const given = facts({
    vendor: 'Pencil & Sons',
    vendorTaxId: 'DE 123',
    category: 'energy',
    lines,
    dueDate: '2026-04-04',
  });
  const more = {
    documentId,
    pageFrom: 1,
    pageTo: 2,
    confidence: { total: 0.8 },
    checks: [{ name: 'sums', ok: true, says: 'Fits.' }],
  } as const;

  const booked = await store.ledger.book(
    newInvoice({ facts: given, ...more, state: 'review', source: 'slack_file' }),
    ana.may('document.share'),
  );

  const { lines: _, ...plain } = given;
  expect(booked).toMatchObject({ ...plain, ...more, category: 'Energy', lines, state: 'review', source: 'slack_file' });
  expect(booked.addedBy).toEqual({ id: ana.actor.id, name: 'uana', slackUser: 'UANA' });
  expect(await store.ledger.invoice(booked.id, ana.may('invoice.read-own'))).toEqual(booked);
  expect(await store.ledger.any(booked.id)).toEqual({ ...booked, isFirst: true });
  expect(await store.ledger.ofDocument(documentId)).toEqual([booked]);
});

test('an amount that no float can hold stays exact', async () => {
  const booked = await store.ledger.book(
    newInvoice({ facts: facts({ totalMinor: 9_007_199_254_740_993n }) }),
    ana.may('invoice.add'),
  );

  expect(booked.totalMinor).toBe(9_007_199_254_740_993n);
});

test('an amount past bigint is refused with a sentence', async () => {
  const wrong = newInvoice({ facts: facts({ totalMinor: 2n ** 63n }) });

  await expect(store.ledger.book(wrong, ana.may('invoice.add'))).rejects.toMatchObject({
    name: 'Fault',
    code: 'invalid',
  });
});

test('two books of one page at once leave one invoice', async () => {
  const { id: documentId } = await document();
  const invoice = newInvoice({ documentId, pageFrom: 1, pageTo: 1 });

  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => store.ledger.book(invoice, ana.may('document.share'))),
  );

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'Fault', code: 'conflict' });
  }
  expect(await store.ledger.ofDocument(documentId)).toHaveLength(1);
});

test('a deleted page may be booked again, and then not be restored', async () => {
  const { id: documentId } = await document();
  const invoice = newInvoice({ documentId, pageFrom: 1, pageTo: 1 });
  const first = await store.ledger.book(invoice, ana.may('document.share'));
  await store.ledger.remove(first.id, bo.may('invoice.delete'));

  const second = await store.ledger.book(invoice, ana.may('document.share'));

  expect(await store.ledger.ofDocument(documentId)).toEqual([second]);
  expect(await store.ledger.any(second.id)).toMatchObject({ isFirst: false });
  await expect(store.ledger.restore(first.id, bo.may('invoice.correct-own'))).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('people see their own invoices, accountants all of them', async () => {
  const other = await seated(store, 'UOTHER', 'operator');
  const { id } = await store.ledger.book(newInvoice(), ana.may('invoice.add'));

  expect(await store.ledger.invoice(id, ana.may('invoice.read-own'))).toMatchObject({ id });
  expect(await store.ledger.invoice(id, bo.may('invoice.read-own'))).toMatchObject({ id });
  expect(await store.ledger.invoice(id, other.may('invoice.read-own'))).toBeNull();
  expect(await store.ledger.invoice(999_999n, bo.may('invoice.read-own'))).toBeNull();
});

test('confirm, remove, restore: each once, each with its record', async () => {
  const { id } = await store.ledger.book(newInvoice(), ana.may('invoice.add'));

  expect(await store.ledger.confirm(id, bo.may('invoice.confirm'))).toMatchObject({ state: 'confirmed' });
  await expect(store.ledger.confirm(id, bo.may('invoice.confirm'))).rejects.toThrow(
    `Invoice ${id} is confirmed, so you cannot confirm it. Look at it again: somebody may have been faster.`,
  );
  expect(await store.ledger.remove(id, bo.may('invoice.delete'))).toMatchObject({ state: 'deleted' });
  await expect(store.ledger.remove(id, bo.may('invoice.delete'))).rejects.toMatchObject({ code: 'conflict' });
  expect(await store.ledger.restore(id, bo.may('invoice.correct-own'))).toMatchObject({ state: 'confirmed' });
  await expect(store.ledger.decide(id, 'different', bo.may('duplicate.decide'))).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(store.ledger.confirm(888_888n, bo.may('invoice.confirm'))).rejects.toMatchObject({ code: 'missing' });

  const history = await store.ledger.history(id);
  expect(history.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    'uana invoice.book',
    'ubo invoice.confirm',
    'ubo invoice.remove',
    'ubo invoice.restore',
  ]);
});

test('of twenty people who confirm at once, one does', async () => {
  const { id } = await store.ledger.book(newInvoice(), ana.may('invoice.add'));

  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () => store.ledger.confirm(id, bo.may('invoice.confirm'))),
  );

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await store.ledger.history(id)).toHaveLength(2);
});

test.each([
  ['nothing is in doubt', {}, [], 'booked'],
  ['a field is unsure', { total: 0.4 }, [], 'review'],
  ['a check failed', { total: 1 }, [{ name: 'sums', ok: false, says: 'No.' }], 'review'],
] as const)('a held invoice counts once released; when %s it is %s', async (_, confidence, checks, state) => {
  const first = await store.ledger.book(newInvoice(), ana.may('invoice.add'));
  const held = newInvoice({ state: 'held', confidence, checks, duplicateOf: first.id });
  const { id } = await store.ledger.book(held, ana.may('invoice.add'));

  expect(await store.ledger.decide(id, 'different', bo.may('duplicate.decide'))).toMatchObject({
    state,
    duplicateOf: first.id,
  });
});

test('each change asks for its card to be shown, in its own transaction', async () => {
  const { id } = await store.ledger.book(newInvoice(), ana.may('invoice.add'));
  const waiting = () =>
    database.query({
      text: `select 1 from pgboss.job where name = 'show-invoice' and data = $1`,
      values: [{ invoice: String(id) }],
    });
  expect(await waiting()).toHaveLength(1);

  const outside = store.transaction(async (inside) => {
    await inside.ledger.book(newInvoice(), ana.may('invoice.add'));
    throw new Error('changed my mind');
  });

  await expect(outside).rejects.toThrow('changed my mind');
  expect(await waiting()).toHaveLength(1);
});

test('an unknown category is refused with those there are', async () => {
  const wrong = newInvoice({ facts: facts({ category: 'Parrots' }) });

  await expect(store.ledger.book(wrong, ana.may('invoice.add'))).rejects.toThrow(
    'There is no category “Parrots”. Choose one of: Advertising,',
  );
  expect((await store.ledger.categories()).at(-1)).toBe('Other');
});
