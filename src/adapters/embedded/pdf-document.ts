import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Fault } from '../../domain/fault.ts';
import { mostPages } from '../../domain/file.ts';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const part = (folder: string) => `${join(home, folder)}/`;

/** A picture inside a PDF with more pixels than this is left out. */
const mostPixels = 50_000_000;

/**
 * Opens a PDF from memory; nothing is fetched from anywhere. Whoever opens it destroys it.
 * Throws `Fault('invalid')` when it wants a password, is damaged or has too many pages.
 */
export async function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  const loading = getDocument({
    data,
    cMapUrl: part('cmaps'),
    standardFontDataUrl: part('standard_fonts'),
    wasmUrl: part('wasm'),
    iccUrl: part('iccs'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await orDamaged(loading.promise);
  if (pdf.numPages <= mostPages) return pdf;
  await loading.destroy();
  throw new Fault(
    'invalid',
    `This PDF has ${pdf.numPages} pages; ${mostPages} are the most that Penny reads. Share only the pages with the invoice.`,
  );
}

/** What pdf.js throws over a file, as a sentence. It tells a password by the error's name alone; all else comes from what is in the file. */
export function orDamaged<T>(parsing: Promise<T>): Promise<T> {
  return parsing.catch((cause: unknown) => {
    if (cause instanceof Fault) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new Fault('invalid', 'This PDF is protected by a password. Save it without one and share it again.', {
        cause,
      });
    }
    throw new Fault(
      'invalid',
      'This PDF is damaged and does not open. Export or scan it again and share the new file.',
      { cause },
    );
  });
}
