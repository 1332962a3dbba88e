import { PDFDocument } from 'pdf-lib';
import { type Bill, buyer, lineTotal, printed, sums } from './bill.ts';
import { type Pen, penFor } from './pen.ts';
import { printedDate, words } from './words.ts';

const grey = [0.42, 0.43, 0.46] as const;
const pale = [0.93, 0.935, 0.945] as const;
const white = [1, 1, 1] as const;
const margin = 50;

/** The bill as a PDF that looks like one, the same bytes each time. */
export async function invoicePdf(
  bill: Bill,
  attach?: { readonly name: string; readonly content: string },
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const day = new Date(`${bill.date}T08:00:00Z`);
  pdf.setTitle(`${words[bill.language][bill.kind]} ${bill.number}`);
  pdf.setAuthor(bill.vendor.name);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  if (attach) {
    const about = { mimeType: 'text/xml', description: 'Factur-X invoice', creationDate: day, modificationDate: day };
    await pdf.attach(new TextEncoder().encode(attach.content), attach.name, about);
  }
  const pen = await penFor(pdf, bill.look.paper, bill.look.head === 'serif' ? 'serif' : 'sans');
  drawHead(pen, bill);
  drawFacts(pen, bill);
  const y = drawLines(pen, bill, 292);
  drawSums(pen, bill, y + 14);
  drawFoot(pen, bill);
  return pdf.save();
}

function drawHead(pen: Pen, { look, vendor, kind, language }: Bill): void {
  const title = words[language][kind];
  const right = pen.width - margin;
  if (look.head === 'band') {
    pen.box(0, 0, pen.width, 92, look.colour);
    drawMark(pen, margin + 16, 46, white, look.colour);
    pen.text(vendor.name, margin + 44, 44, { size: 17, bold: true, colour: white });
    pen.text(vendor.does, margin + 44, 60, { size: 9.5, colour: [0.85, 0.92, 0.95] });
    pen.text(title.toUpperCase(), right, 54, { size: 20, bold: true, colour: white, right: true });
    return;
  }
  if (look.head === 'serif') {
    pen.text(vendor.name, margin, 66, { size: 24, bold: true, colour: look.colour });
    pen.text(vendor.does, margin, 84, { size: 11, colour: grey });
    pen.box(margin, 96, pen.width - 2 * margin, 1.4, look.colour);
    pen.text(title, right, 66, { size: 20, colour: look.colour, right: true });
    return;
  }
  if (look.head === 'block') pen.box(0, 0, 14, pen.height, look.colour);
  else drawMark(pen, margin + 14, 58, look.colour, white);
  const x = look.head === 'block' ? margin : margin + 40;
  pen.text(vendor.name, x, 58, { size: 16, bold: true });
  pen.text(vendor.does, x, 74, { size: 9.5, colour: grey });
  pen.text(title, right, 62, { size: 22, bold: true, colour: look.colour, right: true });
}

/** A mark of three dots in a ring, in place of a logo. */
function drawMark(
  pen: Pen,
  x: number,
  y: number,
  on: readonly [number, number, number],
  off: readonly [number, number, number],
): void {
  pen.dot(x, y, 16, on);
  pen.dot(x, y, 12.5, off);
  for (const [dx, dy] of [
    [0, -5],
    [-4.6, 3.4],
    [4.6, 3.4],
  ] as const)
    pen.dot(x + dx, y + dy, 3.6, on);
}

function drawFacts(pen: Pen, bill: Bill): void {
  const { vendor, language, kind } = bill;
  const said = words[language];
  pen.text([vendor.name, ...vendor.address].join(' · '), margin, 126, { size: 7, colour: grey });
  pen.text(said.to, margin, 148, { size: 8.5, colour: grey });
  for (const [index, row] of buyer.entries()) pen.text(row, margin, 163 + index * 13, { size: 10, bold: index === 0 });
  const facts = [
    [kind === 'credit_note' ? said.creditNumber : said.number, bill.number],
    [said.date, printedDate(bill.date, bill)],
    ...(bill.dueDate ? [[said.due, printedDate(bill.dueDate, bill)]] : []),
    [bill.currency === 'USD' ? 'Tax ID' : said.taxId, vendor.taxId],
  ] as const;
  const x = pen.width - margin - 218;
  for (const [index, [label = '', value = '']] of facts.entries()) {
    const y = 148 + index * 17;
    pen.text(label, x, y, { colour: grey });
    pen.text(value, pen.width - margin, y, { bold: index === 0, right: true });
    pen.box(x, y + 5, 218, 0.5, pale);
  }
}

