import { PDFDocument } from 'pdf-lib';
import { type Bill, lineTotal, printed, sums } from './bill.ts';
import { penFor } from './pen.ts';

/** A till receipt as a narrow page. */
export async function receiptPdf(bill: Bill): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const pen = await penFor(pdf, bill.look.paper, 'typed');
  const { vendor, language } = bill;
  const { net, tax, total } = sums(bill);
  const [left, right] = [16, pen.width - 16];
  const show = (cents: number) => printed(cents, language);
  let y = 34;
  const centred = (said: string, size = 9, bold = false) => {
    pen.text(said, (pen.width - said.length * size * 0.6) / 2, y, { size, bold });
    y += size + 5;
  };
  const row = (label: string, value: string, bold = false, size = 9) => {
    pen.text(label, left, y, { size, bold });
    pen.text(value, right, y, { size, bold, right: true });
    y += size + 5;
  };
  const rule = () => {
    pen.box(left, y - 6, right - left, 0.7, [0.2, 0.2, 0.2]);
    y += 9;
  };
  centred(vendor.name.toUpperCase(), 12, true);
  for (const said of [vendor.does, ...vendor.address, `VAT ${vendor.taxId}`]) centred(said);
  y += 6;
  const [year, month, day] = bill.date.split('-');
  row(`Receipt ${bill.number}`, `${day}/${month}/${year}`);
  row('Table 6  Server: Niamh', '13:42');
  rule();
  for (const line of bill.lines) row(`${line.quantity} ${line.what}`, show(lineTotal(line)));
  rule();
  row('TOTAL EUR', show(total), true, 12);
  row('Card', show(total));
  y += 4;
  row('Net', show(net));
  row(`VAT ${bill.taxPercent}%`, show(tax));
  y += 10;
  centred(bill.note);
  return pdf.save();
}
