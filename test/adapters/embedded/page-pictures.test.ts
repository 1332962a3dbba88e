import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChildren } from '../../../src/adapters/children/children.ts';
import { drawApart } from '../../../src/adapters/embedded/page-pictures.ts';
import { embeddedParsers, embeddedReader } from '../../../src/adapters/embedded/reader.ts';
import type { Cut } from '../../../src/domain/cut.ts';
import type { FileType } from '../../../src/domain/file.ts';
import { drawingLaughs, hugePng } from '../../support/hostile.ts';

const children = startChildren({ count: 1, megabytes: 700, load: [embeddedParsers] });
const reader = embeddedReader(children.run);
const draw = drawApart(children.run);
const never = new AbortController().signal;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
});
afterAll(async () => {
  await children.stop();
  await rm(folder, { recursive: true });
});
const bill = (name: string) => new URL(`../../bills/${name}`, import.meta.url).pathname;
const fileOf = (path: string, type: FileType) => ({ path, type, name: 'bill', size: 1, sha256: '' });

/** Where the reader saw a word, and the piece of the page that is drawn around it. */
async function pieceAround(path: string, type: FileType, word: string): Promise<Buffer> {
  const reading = await reader.read(fileOf(path, type), never);
  if (reading?.kind !== 'pages') throw new Error('no pages');
  const page = reading.pages.find(({ words }) => words.some(({ text }) => text === word));
  const box = page?.words.find(({ text }) => text === word)?.box;
  if (!page || !box) throw new Error(`${word} was not read`);
  const cuts: readonly Cut[] = [{ shows: 'total', page: page.number, box }];
  const [jpeg] = await draw(fileOf(path, type), { cuts, sheets: reading.pages }, never);
  if (!jpeg) throw new Error('nothing was drawn');
  return Buffer.from(jpeg);
}

/** The reader itself sees what a person would: the word stands in the middle of the piece. */
async function readsInIt(jpeg: Buffer, word: string): Promise<boolean> {
  const path = join(folder, `${word.replace(/\W/g, '')}.jpg`);
  await writeFile(path, jpeg);
  const reading = await reader.read(fileOf(path, 'image/jpeg'), never);
  return reading?.kind === 'pages' && reading.pages.some(({ words }) => words.some(({ text }) => text.includes(word)));
}

test.each([
  ['kestrel-hosting.pdf', 'application/pdf', '€695.75'],
  ['ostwind-logistik-scan.png', 'image/png', '907,38'],
] as const)(
  '%s: around %s stands %s',
  async (name, type, word) => {
    const jpeg = await pieceAround(bill(name), type, word);

    expect((await sharp(jpeg).metadata()).width).toBe(880);
    expect(await readsInIt(jpeg, word.replace('€', ''))).toBe(true);
  },
  90_000,
);

async function lying(turn: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([842, 595]);
  const lines = [
    'Lying Down Ltd',
    'Invoice no. L-77',
    'Date 2026-03-01',
    'Net 1,000.00',
    'VAT 234.56',
    'Total 1,234.56',
  ];
  for (const [row, text] of lines.entries())
    page.drawText(text, { x: 300 + row * 40, y: 100, size: 14, font, rotate: degrees(90) });
  page.setRotation(degrees(turn));
  return Buffer.from(await pdf.save());
}

test.each([0, 90])(
  'text that lies on its side is drawn upright, on a page turned by %i',
  async (turn) => {
    const path = join(folder, `lying-${turn}.pdf`);
    await writeFile(path, await lying(turn));

    expect(await readsInIt(await pieceAround(path, 'application/pdf', '1,234.56'), '1,234.56')).toBe(true);
  },
  90_000,
);

test('a scan upside down is drawn as it was read', async () => {
  const path = join(folder, 'upside-down.png');
  await sharp(bill('ostwind-logistik-scan.png')).rotate(180).toFile(path);

  expect(await readsInIt(await pieceAround(path, 'image/png', '907,38'), '907,38')).toBe(true);
}, 90_000);

test('a whole page fits into what Slack shows; a page that is not there is left out', async () => {
  const file = fileOf(bill('kestrel-hosting.pdf'), 'application/pdf');
  const cuts: readonly Cut[] = [1, 7].map((page) => ({ shows: 'page', page, box: null }));
  const [first, seventh] = await draw(file, { cuts, sheets: [] }, never);

  expect(seventh).toBeNull();
  const { width, height, format } = await sharp(first ?? undefined).metadata();
  expect({ width, height, format }).toEqual({ width: 990, height: 1400, format: 'jpeg' });
});

test('what would be drawn for ever, or is too large, is refused with a sentence', async () => {
  const [laughs, huge] = [join(folder, 'laughs.pdf'), join(folder, 'huge.png')];
  await writeFile(laughs, drawingLaughs(9));
  await writeFile(huge, hugePng(40_000, 40_000));
  const drawing = (path: string, type: FileType) =>
    draw(fileOf(path, type), { cuts: [{ shows: 'page', page: 1, box: null }], sheets: [] }, never);

  await expect(drawing(laughs, 'application/pdf')).rejects.toMatchObject({ code: 'invalid' });
  await expect(drawing(huge, 'image/png')).rejects.toMatchObject({ code: 'invalid' });
}, 90_000);
