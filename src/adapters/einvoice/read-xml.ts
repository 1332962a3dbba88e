import { readFile } from 'node:fs/promises';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { mostPages } from '../../domain/file.ts';
import { toDecimal } from '../../domain/money.ts';
import type { Check, InvoiceReading } from '../../domain/reading.ts';
import { invoicesIn } from './documents.ts';

/** These functions parse what strangers made: they are run in a child process only. */

/** The invoices in an XML file. */
export const readXml = async (path: string): Promise<readonly InvoiceReading[]> => invoicesIn(await readFile(path), 1);

/**
 * The invoices in the XML that a PDF carries, each with a check against what is printed. `null` when it carries none that is understood, or does not
 * open: whoever reads the print will say why.
 */
export async function readAttached(path: string): Promise<readonly InvoiceReading[] | null> {
  const loading = getDocument({
    data: new Uint8Array(await readFile(path)),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await loading.promise;
    const invoices = pdf.numPages > mostPages ? null : await firstUnderstood(pdf);
    return invoices && (await comparedWithPrint(invoices, pdf));
  } catch {
    return null;
  } finally {
    await loading.destroy();
  }
}

/** The attachment that the standards name comes first. */
async function firstUnderstood(pdf: PDFDocumentProxy): Promise<readonly InvoiceReading[] | null> {
  const attached = [...((await pdf.getAttachments()) ?? [])];
  const usual = /^(factur-x|zugferd-invoice|xrechnung)\.xml$/i;
  const xml = attached
    .filter(([, { filename }]) => /\.xml$/i.test(filename))
    .sort(([, one], [, other]) => Number(usual.test(other.filename)) - Number(usual.test(one.filename)));
  for (const [id] of xml) {
    const content = await pdf.getAttachmentContent(id);
    if (!content) continue;
    try {
      return invoicesIn(content, pdf.numPages);
    } catch {
      // Not an invoice, or a broken one: perhaps the next attachment is
    }
  }
  return null;
}

/** Some programs print another total than they write into the XML. The XML is booked; a person should know. */
async function comparedWithPrint(
  invoices: readonly InvoiceReading[],
  pdf: PDFDocumentProxy,
): Promise<readonly InvoiceReading[]> {
  const printed = await printedNumbers(pdf);
  if (printed.size === 0) return invoices;
  return invoices.map((invoice) => ({ ...invoice, checks: [...invoice.checks, ...printCheck(invoice, printed)] }));
}

function printCheck({ fields: { total, currency } }: InvoiceReading, printed: ReadonlySet<string>): readonly Check[] {
  if (!total) return [];
  const shown = toDecimal(total.value, currency?.value ?? null);
  const ok = printed.has(shown.replace(/\D/g, '').replace(/^0+/, ''));
  return [{ name: 'print', ok, says: `The total of ${shown} in the XML ${ok ? 'is' : 'is not'} printed on the page.` }];
}

/** All numbers on the pages as bare digits: `1.234,50` is `123450`. */
async function printedNumbers(pdf: PDFDocumentProxy): Promise<ReadonlySet<string>> {
  const numbers = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const [match] of text.matchAll(/\d[\d.,'’ \u00a0\u202f]*/g)) {
      numbers.add(match.replace(/\D/g, '').replace(/^0+/, ''));
      for (const part of match.split(/ +/)) numbers.add(part.replace(/\D/g, '').replace(/^0+/, ''));
    }
  }
  return numbers;
}
