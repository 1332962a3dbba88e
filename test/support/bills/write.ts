import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { bills } from './all.ts';
import { type Bill, expected } from './bill.ts';
import { invoicePdf } from './invoice-pdf.ts';
import { passwordPdf } from './password-pdf.ts';
import { blank, photo, pictureOf, scan } from './pictures.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { paidInvoices } from './table.ts';
import { cii, ubl } from './xml.ts';

type Sample = { readonly name: string; readonly data: Uint8Array | string; readonly bill?: Bill };

/** Writes the sample bills into a folder: each good one beside what a reader should say of it, all of that once more in `truth.jsonl`, and the bad ones. */
export async function writeBills(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const good = [...(await documents()), ...(await pictures())];
  for (const { name, data } of [...good, ...(await badOnes()), ...tables]) await writeFile(join(folder, name), data);
  const truths = good.flatMap(({ name, bill }) => (bill ? [{ file: name, ...expected(bill) }] : []));
  for (const { file, ...truth } of truths) {
    await writeFile(join(folder, file.replace(/\.\w+$/, '.json')), `${JSON.stringify(truth, null, 2)}\n`);
  }
  await writeFile(join(folder, 'truth.jsonl'), truths.map((truth) => `${JSON.stringify(truth)}\n`).join(''));
  return good.map(({ name }) => name);
}

async function documents(): Promise<readonly Sample[]> {
  const { english, german, french, american, british, credit, facturX } = bills;
  const printed = await Promise.all(
    [english, german, french, american, british, credit].map(async (bill) => ({
      name: `${bill.file}.pdf`,
      data: await invoicePdf(bill),
      bill,
    })),
  );
  return [
    ...printed,
    {
      name: `${facturX.file}.pdf`,
      data: await invoicePdf(facturX, { name: 'factur-x.xml', content: cii(facturX) }),
      bill: facturX,
    },
    { name: `${bills.ubl.file}.xml`, data: ubl(bills.ubl), bill: bills.ubl },
    { name: `${bills.cii.file}.xml`, data: cii(bills.cii), bill: bills.cii },
  ];
}

async function pictures(): Promise<readonly Sample[]> {
  const { receipt, scan: scanned, imageOnly } = bills;
  const slip = await pictureOf(await receiptPdf(receipt), 760);
  const page = await scan(await pictureOf(await invoicePdf(scanned), 1240));
  return [
    { name: `${receipt.file}.jpg`, data: await photo(slip), bill: receipt },
    { name: `${scanned.file}.png`, data: await page.png({ palette: true, colours: 16 }).toBuffer(), bill: scanned },
    { name: `${imageOnly.file}.pdf`, data: await scannedPdf(imageOnly), bill: imageOnly },
  ];
}

/** A page of paper from a copier: a PDF that holds a picture and no letter. */
async function scannedPdf(bill: Bill): Promise<Uint8Array> {
  const page = await scan(await pictureOf(await invoicePdf(bill), 1480));
  const pdf = await PDFDocument.create();
  const day = new Date(`${bill.date}T08:00:00Z`);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  const picture = await pdf.embedJpg(await page.jpeg({ quality: 62 }).toBuffer());
  const [width, height] = bill.look.paper;
  pdf.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  return pdf.save();
}

const tables: readonly Sample[] = [{ name: 'bezahlte-rechnungen.csv', data: paidInvoices() }];

/** What people share by mistake. */
async function badOnes(): Promise<readonly Sample[]> {
  const whole = await invoicePdf(bills.english);
  const letter =
    'Hello,\n\nplease find attached our invoice for March.\n\nBest regards\nIris de Wit, Kestrel Cloud Hosting\n';
  return [
    { name: 'empty.pdf', data: '' },
    { name: 'password.pdf', data: passwordPdf() },
    { name: 'text-named.pdf', data: letter },
    { name: 'truncated.pdf', data: whole.slice(0, whole.length * 0.6) },
    { name: 'blank.png', data: await blank() },
  ];
}
