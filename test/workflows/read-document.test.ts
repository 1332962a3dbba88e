import { describe, expect, it, test } from 'vitest';
import type { InvoiceReading, Reading } from '../../src/domain/reading.ts';
import type { Ports } from '../../src/engine/ports.ts';
import type { DocumentReader } from '../../src/ports/document-reader.ts';
import { readDocument, readWith } from '../../src/workflows/read-document.ts';
import { testDatabase } from '../support/database.ts';

const file = { path: '/x', name: 'x.pdf', size: 1, type: 'application/pdf', sha256: 'a' } as const;
const signal = new AbortController().signal;
const reader = (name: string, claim: number | null, found = true): DocumentReader => ({
  name,
  claim: () => claim,
  read: async (): Promise<Reading | null> => (found ? { kind: 'pages', reader: name, pages: [] } : null),
});

describe('readWith', () => {
  it.each<[string, readonly DocumentReader[], string]>([
    ['asks the highest claim first', [reader('low', 10), reader('high', 90)], 'high'],
    ['goes on when a reader passes the file on', [reader('low', 10), reader('high', 90, false)], 'low'],
    ['leaves out who declines', [reader('low', 10), reader('none', null)], 'low'],
  ])('%s', async (_, readers, name) => {
    expect((await readWith(readers, file, signal)).reader).toBe(name);
  });

  it('asks whose word is known last, where there is another', async () => {
    const both = [reader('paid', 50), reader('free', 10)];
    expect((await readWith(both, file, signal, 'paid')).reader).toBe('free');
    expect((await readWith(both, file, signal, 'free')).reader).toBe('paid');
    expect((await readWith([reader('free', 10)], file, signal, 'free')).reader).toBe('free');
  });

  it('says so when nobody wants the file', async () => {
    await expect(readWith([reader('none', null), reader('passes', 5, false)], file, signal)).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('stops when told to', async () => {
    await expect(readWith([reader('low', 10)], file, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  });
});

test('an e-invoice whose page says something else: the page is read by who costs least, and both values are told', async () => {
  const asked: string[] = [];
  const total = (minor: bigint, ok: boolean): InvoiceReading => ({
    kind: 'invoice',
    pageFrom: 1,
    pageTo: 1,
    fields: { currency: { value: 'EUR', confidence: 1 }, total: { value: minor, confidence: 1 } },
    lines: [],
    checks: [{ name: 'print', ok, says: 'The total is not printed on the page.' }],
  });
  const says = (name: string, claim: number, reading: Reading | null): DocumentReader => ({
    name,
    claim: () => claim,
    read: async () => {
      asked.push(name);
      return reading;
    },
  });
  const page: Reading = { kind: 'pages', reader: 'free', pages: [] };
  const { store } = await testDatabase();
  const { document } = await store.documents.document({
    sha256: 'a'.repeat(64),
    size: 1,
    type: 'application/pdf',
    name: 'x.pdf',
  });
  const read = (exact: InvoiceReading) =>
    readDocument(
      document,
      {
        store,
        clock: { now: () => new Date(0) },
        settings: { reportingCurrency: 'EUR' },
        objects: { lend: (_: string, work: (path: string) => Promise<unknown>) => work('/x') },
        readers: [
          says('e-invoice', 90, { kind: 'exact', reader: 'e-invoice', invoices: [exact] }),
          says('paid', 50, page),
          says('free', 10, page),
        ],
        interpret: async (reading: Reading) => (reading.kind === 'exact' ? reading.invoices : [total(96_312n, true)]),
      } as unknown as Ports, // what reading a document reaches
      signal,
    );

  const { found, isExact } = await read(total(96_311n, false));
  expect(isExact).toBe(true);
  expect(found[0]?.checks[0]).toMatchObject({
    ok: false,
    says: expect.stringMatching(/XML says a total of 963\.11, the page says 963\.12/),
  });
  expect(asked).toEqual(['e-invoice', 'free']);
  expect(await store.documents.lastReader(document.id)).toBeNull();

  await read(total(96_312n, true));
  expect(asked).toEqual(['e-invoice', 'free', 'e-invoice']);
});
