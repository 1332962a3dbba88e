import type { Page } from '../page.ts';
import type { Fields, InvoiceReading, Reading } from '../reading.ts';
import { interpretFields } from './candidates.ts';
import { checksOf } from './checks.ts';
import { dateFields } from './date-fields.ts';
import { withHints } from './hinted.ts';
import { identityFields } from './identity.ts';
import { itemsOf } from './items.ts';
import { kindOf, looksLikeReceipt } from './kind.ts';
import { numberField } from './number-field.ts';
import { paperCheck } from './other-papers.ts';
import { type Context, paperOf } from './paper.ts';
import { asBooked } from './signs.ts';
import { documentsOf } from './split.ts';
import { totalFields } from './totals.ts';
import { vendorField } from './vendor.ts';

/** The invoices that a reading shows, in the order of their pages. What was read exactly passes through; nothing readable gives none. */
export function interpret(reading: Reading, context: Context): readonly InvoiceReading[] {
  if (reading.kind === 'exact') return reading.invoices;
  if (reading.kind === 'fields') return interpretFields(reading, context, (pages) => interpretPages(pages, context));
  return documentsOf(reading.pages, context)
    .map((pages) => interpretPages(pages, context))
    .filter(isInvoice);
}

/** Without a total, and without a number and a date, a paper is a letter, a form or a picture. */
const isInvoice = ({ fields }: InvoiceReading): boolean =>
  fields.total !== undefined || (fields.invoice_number !== undefined && fields.date !== undefined);

function interpretPages(pages: readonly Page[], context: Context): InvoiceReading {
  const paper = paperOf(pages, context);
  const items = itemsOf(paper);
  const { beside, ...totals } = totalFields(paper, items.headers, items.sum);
  const vendor = vendorField(paper, looksLikeReceipt(paper), items.headers);
  const number = numberField(paper);
  const { currency } = paper;
  const fields: Fields = {
    ...(vendor && { vendor }),
    ...identityFields(paper),
    ...(number && { invoice_number: number }),
    ...dateFields(paper, items),
    ...(currency && { currency }),
    ...totals,
  };
  const lines = items.choose(totals);
  const otherwise = paperCheck(paper);
  const numbers = pages.map((page) => page.number);
  const read: InvoiceReading = {
    kind: kindOf(paper),
    pageFrom: Math.min(...numbers),
    pageTo: Math.max(...numbers),
    fields,
    lines,
    checks: [...checksOf(fields, lines, context.today, beside), ...(otherwise ? [otherwise] : [])],
  };
  return asBooked(withHints(read, paper, context.hints?.[read.pageFrom], { beside, linesFor: items.choose }));
}
