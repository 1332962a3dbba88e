import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Word } from '../../domain/page.ts';
import type { Scan } from './picture.ts';
import { type Strip, stripsOf } from './strips.ts';

/**
 * Whose letters are looked for. The French model is the smallest by far, knows the letters of Western Europe, and reads a clean page as well as any
 * in a third of the German one's time; what it is unsure of the German one reads better, the two together best (32 of 36 totals on hard receipts
 * against 31 and 30). Neither has ł, ę or ż.
 */
export type Letters = 'fra' | 'deu' | 'pol';

/**
 * How a page is looked at. As a `column`, with text of several sizes side by side, letters and invoices are read best: four totals of 24 were lost
 * otherwise. As a `block` of lines from edge to edge, the amounts far at the right of a receipt are not taken for a picture's.
 */
export type Way = { readonly letters?: Letters; readonly layout?: 'column' | 'block' };
const modes = { column: PSM.SINGLE_COLUMN, block: PSM.SINGLE_BLOCK };

/** Reads what is printed on a picture, one page at a time. `start` is for whoever wants it warm; `words` starts it too. */
export type Ocr = { start(): Promise<void>; words(scan: Scan, way?: Way): Promise<readonly Word[]> };

/** The OCR, on two threads: each reads a half of the page. Its data lies in packages: nothing is fetched, nothing is written. */
export function createOcr(): Ocr {
  const threads = new Map<Letters, Promise<readonly Worker[]>>();
  function started(letters: Letters): Promise<readonly Worker[]> {
    const two = threads.get(letters) ?? Promise.all([startTesseract(letters), startTesseract(letters)]);
    threads.set(letters, two);
    return two;
  }
  return {
    start: async () => void (await started('fra')),
    async words(scan, { letters = 'fra', layout = 'column' } = {}) {
      const workers = await started(letters);
      const reading = stripsOf(scan).map((strip, index) => read(workers[index], strip, { page: scan, layout }));
      return (await Promise.all(reading)).flat();
    },
  };
}

type Setting = { readonly page: Scan; readonly layout: 'column' | 'block' };

async function read(worker: Worker | undefined, strip: Strip, { page, layout }: Setting): Promise<readonly Word[]> {
  if (!worker) throw new Error('there are more strips than threads');
  await worker.setParameters({ tessedit_pageseg_mode: modes[layout] });
  const { data } = await worker.recognize(asPgm(strip), {}, { text: false, blocks: true });
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap((line) => line.words.map((word) => toWord(word, strip.top, page))).filter(({ text }) => text);
}

/** A picture file that neither side compresses, which as PNG took a sixth of the time. https://netpbm.sourceforge.net/doc/pgm.html */
const asPgm = ({ data, width, height }: Scan): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);

async function startTesseract(letters: Letters): Promise<Worker> {
  const data = createRequire(import.meta.url).resolve(`@tesseract.js-data/${letters}/package.json`);
  const langPath = join(dirname(data), '4.0.0_best_int');
  const worker = await createWorker(letters, OEM.LSTM_ONLY, { langPath, cacheMethod: 'none', gzip: true });
  const settings: Readonly<Record<string, string>> = {
    user_defined_dpi: '300',
    // Light print on dark is looked for where a line makes very little sense only: from 0.7, the usual, it took a twelfth of the time
    invert_threshold: '0.5',
  };
  await worker.setParameters(settings);
  return worker;
}

type Recognized = {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
};

function toWord({ text, confidence, bbox }: Recognized, down: number, { width, height }: Scan): Word {
  const { x0, y0, x1, y1 } = bbox;
  const box = { left: x0 / width, top: (y0 + down) / height, width: (x1 - x0) / width, height: (y1 - y0) / height };
  return { text: text.trim(), box, confidence: confidence / 100 };
}
