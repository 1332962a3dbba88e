import { Fault } from '../../domain/fault.ts';
import type { InvoiceReading } from '../../domain/reading.ts';
import { assemble } from './assemble.ts';
import { fromCii } from './cii.ts';
import type { Stated } from './stated.ts';
import { fromUbl } from './ubl.ts';
import { all, parseXml, type Root } from './xml.ts';

/** XML documents that people take for invoices, by their outermost element, and what they are. */
const others: Readonly<Record<string, string>> = {
  FatturaElettronica: 'an Italian FatturaPA',
  Facturae: 'a Spanish Facturae',
  InvoiceData: 'a Hungarian NAV invoice',
  Order: 'an order',
  OrderResponse: 'an answer to an order',
  OrderChange: 'a changed order',
  SCRDMCCBDACIOMessageStructure: 'an order',
  CrossIndustryOrder: 'an order',
  DespatchAdvice: 'a despatch advice',
  CrossIndustryDespatchAdvice: 'a despatch advice',
  ReceiptAdvice: 'a receipt advice',
  ApplicationResponse: 'an answer to an invoice',
  Reminder: 'a reminder',
  Statement: 'a statement of account',
  Catalogue: 'a catalogue',
  Document: 'a bank message',
};

/** The invoices in an XML file, mostly one. Throws `Fault('invalid')` when it holds none that is understood, by name where that is known. */
export function invoicesIn(bytes: Uint8Array, pages: number): readonly InvoiceReading[] {
  const root = parseXml(bytes);
  const invoices = unwrapped(root)
    .flatMap((one) => stated(one) ?? [])
    .filter(({ number, total, payable }) => number !== null || total !== null || payable !== null);
  if (invoices.length === 0) throw new Fault('invalid', refusal(root));
  return invoices.map((invoice) => assemble(invoice, pages));
}

/** Peppol puts an envelope around. */
function unwrapped(root: Root): readonly Root[] {
  if (root.name !== 'StandardBusinessDocument') return [root];
  return ['Invoice', 'CreditNote', 'CrossIndustryInvoice'].flatMap((name) =>
    all(root.element, name).map((element) => ({ name, element, namespaces: root.namespaces })),
  );
}

function stated({ name, namespaces, element }: Root): Stated | null {
  if (name === 'CrossIndustryInvoice') return fromCii(element, 'd16b');
  if (name === 'CrossIndustryDocument') return fromCii(element, 'zugferd1');
  const foreign = namespaces.length > 0 && !namespaces.some((space) => space.includes(':ubl:'));
  if ((name !== 'Invoice' && name !== 'CreditNote') || foreign) return null;
  return all(element, 'AccountingSupplierParty').length > 0 ? fromUbl(element, name === 'CreditNote') : null;
}

function refusal({ name }: Root): string {
  const what = Object.hasOwn(others, name) ? others[name] : undefined;
  const next = 'Share the invoice as PDF, or as XML in UBL, CII or Factur-X.';
  return what
    ? `This XML is ${what}, which Penny does not read. ${next}`
    : `This XML is no invoice in a form that Penny knows. ${next}`;
}
