import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFiles } from '../../../scripts/reading/files.ts';
import { readingOf, recordedReading } from '../../../src/adapters/aws/textract-answer.ts';
import { answer, field, line, paper, plainPaper } from './answers.ts';

const folder = await mkdtemp(join(tmpdir(), 'penny-answer-'));
const files = openFiles();
afterAll(async () => {
  await files.stop();
  await rm(folder, { recursive: true, force: true });
});
async function recorded(text: string): Promise<string> {
  const path = join(folder, `${Math.random()}.json`);
  await writeFile(path, text);
  return path;
}

test('everything a field tells is kept: label, value, kind, trust, place, currency, whose it is', () => {
  const told = field('TOTAL', '12.00', { label: 'Total', page: 2, currency: 'EUR', groups: ['VENDOR', 'VENDOR'] });
  const { documents } = readingOf([answer(paper([told], [line(field('ITEM', 'Soap'), field('PRICE', '12.00'))]))]);

  expect(documents[0]?.fields[0]).toEqual({
    type: 'TOTAL',
    typeConfidence: 0.995,
    label: {
      text: 'Total',
      confidence: 0.99,
      page: 2,
      box: { left: 0.1, top: expect.any(Number), width: 0.3, height: 0.015 },
    },
    value: {
      text: '12.00',
      confidence: 0.99,
      page: 2,
      box: { left: 0.6, top: expect.any(Number), width: 0.3, height: 0.015 },
    },
    currency: { code: 'EUR', confidence: 0.99 },
    groups: ['VENDOR'],
  });
  expect(documents[0]?.rows).toMatchObject([[{ type: 'ITEM' }, { type: 'PRICE' }]]);
});

test('older answers lack half of it, and some are bare', () => {
  const bare = {
    ExpenseDocuments: [
      { SummaryFields: [{ Type: { Text: 'CITY' }, ValueDetection: { Text: '' } }, { ValueDetection: null }] },
      {},
    ],
  };
  const { documents } = readingOf([bare]);
  expect(documents).toHaveLength(2);
  expect(documents[0]?.fields[0]).toEqual({
    type: 'CITY',
    typeConfidence: 0,
    label: null,
    value: { text: '', confidence: 0, page: 1 },
    currency: null,
    groups: [],
  });
});

test('a paper told in two answers is one, and words told twice are told once', () => {
  const word = {
    BlockType: 'WORD',
    Text: 'Soap',
    Confidence: 98,
    Page: 1,
    Geometry: field('X', 'x').ValueDetection.Geometry,
  };
  const one = { ...paper([field('TOTAL', '1.00')]), Blocks: [word, { BlockType: 'LINE', Text: 'Soap' }] };
  const rest = { ...paper([field('TAX', '0.10')]), Blocks: [word] };

  const { documents, pages } = readingOf([answer(one), answer(rest)]);

  expect(documents.map(({ fields }) => fields.map(({ type }) => type))).toEqual([['TOTAL', 'TAX']]);
  expect(pages).toMatchObject([{ number: 1, source: 'ocr', words: [{ text: 'Soap', confidence: 0.98 }] }]);
});

test('a recorded answer is read like any file', async () => {
  const [line, ...more] = await files.read(await recorded(JSON.stringify(answer(plainPaper()), null, 1)));
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    reader: 'textract',
    vendor: 'Hollander Glas GmbH',
    invoice_number: 'RE-2041',
    date: '2026-02-14',
    currency: 'EUR',
    net: '1000.00',
    tax: '190.00',
    total: '1190.00',
    error: null,
  });
});

test.each(['{', '{"name":"penny"}', '[]', '{"ExpenseDocuments":"none"}'])(
  '%s is no recorded answer, and told so',
  async (text) => {
    expect(() => recordedReading(text)).toThrow(/no recorded Textract answer/);
    const [line] = await files.read(await recorded(text));
    expect(line?.error).toMatch(/no recorded Textract answer.*\.$/);
  },
);
