import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { startChildren } from '../../../src/adapters/children/children.ts';
import { streamChildren } from '../../../src/adapters/children/stream-child.ts';
import { spreadsheets } from '../../../src/adapters/spreadsheet/spreadsheets.ts';
import type { FileType } from '../../../src/domain/file.ts';
import type { Bytes } from '../../../src/ports/apart.ts';
import { fileWriter } from './files.ts';

const children = startChildren({ count: 1, megabytes: 400 });
const streaming = streamChildren({ megabytes: 400 });
afterAll(() => children.stop());
const tables = spreadsheets(children.run, streaming.stream);

const write = fileWriter();
const stored = (content: string, type: FileType = 'text/csv') => ({
  path: write(content),
  type,
  name: 'spend.csv',
  size: content.length,
  sha256: '0'.repeat(64),
});
const signal = () => new AbortController().signal;
const rows = (count: number) =>
  `Supplier,Invoice Number,Date,Total EUR\n${Array.from({ length: count }, (_, index) => `Acme ${index % 9},A-${index},2026-01-31,5.00`).join('\n')}`;
const mapped = async (file: ReturnType<typeof stored>) => {
  const { mapping } = await tables.preview(file, { known: null, usual: 'EUR' }, signal());
  if (!mapping) throw new Error('not recognised');
  return mapping;
};

const asStream = (bytes: Bytes): Readable => bytes as unknown as Readable; // Node's own kind of them

test('a table is previewed and prepared in processes of their own, none of its rows lost', async () => {
  const file = stored(rows(20_000));
  const { copyText, done } = tables.prepare(file, await mapped(file), signal());
  const lines = (await text(copyText)).split('\n');
  expect(lines).toHaveLength(20_001);
  expect(lines.at(-2)).toMatch(/^20001\tAcme \d\tacme \d\t/);
  expect(await done).toEqual({ rows: 20_000, left: { blank: 0, heading: 1, totals: 0 } });
});

test('a table that breaks half-way ends its text with the fault, never as if it were whole', async () => {
  const file = stored(`${rows(20_000)}\n${'x'.repeat(3_000_000)}`);
  const { copyText, done } = tables.prepare(file, await mapped(file), signal());
  await expect(text(copyText)).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/Line 20002/) });
  await expect(done).rejects.toMatchObject({ code: 'invalid' });
});

test('who stops it is told so, and the text fails too', async () => {
  const file = stored(rows(50_000));
  const stop = new AbortController();
  const { copyText, done } = tables.prepare(file, await mapped(file), stop.signal);
  asStream(copyText).once('data', () => stop.abort(new Error('enough')));
  await expect(text(copyText)).rejects.toThrow('enough');
  await expect(done).rejects.toThrow('enough');
});

test('who no longer reads it ends the work', async () => {
  const file = stored(rows(50_000));
  const { copyText, done } = tables.prepare(file, await mapped(file), signal());
  asStream(copyText).once('data', () => copyText.destroy());
  await expect(done).rejects.toMatchObject({ code: 'unavailable' });
});

test('nobody reading makes the child wait rather than grow', async () => {
  const file = stored(rows(50_000));
  const { copyText, done } = tables.prepare(file, await mapped(file), signal());
  const first = await Promise.race([
    done.then(() => 'done'),
    new Promise((resolve) => setTimeout(() => resolve('waiting'), 1500)),
  ]);
  expect(first).toBe('waiting');
  expect((await text(copyText)).split('\n')).toHaveLength(50_001);
  expect((await done).rows).toBe(50_000);
});

test('Penny’s end ends imports', async () => {
  const few = streamChildren();
  const file = stored(rows(50_000));
  const { copyText, done } = spreadsheets(children.run, few.stream).prepare(file, await mapped(file), signal());
  asStream(copyText).once('data', () => few.stop());
  await expect(text(copyText)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(done).rejects.toMatchObject({ code: 'unavailable' });
});

test('what is no table is refused before any process starts', () => {
  expect(() =>
    tables.prepare(
      stored('x', 'application/pdf'),
      { columns: [], header: null, dates: 'dmy', decimal: '.', currency: null, date: null },
      signal(),
    ),
  ).toThrow(/no table/);
});

test('a small table that was prepared long before anybody reads it is whole', async () => {
  const file = stored(rows(3));
  const { copyText, done } = tables.prepare(file, await mapped(file), signal());
  await done;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await text(copyText)).trimEnd().split('\n')).toHaveLength(3);
});
