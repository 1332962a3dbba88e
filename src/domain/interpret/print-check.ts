import { toDecimal } from '../money.ts';
import type { Check, InvoiceReading } from '../reading.ts';

/** The e-invoice with both values in the check that found its print to differ: what stands in the XML, and what stands on the page. */
export function withPrint(invoice: InvoiceReading, printed: InvoiceReading | null): InvoiceReading {
  const [inXml, onPage] = [totalOf(invoice), printed && totalOf(printed)];
  if (inXml === null || onPage === null || inXml === onPage) return invoice;
  const says = `The XML says a total of ${inXml}, the page says ${onPage}. The XML is booked; ask the vendor which one holds.`;
  return { ...invoice, checks: invoice.checks.map((check): Check => (isOff(check) ? { ...check, says } : check)) };
}

const isOff = ({ name, ok }: Check): boolean => name === 'print' && !ok;

const totalOf = ({ fields: { total, currency } }: InvoiceReading): string | null =>
  total ? toDecimal(total.value, currency?.value ?? null) : null;
