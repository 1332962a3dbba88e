import { readFile } from 'node:fs/promises';
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FileType } from '../../domain/file.ts';
import type { Page, Word } from '../../domain/page.ts';
import { createOcr } from './ocr.ts';
import { openPdf, orDamaged } from './pdf-document.ts';
import { drawPage } from './pdf-picture.ts';
import { textLayer } from './pdf-words.ts';
import { openPicture, type Picture, prepare, type Scan, turned } from './picture.ts';
import { looksPolish } from './polish.ts';
import { linesWith, merged } from './two-looks.ts';
import { unreadOn } from './unread.ts';

/** These functions parse what strangers made: they are run in a child process only. */

const ocr = createOcr();

/** Called by a child when it has loaded this module early: starts what takes long before the first file asks for it. */
export const warm = (): Promise<void> => ocr.start();

export type Opened = { readonly path: string; readonly type: FileType };

/** How many pages a PDF or picture has. Throws `Fault('invalid')` like `readLayers`. */
export const countPages = ({ path, type }: Opened): Promise<number> =>
  type === 'application/pdf'
    ? withPdf(path, async (pdf) => pdf.numPages)
    : openPicture(path, type).then((pages) => pages.length);

/** The pages of a PDF or picture in their order: what their text layer says, or `null` for one that has to be looked at. */
export function readLayers({ path, type }: Opened): Promise<readonly (Page | null)[]> {
  if (type !== 'application/pdf') return openPicture(path, type).then((pages) => pages.map(() => null));
  return withPdf(path, async (pdf) => {
    const pages: (Page | null)[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1)
      pages.push(await readLayer(await pdf.getPage(number), number));
    return pages;
  });
}

async function readLayer(page: PDFPageProxy, number: number): Promise<Page | null> {
  const layer = await textLayer(page);
  const usable = isReadable(layer.words) && (layer.words.length >= fewWords || !(await drawsMore(page)));
  page.cleanup();
  return usable ? { number, source: 'text', ...layer } : null;
}

/** A page with fewer words may be a scan with a stamp on it, or a drawing of letters with a printed footer. */
const fewWords = 20;

/** Letters rather than nothing, or the numbers of glyphs. */
function isReadable(words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join('');
  const readable = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return readable > 0 && readable >= 0.5 * text.length;
}

/** Is there more to see on the page than its words: a picture of some size, or drawn shapes by the dozen? */
async function drawsMore(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const scans = fnArray.filter(
    (op, index) => op === OPS.paintImageXObject && argsArray[index][1] * argsArray[index][2] > 250_000,
  );
  return scans.length > 0 || fnArray.filter((op) => op === OPS.constructPath).length > 100;
}

/** Reads one page by OCR. A page with nothing to read has no words. */
export async function lookAtPage({ path, type, number }: Opened & { readonly number: number }): Promise<Page> {
  const picture = await pictureOf(path, type, number);
  if (!picture) return { number, width: 1, height: 1, source: 'ocr', words: [] };
  const { scan, turned, words: seen } = await readUpright(await prepare(picture));
  const words = isNoise(seen) ? [] : await readAgain(scan, seen);
  return { number, turned, width: scan.width, height: scan.height, source: 'ocr', words };
}

/** Another look where the first one shows that it was not enough: at letters that it did not know, at print that it missed or was unsure of. */
async function readAgain(scan: Scan, seen: readonly Word[]): Promise<readonly Word[]> {
  const polish = looksPolish(seen);
  const known = polish ? await ocr.words(scan, { letters: 'pol' }) : seen;
  if (amountsIn(known) < fewAmounts || unreadOn(scan, known) > littleUnread) {
    const letters = polish ? 'pol' : trustIn(known) < clearPrint ? 'deu' : 'fra';
    return merged(known, await ocr.words(scan, { letters, layout: 'block' }));
  }
  const unsure = known.filter(isUnsure);
  if (polish || (trustIn(known) >= clearPrint && !unsure.some(({ text }) => /\d/.test(text)))) return known;
  return merged(known, await ocr.words(linesWith(unsure, scan), { letters: 'deu' }));
}

/** A figure decides more than a letter. */
const isUnsure = ({ text, confidence = 0 }: Word): boolean => confidence < (/\d/.test(text) ? 0.85 : 0.75);

/** A bill shows its price, its net, its tax and its total. */
const fewAmounts = 4;
const amountsIn = (words: readonly Word[]): number => words.filter(({ text }) => /\d[.,]\d{2}(?!\d)/.test(text)).length;

/** A logo, a signature and a stamp are no print that was missed. */
const littleUnread = 4;

/** How sure OCR is of a letter, on the average: above 0.87 on clean scans, below on most hard receipts. */
const clearPrint = 0.87;
const trustIn = (words: readonly Word[]): number =>
  words.reduce((sum, { text, confidence = 0 }) => sum + confidence * text.length, 0) / Math.max(lettersIn(words), 1);

const lettersIn = (words: readonly Word[]): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** Reads a scan as it lies, and turned where that makes no sense: letters on their side are read as noise, and OCR is unsure of noise. */
async function readUpright(scan: Scan): Promise<Seen> {
  let best: Seen = { scan, turned: 0, words: await ocr.words(scan) };
  for (const degrees of [180, 90, 270] as const) {
    if (sense(best) > 0.4) return best;
    const other = await turned(scan, degrees);
    const seen = { scan: other, turned: degrees, words: await ocr.words(other) };
    if (sense(seen) > sense(best)) best = seen;
  }
  return best;
}

/** Grain and shadows are read as short words too, none of them with trust. */
const isNoise = (words: readonly Word[]): boolean =>
  !words.some(({ text, confidence = 0 }) => confidence > 0.5 && /[\p{L}\p{N}]{3}/u.test(text));

type Seen = { readonly scan: Scan; readonly turned: number; readonly words: readonly Word[] };

/** The share of letters that OCR is sure of: 0.8 and more on what lies right, below 0.2 on what does not (measured on receipts and invoices). */
function sense({ words }: Seen): number {
  return lettersIn(words.filter(({ confidence = 0 }) => confidence > 0.7)) / Math.max(lettersIn(words), 10);
}

function pictureOf(path: string, type: FileType, number: number): Promise<Picture | undefined> {
  if (type === 'application/pdf') return withPdf(path, async (pdf) => drawPage(await pdf.getPage(number)));
  return openPicture(path, type).then((pages) => pages[number - 1]);
}

export async function withPdf<T>(path: string, use: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const pdf = await openPdf(new Uint8Array(await readFile(path)));
  try {
    return await orDamaged(use(pdf));
  } finally {
    await pdf.loadingTask.destroy();
  }
}
