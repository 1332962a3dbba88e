import type { DocumentReader } from '../../ports/document-reader.ts';
import { readPages } from './read-pages.ts';

/** Reads PDFs and pictures on this machine: the text layer where there is one, OCR where not. Free, and needs no network. */
export function createEmbeddedReader(): DocumentReader {
  return {
    name: 'embedded',
    claim: ({ type }) => (type === 'application/xml' ? null : 10),
    async read({ path, type }, signal) {
      signal.throwIfAborted();
      return { kind: 'pages', reader: 'embedded', pages: await readPages(path, type) };
    },
  };
}
