import type { DocumentKind } from '../reading.ts';
import { fold } from './fold.ts';
import type { Paper } from './paper.ts';

const credit =
  /\b(?:credit note|credit memo|credit invoice|tax credit note|gutschrift|stornorechnung|rechnungskorrektur|korrekturrechnung|avoir|facture d.avoir|note de credit|nota de credito|factura rectificativa|abono|nota di credito|nota credito|nota di accredito|creditnota|creditfactuur|faktura korygujaca|korekta faktury|kreditnota|refund receipt)\b/;
const invoice = /\b(?:invoice|rechnung|facture|factura|fattura|factuur|fatura|faktura|bill|statement)\b/;
const receipt =
  /\b(?:receipt|cash sale|cash bill|kassenbon|kassenbeleg|quittung|bon|ticket|ticket de caisse|recu|recibo|scontrino|ricevuta|kassabon|paragon|talao|change|cashier|tender|tendered|ruckgeld|wechselgeld|bar gegeben|rendu|cambio|wisselgeld|troco|reszta|resto|caissier|cajero|cassa|till|pos|terminal|visa|mastercard|carte bancaire|gratuity|tip|table|guest|thank you|server|simplified tax invoice|factura simplificada)\b/g;

/** What the paper calls itself. A title counts, a mention in a sentence does not. */
export function kindOf(paper: Paper): DocumentKind {
  const head = paper.lines.slice(0, Math.max(12, Math.ceil(paper.lines.length * 0.4)));
  const short = head
    .flatMap((line) => line.segments.filter((segment) => segment.tokens.length <= 7))
    .map((segment) => fold(segment.text));
  const credited = short.findIndex(
    (text) => credit.test(text) && !/(?:linked|original|no(?:t)? a) |betrag|positionen|abono transfer/.test(text),
  );
  const billed = short.findIndex((text) => invoice.test(text) && !credit.test(text));
  if (
    credited >= 0 &&
    (billed < 0 || billed > credited - 3 || /^(?:avoir|gutschrift|credit note|storno)/.test(short[credited] ?? ''))
  )
    return 'credit_note';
  return looksLikeReceipt(paper) ? 'receipt' : 'invoice';
}

/** Receipts are narrow, speak of cash and change, and bear no address of a buyer. */
export function looksLikeReceipt(paper: Paper): boolean {
  const [page] = paper.pages;
  const words = new Set(fold(paper.text).match(receipt) ?? []).size;
  const slim = page !== undefined && page.height / page.width > 1.55 ? 1.5 : 0;
  const buyer = paper.labels
    .flat()
    .some((label) => label.kind === 'buyer' && label.from === 0 && label.segment.tokens.length < 5)
    ? -1
    : 0;
  const due = paper.labels.flat().some((label) => label.kind === 'due') ? -1 : 0;
  const scan = paper.scanned ? 0.6 : 0;
  const time = /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[ap]m)?\b/i.test(paper.text) ? 0.5 : 0;
  return words * 0.8 + slim + buyer + due + scan + time >= 2.6;
}
