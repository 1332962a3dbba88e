import { expect, test } from 'vitest';
import { invoicesIn } from '../../../src/adapters/einvoice/documents.ts';
import type { FieldName, InvoiceReading } from '../../../src/domain/reading.ts';
import { bills } from '../../support/bills/all.ts';
import { cii, ubl } from '../../support/bills/xml.ts';

const read = (xml: string): InvoiceReading => {
  const [invoice] = invoicesIn(Buffer.from(xml), 1);
  if (!invoice) throw new Error('no invoice');
  return invoice;
};
const values = ({ fields }: InvoiceReading) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
const failed = ({ checks }: InvoiceReading) => checks.filter(({ ok }) => !ok).map(({ name }) => name);

test('UBL is read whole, and all of it is sure', () => {
  const invoice = read(ubl(bills.ubl));
  expect(values(invoice)).toEqual({
    vendor: 'De Groene Kas B.V.',
    vendor_tax_id: 'NL853746218B01',
    iban: bills.ubl.vendor.iban,
    invoice_number: '26-00391',
    date: '2026-03-18',
    due_date: '2026-04-17',
    currency: 'EUR',
    net: 93800n,
    tax: 8442n,
    total: 102242n,
  });
  expect(Object.values(invoice.fields).every(({ confidence }) => confidence === 1)).toBe(true);
  expect(invoice.lines[1]).toEqual({
    description: 'Ficus lyrata, 180 cm',
    quantity: '4',
    unitPrice: '129.50',
    total: 51800n,
  });
  expect(invoice.checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['date', true],
    ['currency', true],
    ['sums', true],
    ['lines', true],
  ]);
});

test('CII is read whole', () => {
  expect(values(read(cii(bills.cii)))).toMatchObject({
    vendor: 'Alpenblick Catering GmbH',
    vendor_tax_id: 'DE290417563',
    due_date: '2026-04-03',
    total: 111430n,
    tax: 7290n,
  });
});

test('ZUGFeRD 1 is read by its older names', () => {
  const old = cii(bills.cii)
    .replaceAll('CrossIndustryInvoice', 'CrossIndustryDocument')
    .replaceAll('ExchangedDocument>', 'HeaderExchangedDocument>')
    .replaceAll('SupplyChainTradeTransaction>', 'SpecifiedSupplyChainTradeTransaction>')
    .replace(/ApplicableHeaderTrade(Agreement|Delivery|Settlement)/g, 'ApplicableSupplyChainTrade$1')
    .replace(/SpecifiedLineTrade(Agreement|Delivery|Settlement)/g, 'SpecifiedSupplyChainTrade$1')
    .replace(/SpecifiedTradeSettlement(Header|Line)MonetarySummation/g, 'SpecifiedTradeSettlementMonetarySummation');
  const invoice = read(old);
  expect(values(invoice)).toEqual(values(read(cii(bills.cii))));
  expect(invoice.lines).toHaveLength(2);
});

const credited = ubl(bills.ubl).replace('>380<', '>381<');

test('a credit note takes away, whether it is told by its code or by its root', () => {
  const byRoot = ubl(bills.ubl)
    .replace('<Invoice ', '<CreditNote ')
    .replace('</Invoice>', '</CreditNote>')
    .replace(/Invoice(Line|TypeCode)/g, 'CreditNote$1')
    .replace(/InvoicedQuantity/g, 'CreditedQuantity');
  for (const invoice of [read(credited), read(byRoot)]) {
    expect(invoice).toMatchObject({
      kind: 'credit_note',
      fields: { net: { value: -93800n }, tax: { value: -8442n }, total: { value: -102242n } },
    });
    expect(invoice.lines[1]).toEqual({
      description: 'Ficus lyrata, 180 cm',
      quantity: '-4',
      unitPrice: '129.50',
      total: -51800n,
    });
    expect(failed(invoice)).toEqual([]);
  }
});

test('a credit note that states its minus is not turned twice, and a negative invoice stays one', () => {
  const negative = (xml: string) => xml.replace(/(currencyID="EUR">)(?=\d)/g, '$1-');
  expect(read(negative(credited)).fields.total?.value).toBe(-102242n);
  expect(read(negative(ubl(bills.ubl)))).toMatchObject({ kind: 'invoice', fields: { total: { value: -102242n } } });
});

const without = (...names: readonly string[]) =>
  names.reduce(
    (xml, name) => xml.replace(new RegExp(`<cbc:${name}[^>]*>[^<]*</cbc:${name}>`, 'g'), ''),
    ubl(bills.ubl),
  );

