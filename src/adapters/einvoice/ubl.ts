import type { Stated, StatedLine } from './stated.ts';
import { all, attribute, type Element, ownText, text } from './xml.ts';

/** Reads a UBL 2 Invoice or CreditNote: https://docs.oasis-open.org/ubl/os-UBL-2.1/UBL-2.1.html */
export function fromUbl(root: Element, isCreditNote: boolean): Stated {
  const sums = all(root, 'LegalMonetaryTotal')[0] ?? {};
  const party = all(root, 'AccountingSupplierParty', 'Party')[0] ?? {};
  return {
    typeCode: text(root, isCreditNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode'),
    isCreditNote,
    number: text(root, 'ID'),
    date: text(root, 'IssueDate'),
    dueDate:
      text(root, 'DueDate') ??
      text(root, 'PaymentMeans', 'PaymentDueDate') ??
      text(root, 'PaymentTerms', 'PaymentDueDate'),
    currency: text(root, 'DocumentCurrencyCode') ?? currencyOf(sums),
    vendor: text(party, 'PartyLegalEntity', 'RegistrationName') ?? text(party, 'PartyName', 'Name'),
    vendorTaxId: taxId(party),
    iban: text(root, 'PaymentMeans', 'PayeeFinancialAccount', 'ID'),
    net: text(sums, 'TaxExclusiveAmount'),
    taxes: all(root, 'TaxTotal', 'TaxAmount').flatMap((tax) => {
      const amount = ownText(tax);
      return amount === null ? [] : [{ amount, currency: attribute(tax, 'currencyID') }];
    }),
    total: text(sums, 'TaxInclusiveAmount'),
    payable: text(sums, 'PayableAmount'),
    prepaid: text(sums, 'PrepaidAmount'),
    rounding: text(sums, 'PayableRoundingAmount'),
    allowances: text(sums, 'AllowanceTotalAmount'),
    charges: text(sums, 'ChargeTotalAmount'),
    lines: all(root, isCreditNote ? 'CreditNoteLine' : 'InvoiceLine').map((line) => toLine(line, isCreditNote)),
  };
}

const currencyOf = (sums: Element): string | null => {
  const [amount] = [...all(sums, 'TaxInclusiveAmount'), ...all(sums, 'PayableAmount')];
  return amount ? attribute(amount, 'currencyID') : null;
};

function taxId(party: Element): string | null {
  const schemes = all(party, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => text(scheme, 'TaxScheme', 'ID')?.toUpperCase() === 'VAT');
  return text(vat ?? schemes[0] ?? {}, 'CompanyID');
}

const toLine = (line: Element, isCreditNote: boolean): StatedLine => ({
  description: text(line, 'Item', 'Name') ?? text(line, 'Item', 'Description') ?? text(line, 'Note') ?? '',
  quantity: text(line, isCreditNote ? 'CreditedQuantity' : 'InvoicedQuantity'),
  price: text(line, 'Price', 'PriceAmount'),
  priceBase: text(line, 'Price', 'BaseQuantity'),
  total: text(line, 'LineExtensionAmount'),
  within: false,
});
