import { PDFDocument } from 'pdf-lib';
import { penFor } from './pen.ts';

/** An invoice whose labels are nobody else's. Amounts and days as printed. */
export type OddBill = {
  readonly vendor: string;
  readonly number: string;
  readonly day: string;
  readonly items: readonly (readonly [what: string, amount: string])[];
  readonly before: string;
  readonly total: string;
  readonly iban?: string;
  /** Of the number, the date and the total. */
  readonly labels: readonly [string, string, string];
};

/** A letter that calls its number, its date and its total by words of its own, the same bytes each time. */
export async function oddPdf(bill: OddBill): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(new Date('2026-03-01T08:00:00Z'));
  pdf.setModificationDate(new Date('2026-03-01T08:00:00Z'));
  const pen = await penFor(pdf, [595, 842], 'sans');
  const [number, day, total] = bill.labels;
  pen.text(bill.vendor, 50, 60, { size: 16, bold: true });
  pen.text('Am Hang 4, 79098 Freiburg', 50, 76);
  pen.text('Empfänger', 50, 120, { size: 8 });
  pen.text('Muster & Söhne GmbH', 50, 134);
  pen.text('Kontorstraße 9, 20457 Hamburg', 50, 147);
  pen.text(number, 340, 120);
  pen.text(bill.number, 450, 120);
  pen.text('Vorgang', 340, 136);
  pen.text('77-4410-22', 450, 136);
  pen.text('Baustelle besichtigt', 340, 152);
  pen.text('02.01.2026', 450, 152);
  pen.text(day, 340, 168);
  pen.text(bill.day, 450, 168);
  for (const [row, [what, amount]] of bill.items.entries()) {
    pen.text(what, 50, 260 + row * 18);
    pen.text(amount, 545, 260 + row * 18, { right: true });
  }
  const sums = 280 + bill.items.length * 18;
  pen.text('Zwischenstand', 340, sums);
  pen.text(bill.before, 545, sums, { right: true });
  pen.text(total, 340, sums + 18);
  pen.text(`${bill.total} €`, 545, sums + 18, { right: true });
  if (bill.iban) pen.text(`Bankverbindung IBAN ${bill.iban.replace(/(.{4})(?=.)/g, '$1 ')}`, 50, 790, { size: 8 });
  return pdf.save();
}