test.each<readonly [readonly string[], FieldName, bigint]>([
  [['TaxInclusiveAmount'], 'total', 102242n],
  [['TaxInclusiveAmount', 'PayableAmount'], 'total', 102242n],
  [['TaxExclusiveAmount'], 'net', 93800n],
  [['TaxAmount'], 'tax', 8442n],
])('without %j, %s follows from the others', (names, field, value) => {
  expect(read(without(...names)).fields[field]?.value).toBe(value);
});

test('what was paid before lessens what is due, not the total', () => {
  const paid = without('TaxInclusiveAmount')
    .replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, '$1522.42')
    .replace('<cbc:PayableAmount', '<cbc:PrepaidAmount currencyID="EUR">500.00</cbc:PrepaidAmount><cbc:PayableAmount');
  expect(read(paid).fields.total?.value).toBe(102242n);
});

test('the tax in the currency of the books is not the tax of the invoice', () => {
  const two = ubl(bills.ubl).replace(
    '<cac:TaxTotal>',
    '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">950.10</cbc:TaxAmount></cac:TaxTotal>\n<cac:TaxTotal>',
  );
  expect(read(two).fields.tax?.value).toBe(8442n);
});

test('sums that do not hold are said, with the amounts', () => {
  const wrong = read(ubl(bills.ubl).replace(/(<cbc:TaxInclusiveAmount[^>]*>)[^<]*/, '$11022.40'));
  expect(failed(wrong)).toEqual(['sums']);
  expect(wrong.checks.find(({ name }) => name === 'sums')?.says).toBe(
    'Net 938.00 and tax 84.42 do not make the total of 1022.40.',
  );
  expect(failed(read(ubl(bills.ubl).replace(/(<cbc:LineExtensionAmount[^>]*>)518.00/, '$1517.99')))).toEqual(['lines']);
});

test('a line within a line is not added twice', () => {
  const parts = cii(bills.cii).replace(
    '<ram:LineID>2</ram:LineID>',
    '<ram:LineID>1.1</ram:LineID><ram:ParentLineID>1</ram:ParentLineID>',
  );
  const whole = parts.replace(/(<ram:LineTotalAmount>)765.40/, '$11041.40');
  expect(failed(read(whole))).toEqual([]);
  expect(read(whole).lines).toHaveLength(2);
});

test('a price for a hundred is a price for one by its point', () => {
  const hundred = (base: string) =>
    ubl(bills.ubl).replaceAll('</cbc:PriceAmount>', `</cbc:PriceAmount><cbc:BaseQuantity>${base}</cbc:BaseQuantity>`);
  expect(read(hundred('100')).lines[1]?.unitPrice).toBe('1.2950');
  expect(read(hundred('1000')).lines[1]?.unitPrice).toBe('0.12950');
  expect(read(hundred('12')).lines[1]?.unitPrice).toBeNull();
});

test('a heading that a program states as a line is no item, a free one is', () => {
  const line = (quantity: string, name: string) =>
    `<cac:InvoiceLine><cbc:ID>9</cbc:ID><cbc:InvoicedQuantity>${quantity}</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">0.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>${name}</cbc:Name></cac:Item></cac:InvoiceLine>`;
  const more = ubl(bills.ubl).replace(
    '</Invoice>',
    `${line('0.00', '--- Plants ---')}${line('1', 'Sample')}</Invoice>`,
  );
  expect(read(more).lines.map(({ description }) => description)).toEqual([
    ...bills.ubl.lines.map(({ what }) => what),
    'Sample',
  ]);
});

test('amounts have the digits of their currency', () => {
  expect(read(ubl(bills.ubl).replaceAll('EUR', 'JPY')).fields.total?.value).toBe(1022n);
  expect(read(ubl(bills.ubl).replaceAll('EUR', 'KWD')).fields.total?.value).toBe(1022420n);
});

test('an envelope is opened', () => {
  const inner = ubl(bills.ubl).replace(/<\?xml[^>]*\?>/, '');
  expect(
    read(`<StandardBusinessDocument xmlns="urn:x"><StandardBusinessDocumentHeader/>${inner}</StandardBusinessDocument>`)
      .fields.total?.value,
  ).toBe(102242n);
});

test.each([
  [
    '<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"/>',
    'an Italian FatturaPA',
  ],
  ['<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', 'an order'],
  ['<DespatchAdvice xmlns="urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2"/>', 'a despatch advice'],
  [
    '<eb:Invoice xmlns:eb="http://www.ebinterface.at/schema/6p1/"><ID>1</ID></eb:Invoice>',
    'no invoice in a form that Penny knows',
  ],
  ['<Invoice><valueOf/></Invoice>', 'no invoice in a form that Penny knows'],
  ['<note>hello</note>', 'no invoice in a form that Penny knows'],
])('%s is refused by its name', (xml, what) => {
  expect(() => read(xml)).toThrow(what);
});
