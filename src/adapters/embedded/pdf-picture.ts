import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Picture } from './picture.ts';

/** What scanners use for text, and what the OCR was trained for. */
const dotsPerInch = 300;
/** A page of A4 has 8.7 million at 300 dpi; a poster is drawn coarser. */
const mostPixels = 12_000_000;

/** Draws a page as a person would see it on white paper, turned clockwise by so many degrees; `undefined` when nothing is on it. */
export async function drawPage(
  page: PDFPageProxy,
  { dots = dotsPerInch, turned = 0 }: { readonly dots?: number; readonly turned?: number } = {},
): Promise<Picture | undefined> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(dots / 72, Math.sqrt(mostPixels / (width * height)));
  const viewport = page.getViewport({ scale, rotation: (page.rotate + turned) % 360 });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  // pdf.js asks for the browser's canvas; the one of @napi-rs draws the same
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: 'white' }).promise;
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  if (isBlank(pixels)) return undefined;
  return { data: Buffer.from(pixels.buffer), raw: { width: canvas.width, height: canvas.height, channels: 4 } };
}

/** Nothing but white: checked here because OCR takes most of a second to find no word on an empty page. */
const isBlank = (pixels: Uint8ClampedArray): boolean =>
  new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4).every((pixel) => pixel === 0xffffffff);
