import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChildren } from '../../../src/adapters/children/children.ts';
import { embeddedParsers, embeddedReader } from '../../../src/adapters/embedded/reader.ts';
import type { FileType } from '../../../src/domain/file.ts';
import type { Page } from '../../../src/domain/page.ts';
import { drawingLaughs, flateBomb, hugePng, manyPages, pageLoop } from '../../support/hostile.ts';

const children = startChildren({ count: 2, megabytes: 700, load: [embeddedParsers] });
const reader = embeddedReader(children.run);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'));
});
afterAll(async () => {
  await children.stop();
  await rm(folder, { recursive: true });
});

const bill = (name: string) => new URL(`../../bills/${name}`, import.meta.url).pathname;
const types: Readonly<Record<string, FileType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  tiff: 'image/tiff',
  webp: 'image/webp',
  heic: 'image/heic',
};

async function pagesOf(path: string): Promise<readonly Page[]> {
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/pdf';
  const reading = await reader.read({ path, type, name: 'bill', size: 1, sha256: '' }, new AbortController().signal);
  if (reading?.kind !== 'pages') throw new Error('no pages');
  return reading.pages;
}

async function made(name: string, content: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const textOf = (page: Page | undefined): string => page?.words.map(({ text }) => text).join(' ') ?? '';
const wordOf = (page: Page | undefined, text: string) => page?.words.find((word) => word.text === text);

test('PDFs and pictures are wanted, though least of all readers', () => {
  const claims = (['application/pdf', 'image/heic', 'application/xml'] as const).map((type) =>
    reader.claim({ type, name: '', size: 1, sha256: '' }),
  );
  expect(claims).toEqual([10, 10, null]);
});

test.each([
  ['kestrel-hosting.pdf', ['KCH-2026-00418', '€695.75', 'INVOICE', 'billing@kestrel-hosting.example']],
  ['brandt-werkzeugbau.pdf', ['RE-26/0773', '3.655,32', 'Söhne', 'Speichenschlüssel-Satz', '27.02.2026']],
  ['papeterie-du-canal.pdf', ['FA-2026-1189', 'Étiquettes', 'mars', "d'échéance"]],
  ['blue-mesa-analytics.pdf', ['10482', '$12,851.00', '03/09/2026']],
])('%s: the words of the text layer, whole', async (name, expected) => {
  const [page] = await pagesOf(bill(name));
  expect(page?.source).toBe('text');
  for (const word of expected) expect(page?.words.map(({ text }) => text)).toContain(word);
  expect(page?.words.every(({ confidence }) => confidence === undefined)).toBe(true);
});

test('each page of a PDF is read', async () => {
  const pages = await pagesOf(bill('harbour-pine-joinery.pdf'));
  expect(pages.map(({ number, source }) => [number, source])).toEqual([
    [1, 'text'],
    [2, 'text'],
  ]);
  expect(textOf(pages[1])).toContain('£13,565.76');
});

test('a word stands where it is printed', async () => {
  const [page] = await pagesOf(bill('kestrel-hosting.pdf'));
  const total = wordOf(page, '€695.75')?.box;
  expect((total?.left ?? 0) + (total?.width ?? 0)).toBeCloseTo((595.28 - 58) / 595.28, 2);
  expect(total?.top).toBeGreaterThan(0.45);
  expect(total?.top).toBeLessThan(0.55);
  expect(wordOf(page, 'INVOICE')?.box.height).toBeGreaterThan(2 * (wordOf(page, 'Date')?.box.height ?? 1) - 0.01);
});

test.each([
  ['corrib-energy-image-only.pdf', ['71904426', 'Corrib', 'Electricity', '€1,223.20']],
  ['ostwind-logistik-scan.png', ['2026-20518', 'Ostwind', 'Rechnungsbetrag', '907,38']],
  ['copper-kettle-receipt.jpg', ['KETTLE', '36.90', 'TOTAL', '14/03/2026']],
])('%s: what OCR sees, with how sure it is', async (name, expected) => {
  const [page] = await pagesOf(bill(name));
  expect(page?.source).toBe('ocr');
  for (const word of expected) expect(wordOf(page, word)?.confidence).toBeGreaterThan(0.6);
});

test('a skewed photo is levelled: words of one line stand level', async () => {
  const [page] = await pagesOf(bill('copper-kettle-receipt.jpg'));
  const line = ['TOTAL', 'EUR', '36.90'].map((text) => wordOf(page, text)?.box.top ?? 0);
  expect(Math.max(...line) - Math.min(...line)).toBeLessThan(0.006);
});

test('the same scan as WebP', async () => {
  const picture = await sharp(bill('ostwind-logistik-scan.png')).webp().toBuffer();
  expect(textOf((await pagesOf(await made('scan.webp', picture)))[0])).toContain('2026-20518');
});

test('a photo as iPhones keep it (sharp writes none: this one is a file)', async () => {
  const [page] = await pagesOf(new URL('scan.heic', import.meta.url).pathname);
  expect(page?.source).toBe('ocr');
  expect(textOf(page)).toContain('2026-20518');
  expect(textOf(page)).toContain('907,38');
});

test('each page of a TIFF is read, in order', async () => {
  const letters = 'font-family="DejaVu Sans, Liberation Sans, Arial, sans-serif" font-size="44"';
  const sheets = ['Invoice KX-4711 of 12 March 2026', 'Carried over 1,204.50 Total 1,320.75'].map((text) =>
    Buffer.from(
      `<svg width="1200" height="900"><rect width="100%" height="100%" fill="#fff"/><text x="80" y="300" ${letters}>${text}</text><text x="80" y="420" ${letters}>Harbour Pine Joinery Limited</text></svg>`,
    ),
  );
  const tiff = await sharp(sheets, { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .toBuffer();
  const pages = await pagesOf(await made('pages.tiff', tiff));
  expect(pages.map(({ number }) => number)).toEqual([1, 2]);
  expect(textOf(pages[0])).toContain('KX-4711');
  expect(textOf(pages[1])).toContain('1,320.75');
});

test('a receipt photographed askew on a dark table, in a shadow, with its total in white on black', async () => {
  const letters = 'font-family="DejaVu Sans, Liberation Sans, Arial, sans-serif"';
  const paper = `<g transform="rotate(-9 600 800)"><rect x="260" y="240" width="680" height="1120" fill="#f2f0ea"/>
    <text x="330" y="340" ${letters} font-size="44" font-weight="bold">Harbour Bakery Ltd</text>
    <text x="310" y="520" ${letters} font-size="32">Sourdough loaf</text><text x="800" y="520" ${letters} font-size="32">4.80</text>
    <text x="310" y="580" ${letters} font-size="32">Cinnamon bun</text><text x="800" y="580" ${letters} font-size="32">3.15</text>
    <rect x="290" y="700" width="620" height="70" fill="#161616"/><text x="310" y="750" ${letters} font-size="40" font-weight="bold" fill="#fff">TOTAL</text>
    <text x="790" y="750" ${letters} font-size="40" font-weight="bold" fill="#fff">7.95</text>
    <text x="310" y="860" ${letters} font-size="32">14/03/2026 12:31</text></g>`;
  const shadow = `<defs><linearGradient id="s"><stop offset="0.1" stop-color="#fff"/><stop offset="0.9" stop-color="#5c5c5c"/></linearGradient></defs>`;
  const scene = `<svg width="1200" height="1600">${shadow}<rect width="100%" height="100%" fill="#574334"/>${paper}</svg>`;
  const shade = `<svg width="1200" height="1600">${shadow}<rect width="100%" height="100%" fill="url(#s)"/></svg>`;
  const photo = await sharp(Buffer.from(scene))
    .composite([{ input: Buffer.from(shade), blend: 'multiply' }])
    .jpeg()
    .toBuffer();
  const text = textOf((await pagesOf(await made('table.jpg', photo)))[0]);
  for (const word of ['Harbour', '4.80', '3.15', 'TOTAL', '7.95', '14/03/2026']) expect(text).toContain(word);
});

test('a photo taken sideways is turned by its EXIF note', async () => {
  const sideways = await sharp(bill('ostwind-logistik-scan.png'))
    .rotate(90)
    .withMetadata({ orientation: 8 })
    .jpeg()
    .toBuffer();
  expect(textOf((await pagesOf(await made('turned.jpg', sideways)))[0])).toContain('2026-20518');
});

test.each([90, 180])('a scan that lies turned by %d is turned upright', async (degrees) => {
  const lying = await sharp(bill('ostwind-logistik-scan.png')).rotate(degrees).jpeg().toBuffer();
  const [page] = await pagesOf(await made(`lying-${degrees}.jpg`, lying));
  expect(textOf(page)).toContain('907,38');
  expect(page?.height).toBeGreaterThan(page?.width ?? 0);
});

const refused = (path: string) => expect(pagesOf(path)).rejects;

test.each([
  ['password.pdf', /protected by a password\. Save it without one/],
  ['truncated.pdf', /damaged and does not open/],
  ['empty.pdf', /damaged and does not open/],
  ['text-named.pdf', /damaged and does not open/],
  ['blank.png', /no text in this file\. Take the picture again/],
])('%s gets a sentence', async (name, says) => {
  await refused(bill(name)).toMatchObject({ name: 'Fault', code: 'invalid', message: expect.stringMatching(says) });
});

test.each([
  ['loop.pdf', pageLoop, /damaged/],
  ['20000.pdf', () => manyPages(20_000), /20000 pages; 50 are the most/],
  ['huge.png', () => hugePng(40_000, 40_000), /too large \(40000 × 40000 pixels/],
  ['bomb.pdf', () => flateBomb(700), /needs far more memory|damaged|no text/],
  ['laughs.pdf', () => drawingLaughs(9), /needs far more memory|after 30 seconds|no text/],
])(
  '%s is refused and harms nobody',
  async (name, make, says) => {
    const hostile = await made(name, await make());
    const before = process.memoryUsage.rss();
    const [, fine] = await Promise.all([
      refused(hostile).toMatchObject({ code: 'invalid', message: expect.stringMatching(says) }),
      pagesOf(bill('kestrel-hosting.pdf')),
    ]);
    expect(textOf(fine[0])).toContain('€695.75');
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1_048_576);
  },
  60_000,
);

test('whoever stops waiting stops the reading', async () => {
  const stop = new AbortController();
  const reading = reader.read(
    { path: bill('corrib-energy-image-only.pdf'), type: 'application/pdf', name: '', size: 1, sha256: '' },
    stop.signal,
  );
  stop.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
});

test('the same file gives the same reading', async () => {
  const [once, again] = [
    await pagesOf(bill('copper-kettle-receipt.jpg')),
    await pagesOf(bill('copper-kettle-receipt.jpg')),
  ];
  expect(again).toEqual(once);
});

test('the sample bills are what their script writes', async () => {
  const { writeBills } = await import('../../support/bills/write.ts');
  const names = await writeBills(join(folder, 'bills'));
  const drawn = names.filter((name) => /\.(xml)$|hosting|brandt|mesa/.test(name));
  for (const name of drawn) expect(await readFile(join(folder, 'bills', name))).toEqual(await readFile(bill(name)));
});
