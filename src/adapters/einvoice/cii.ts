import type { Stated, StatedLine } from './stated.ts';
import { all, attribute, type Element, ownText, text } from './xml.ts';

/** Element names that ZUGFeRD 1 (CrossIndustryDocument) calls otherwise than CII D16B (Factur-X, ZUGFeRD 2, XRechnung). */
const names = {
  d16b: {
    document: 'ExchangedDocument',
    transaction: 'SupplyChainTradeTransaction',
    agreement: 'ApplicableHeaderTradeAgreement',
    settlement: 'ApplicableHeaderTradeSettlement',
    sums: 'SpecifiedTradeSettlementHeaderMonetarySummation',
    lineAgreement: 'SpecifiedLineTradeAgreement',
    lineDelivery: 'SpecifiedLineTradeDelivery',
    lineSettlement: 'SpecifiedLineTradeSettlement',
    lineSums: 'SpecifiedTradeSettlementLineMonetarySummation',
  },
  zugferd1: {
    document: 'HeaderExchangedDocument',
    transaction: 'SpecifiedSupplyChainTradeTransaction',
    agreement: 'ApplicableSupplyChainTradeAgreement',
    settlement: 'ApplicableSupplyChainTradeSettlement',
    sums: 'SpecifiedTradeSettlementMonetarySummation',
    lineAgreement: 'SpecifiedSupplyChainTradeAgreement',
    lineDelivery: 'SpecifiedSupplyChainTradeDelivery',
    lineSettlement: 'SpecifiedSupplyChainTradeSettlement',
    lineSums: 'SpecifiedTradeSettlementMonetarySummation',
  },
} as const;

/** Codes that say credit note: https://docs.peppol.eu/poacc/billing/3.0/codelist/UNCL1001-cn/ and the ones of EN 16931. */
const creditNotes: ReadonlySet<string> = new Set([
  '81',
  '83',
  '261',
  '262',
  '296',
  '308',
  '381',
  '396',
  '420',
  '458',
  '502',
  '503',
  '532',
]);

/** Is this a credit note by its code (UNTDID 1001)? */
export const saysCreditNote = (typeCode: string | null): boolean => typeCode !== null && creditNotes.has(typeCode);

/** Reads a UN/CEFACT Cross Industry Invoice, or its older form. */
export function fromCii(root: Element, version: keyof typeof names): Stated {
  const called = names[version];
  const [document = {}] = all(root, called.document);
  const [transaction = {}] = all(root, called.transaction);
  const [settlement = {}] = all(transaction, called.settlement);
  const [sums = {}] = all(settlement, called.sums);
  const [seller = {}] = all(transaction, called.agreement, 'SellerTradeParty');
  const typeCode = text(document, 'TypeCode');
  return {
    typeCode,
    isCreditNote: saysCreditNote(typeCode),
    number: text(document, 'ID'),
    date: day(document, 'IssueDateTime'),
    dueDate: day(settlement, 'SpecifiedTradePaymentTerms', 'DueDateDateTime'),
    currency: text(settlement, 'InvoiceCurrencyCode') ?? currencyOf(sums),
    vendor: text(seller, 'Name') ?? text(seller, 'SpecifiedLegalOrganization', 'TradingBusinessName'),
    vendorTaxId: taxId(seller),
    iban: text(settlement, 'SpecifiedTradeSettlementPaymentMeans', 'PayeePartyCreditorFinancialAccount', 'IBANID'),
    net: text(sums, 'TaxBasisTotalAmount'),
    taxes: all(sums, 'TaxTotalAmount').flatMap((tax) => {
      const amount = ownText(tax);
      return amount === null ? [] : [{ amount, currency: attribute(tax, 'currencyID') }];
    }),
    total: text(sums, 'GrandTotalAmount'),
    payable: text(sums, 'DuePayableAmount'),
    prepaid: text(sums, 'TotalPrepaidAmount'),
    rounding: text(sums, 'RoundingAmount'),
    allowances: text(sums, 'AllowanceTotalAmount'),
    charges: text(sums, 'ChargeTotalAmount'),
    lines: all(transaction, 'IncludedSupplyChainTradeLineItem').flatMap((line) => toLine(line, called)),
  };
}

const currencyOf = (sums: Element): string | null => {
  const [amount] = all(sums, 'GrandTotalAmount');
  return amount ? attribute(amount, 'currencyID') : null;
};

/** `20260131` (format 102) or an ISO date, as `2026-01-31`. */
function day(from: Element, ...path: readonly string[]): string | null {
  const said = text(from, ...path, 'DateTimeString') ?? text(from, ...path, 'DateTime');
  return said?.replace(/^(\d{4})-?(\d{2})-?(\d{2}).*$/, '$1-$2-$3') ?? null;
}

function taxId(seller: Element): string | null {
  const ids = all(seller, 'SpecifiedTaxRegistration', 'ID');
  const vat = ids.find((id) => attribute(id, 'schemeID') === 'VA') ?? ids[0];
  return vat ? ownText(vat) : null;
}

/** A line that is only a note has neither goods nor amount, and is none. */
function toLine(line: Element, called: (typeof names)[keyof typeof names]): readonly StatedLine[] {
  const [price] = all(line, called.lineAgreement, 'NetPriceProductTradePrice');
  const total = text(line, called.lineSettlement, called.lineSums, 'LineTotalAmount');
  const description = text(line, 'SpecifiedTradeProduct', 'Name') ?? text(line, 'SpecifiedTradeProduct', 'Description');
  if (total === null && description === null) return [];
  return [
    {
      description: description ?? '',
      quantity: text(line, called.lineDelivery, 'BilledQuantity'),
      price: price ? text(price, 'ChargeAmount') : null,
      priceBase: price ? text(price, 'BasisQuantity') : null,
      total,
      within: text(line, 'AssociatedDocumentLineDocument', 'ParentLineID') !== null,
    },
  ];
}
