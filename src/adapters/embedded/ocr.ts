import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Word } from '../../domain/page.ts';
import type { Scan } from './picture.ts';

/** Reads what is printed on a picture, one page at a time. `start` is for whoever wants it warm; `words` starts it too. */
export type Ocr = { start(): Promise<void>; words(scan: Scan): Promise<readonly Word[]> };

const letters = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')),
  '4.0.0_best_int',
);

/** The OCR. Its data lies in a package: nothing is fetched, nothing is written. */
export function createOcr(): Ocr {
  let worker: Promise<Worker> | undefined;
  const started = () => (worker ??= startTesseract());
  return {
    start: async () => void (await started()),
    async words(scan) {
      const { data } = await (await started()).recognize(scan.pgm, {}, { text: false, blocks: true });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.flatMap((line) => line.words.map((word) => toWord(word, scan))).filter(({ text }) => text !== '');
    },
  };
}

/** “Single column of text of variable sizes” found more words of invoices and receipts than the automatic layout, which takes tables for pictures. */
async function startTesseract(): Promise<Worker> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, { langPath: letters, cacheMethod: 'none', gzip: true });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_COLUMN, user_defined_dpi: '300' });
  return worker;
}

type Recognized = {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
};

function toWord({ text, confidence, bbox: { x0, y0, x1, y1 } }: Recognized, { width, height }: Scan): Word {
  const box = { left: x0 / width, top: y0 / height, width: (x1 - x0) / width, height: (y1 - y0) / height };
  return { text: text.trim(), box, confidence: confidence / 100 };
}
