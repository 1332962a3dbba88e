import { Fault } from '../../domain/fault.ts';
import type { Page } from '../../domain/page.ts';
import type { Apart } from '../../ports/apart.ts';
import type { DocumentReader, StoredFile } from '../../ports/document-reader.ts';
import type { lookAtPage, readLayers } from './read-pages.ts';

/** What runs in the child process: to be loaded there early, since its libraries take a moment. */
export const embeddedParsers: URL = new URL('./read-pages.ts', import.meta.url);

/** Seconds: for all text layers or one page of OCR; and for the OCR of a whole file, which grows with its pages. */
const limits = { step: 30, file: 60, filePage: 4 };

/** Pages of one file read by OCR at the same time. */
const abreast = 2;

/** Reads PDFs and pictures on this machine: the text layer where there is one, OCR where not. Free, and needs no network. */
export function embeddedReader(run: Apart): DocumentReader {
  return {
    name: 'embedded',
    claim: ({ type }) => (type === 'application/xml' ? null : 10),
    async read({ path, type }, signal) {
      const file = { path, type };
      const layers = await run<typeof readLayers>(embeddedParsers, 'readLayers', file, {
        seconds: limits.step,
        signal,
      });
      const pages = await lookWhereNeeded(run, file, layers, signal);
      if (pages.some(({ words }) => words.length > 0)) return { kind: 'pages', reader: 'embedded', pages };
      throw new Fault(
        'invalid',
        'Penny sees no text in this file. Take the picture again, flat and in good light, or share the original PDF.',
      );
    },
  };
}

type Parsed = Pick<StoredFile, 'path' | 'type'>;

/** Fills in by OCR the pages that have no text layer; the first failure ends it all. */
async function lookWhereNeeded(
  run: Apart,
  file: Parsed,
  layers: readonly (Page | null)[],
  signal: AbortSignal,
): Promise<readonly Page[]> {
  const pages = layers.slice();
  const missing = [...pages.keys()].filter((index) => !pages[index]);
  const failed = new AbortController();
  const seconds = Math.max(limits.file, limits.filePage * missing.length);
  const timer = setTimeout(() => failed.abort(tooSlow(missing.length)), seconds * 1000);
  const limit = { seconds: limits.step, signal: AbortSignal.any([signal, failed.signal]) };
  const lookOn = async (): Promise<void> => {
    for (let index = missing.shift(); index !== undefined; index = missing.shift()) {
      pages[index] = await run<typeof lookAtPage>(embeddedParsers, 'lookAtPage', { ...file, number: index + 1 }, limit);
    }
  };
  try {
    await Promise.all(Array.from({ length: abreast }, lookOn));
    return pages.filter((page) => page !== null);
  } finally {
    clearTimeout(timer);
    failed.abort();
  }
}

const tooSlow = (pages: number): Fault =>
  new Fault(
    'invalid',
    `Reading the ${pages} scanned pages of this file takes too long. Share only the pages with the invoice.`,
  );
