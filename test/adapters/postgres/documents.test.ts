import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';

const { store, database } = await testDatabase();
const { documents } = store;
const facts = (digit: string) =>
  ({ sha256: digit.repeat(64), size: 12, type: 'application/pdf', name: 'rechnung.pdf' }) as const;
const shared = (slackFile: string, channel = 'C1') => ({ slackFile, channel, slackUser: 'U1' });

test('a file in a channel is one share, however often it is heard of at once', async () => {
  const shares = await Promise.all(Array.from({ length: 20 }, () => documents.share(shared('F1'))));

  expect(shares.filter(({ first }) => first)).toHaveLength(1);
  expect(new Set(shares.map(({ share }) => share.id)).size).toBe(1);
  expect((await documents.share(shared('F1', 'C2'))).first).toBe(true);
  expect(await documents.isShared('F1', 'C1')).toBe(true);
  expect(await documents.isShared('F1', 'C3')).toBe(false);
});

test('a file of the inbox is one share however often it is seen, and another version is another', async () => {
  const drop = { key: `inbox/${'long/'.repeat(800)}a.pdf`, version: 'one' };
  const { share, first } = await documents.drop({ ...drop, name: 'a.pdf' }, 'C1');

  expect(first).toBe(true);
  expect(share).toMatchObject({ drop, slackFile: null, slackUser: null, channel: 'C1', fileName: 'a.pdf' });
  expect(await documents.drop({ ...drop, name: 'a.pdf' }, 'C2')).toEqual({ share, first: false });
  expect((await documents.drop({ ...drop, version: 'two', name: 'a.pdf' }, 'C1')).first).toBe(true);
});

test('a share is as it was noted, and what was not mentioned stays', async () => {
  const { share } = await documents.share(shared('F2'));
  expect(share).toEqual({
    ...shared('F2'),
    drop: null,
    id: share.id,
    messageTs: null,
    fileName: '',
    documentId: null,
    state: 'received',
    problem: null,
  });

  const noted = await documents.note(share.id, {
    messageTs: '1.2',
    fileName: 'a\0b.pdf',
    state: 'refused',
    problem: 'Too large.',
  });
  expect(noted).toMatchObject({ messageTs: '1.2', fileName: 'ab.pdf', state: 'refused', problem: 'Too large.' });
  expect(await documents.note(share.id, { problem: null })).toEqual({ ...noted, problem: null });
  expect(await documents.shareOf(share.id)).toEqual({ ...noted, problem: null });
  expect(await documents.note(share.id, {})).toEqual({ ...noted, problem: null });
  await expect(documents.note(999_999n, { state: 'reading' })).rejects.toMatchObject({ code: 'missing' });
  expect(await documents.shareOf(999_999n)).toBeNull();
});

test('the same bytes from many at once are one document', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => documents.document(facts('a'))));

  expect(made.filter(({ first }) => first)).toHaveLength(1);
  expect(new Set(made.map(({ document }) => document.id)).size).toBe(1);
  const [{ document }] = made as [(typeof made)[0]];
  expect(document).toEqual({ ...facts('a'), id: document.id });
  expect(await documents.documentOf(document.id)).toEqual(document);
  expect(await documents.documentOf(999_999n)).toBeNull();
});

test('the first share of a document is the earliest other one', async () => {
  const { document } = await documents.document(facts('b'));
  const [one, two] = await Promise.all(['F3', 'F4'].map(async (file) => (await documents.share(shared(file))).share));
  if (!one || !two) throw new Error('two shares');
  await documents.note(one.id, { documentId: document.id });
  await documents.note(two.id, { documentId: document.id });
  const [early, late] = one.id < two.id ? [one, two] : [two, one];

  expect(await documents.firstShare(document.id, late.id)).toMatchObject({ id: early.id });
  expect(await documents.firstShare(document.id, early.id)).toMatchObject({ id: late.id });
  expect(await documents.firstShare(999_999n, 0n)).toBeNull();
});

test('whoever locks a document works on it alone', async () => {
  const { document } = await documents.document(facts('c'));
  const steps: string[] = [];
  const work = (name: string) =>
    store.transaction(async (inside) => {
      await inside.documents.lock(document.id);
      steps.push(`${name} in`);
      for (let i = 0; i < 20; i++) await turn();
      await inside.documents.documentOf(document.id);
      steps.push(`${name} out`);
    });

  await Promise.all(['a', 'b', 'c', 'd'].map(work));

  expect(steps).toHaveLength(8);
  for (let i = 0; i < 8; i += 2) expect(steps[i + 1]).toBe(steps[i]?.replace('in', 'out'));
  await expect(documents.lock(document.id)).rejects.toThrow('outside a transaction');
  await expect(store.transaction((inside) => inside.documents.lock(999_999n))).rejects.toMatchObject({
    code: 'missing',
  });
});

test('a reading is kept as read, amounts exact', async () => {
  const { document } = await documents.document(facts('d'));
  const fields = { total: { value: 9_007_199_254_740_993n, confidence: 1 } };
  const invoice = { kind: 'invoice', pageFrom: 1, pageTo: 1, fields, lines: [], checks: [] } as const;

  await documents.keepReading(document.id, { kind: 'exact', reader: 'e-invoice', invoices: [invoice] }, 12.6);

  const [row] = await database.query({
    text: 'select reader, body, milliseconds from reading where document_id = $1',
    values: [document.id],
  });
  expect(row).toMatchObject({ reader: 'e-invoice', milliseconds: 13 });
  expect(row).toHaveProperty('body.invoices.0.fields.total.value', '9007199254740993');
});