const columns = (pen: Pen) => ({ quantity: pen.width - 218, price: pen.width - 138, amount: pen.width - margin - 8 });

function drawTableHead(pen: Pen, { language, look }: Bill, y: number): void {
  const said = words[language];
  const at = columns(pen);
  const filled = look.head !== 'serif' && look.head !== 'letter';
  const colour = filled ? white : look.colour;
  if (filled) pen.box(margin, y - 14, pen.width - 2 * margin, 21, look.colour);
  else pen.box(margin, y + 6, pen.width - 2 * margin, 1, look.colour);
  const hand = { size: 8.5, bold: true, colour };
  pen.text(said.what, margin + 8, y, hand);
  pen.text(said.quantity, at.quantity, y, { ...hand, right: true });
  pen.text(said.price, at.price, y, { ...hand, right: true });
  pen.text(said.amount, at.amount, y, { ...hand, right: true });
}

/** Draws the table over as many pages as it takes, and says how far down it came. */
function drawLines(pen: Pen, bill: Bill, from: number): number {
  const at = columns(pen);
  const show = (cents: number) => printed(cents, bill.language);
  let y = from;
  drawTableHead(pen, bill, y);
  for (const line of bill.lines) {
    y += 21;
    if (y > pen.height - 150) {
      drawFoot(pen, bill);
      pen.newPage();
      pen.text(`${bill.vendor.name} · ${bill.number}`, margin, 52, { size: 8.5, colour: grey });
      drawTableHead(pen, bill, 84);
      y = 105;
    }
    pen.text(line.what, margin + 8, y);
    pen.text(String(line.quantity).replace('.', bill.language === 'en' ? '.' : ','), at.quantity, y, { right: true });
    pen.text(show(line.price), at.price, y, { right: true });
    pen.text(show(lineTotal(line)), at.amount, y, { right: true });
    pen.box(margin, y + 7, pen.width - 2 * margin, 0.5, pale);
  }
  return y;
}

function drawSums(pen: Pen, bill: Bill, from: number): void {
  const said = words[bill.language];
  const { net, tax, total } = sums(bill);
  const at = columns(pen);
  const sign = { EUR: '€', USD: '$', GBP: '£' }[bill.currency];
  const show = (cents: number) =>
    bill.language === 'en' ? `${sign}${printed(cents, bill.language)}` : `${printed(cents, bill.language)} ${sign}`;
  const x = pen.width - margin - 218;
  const percent = String(bill.taxPercent).replace('.', bill.language === 'en' ? '.' : ',');
  const taxName = bill.currency === 'USD' ? 'Sales tax (exempt)' : `${said.tax} ${percent} %`;
  for (const [index, [label, cents]] of (
    [
      [said.net, net],
      [taxName, tax],
    ] as const
  ).entries()) {
    pen.text(label, x + 8, from + 16 + index * 17, { colour: grey });
    pen.text(show(cents), at.amount, from + 16 + index * 17, { right: true });
  }
  pen.box(x, from + 42, 218, 26, pale);
  const name = bill.kind === 'credit_note' ? said.credit : said.total;
  pen.text(name, x + 8, from + 59, { size: 11, bold: true });
  pen.text(show(total), at.amount, from + 59, { size: 11, bold: true, right: true });
  pen.text(bill.note, margin, from + 104, { size: 9, colour: grey });
}

function drawFoot(pen: Pen, { vendor, language, kind }: Bill): void {
  const said = words[language];
  const y = pen.height - 62;
  pen.box(margin, y - 16, pen.width - 2 * margin, 0.5, grey);
  const hand = { size: 7.5, colour: grey };
  pen.text(vendor.name, margin, y, { ...hand, bold: true });
  pen.text(vendor.address.join(', '), margin, y + 11, hand);
  pen.text(vendor.mail, margin, y + 22, hand);
  if (kind === 'credit_note') return;
  const x = pen.width / 2 + 20;
  pen.text(said.pay, x, y, { ...hand, bold: true });
  pen.text(vendor.bank, x, y + 11, hand);
  if (vendor.iban) pen.text(`IBAN ${vendor.iban.replace(/(.{4})(?=.)/g, '$1 ')}`, x, y + 22, hand);
}
