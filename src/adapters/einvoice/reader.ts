import type { InvoiceReading } from '../../domain/reading.ts';
import type { Apart } from '../../ports/apart.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import type { readAttached, readXml } from './read-xml.ts';

/** What runs in the child process: to be loaded there early. */
export const einvoiceParsers: URL = new URL('./read-xml.ts', import.meta.url);

const seconds = 30;

/** Reads UBL and CII, as XML files or attached to a PDF (Factur-X, ZUGFeRD, XRechnung). The XML is the truth: nothing is guessed. */
export function einvoiceReader(run: Apart): DocumentReader {
  return {
    name: 'e-invoice',
    claim: ({ type }) => (type === 'application/xml' ? 100 : type === 'application/pdf' ? 90 : null),
    async read({ path, type }, signal) {
      const invoices =
        type === 'application/xml'
          ? await run<typeof readXml>(einvoiceParsers, 'readXml', path, { seconds, signal })
          : await run<typeof readAttached>(einvoiceParsers, 'readAttached', path, { seconds, signal });
      return invoices && asReading(invoices);
    },
  };
}

const asReading = (invoices: readonly InvoiceReading[]) => ({ kind: 'exact', reader: 'e-invoice', invoices }) as const;
