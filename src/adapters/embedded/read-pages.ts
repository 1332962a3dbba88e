import { readFile } from 'node:fs/promises';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Fault } from '../../domain/fault.ts';
import type { FileType } from '../../domain/file.ts';
import type { Page } from '../../domain/page.ts';
import { createOcr } from './ocr.ts';
import { openPdf } from './pdf-document.ts';
import { drawPage } from './pdf-picture.ts';
import { textLayer } from './pdf-words.ts';
import { openPicture, type Picture, prepare } from './picture.ts';

const ocr = createOcr();

/** What is written on the pages of a PDF or picture. Runs parsers of hostile input: to be called in a child process only. */
export async function readPages(path: string, type: FileType): Promise<readonly Page[]> {
  const pages = type === 'application/pdf' ? await readPdf(path) : await readPicture(path, type);
  if (pages.some(({ words }) => words.length > 0)) return pages;
  throw new Fault(
    'invalid',
    'I see no text in this file. Take the picture again in good light, flat and near, or share the PDF.',
  );
}

async function readPdf(path: string): Promise<readonly Page[]> {
  const pdf = await openPdf(new Uint8Array(await readFile(path)));
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1)
      pages.push(await readPdfPage(await pdf.getPage(number), number));
    return pages;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPdfPage(page: PDFPageProxy, number: number): Promise<Page> {
  const layer = await textLayer(page);
  if (isUsable(layer.words.map(({ text }) => text))) return { number, source: 'text', ...layer };
  return look(await drawPage(page), number);
}

async function readPicture(path: string, type: FileType): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const [index, picture] of (await openPicture(path, type)).entries()) pages.push(await look(picture, index + 1));
  return pages;
}

async function look(picture: Picture, number: number): Promise<Page> {
  const scan = await prepare(picture);
  return { number, width: scan.width, height: scan.height, source: 'ocr', words: await ocr.words(scan) };
}

/** A text layer worth reading: not just a stamp on a scan, and letters rather than the numbers of glyphs. */
function isUsable(words: readonly string[]): boolean {
  const text = words.join('');
  const readable = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return words.length >= 3 && readable >= 0.5 * text.length;
}
