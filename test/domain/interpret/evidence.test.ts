import { describe, expect, it } from 'vitest';
import { dateFields } from '../../../src/domain/interpret/date-fields.ts';
import { kindOf } from '../../../src/domain/interpret/kind.ts';
import { legalForm, withForm } from '../../../src/domain/interpret/legal-forms.ts';
import { numberField } from '../../../src/domain/interpret/number-field.ts';
import { paperOf } from '../../../src/domain/interpret/paper.ts';
import { termsIn } from '../../../src/domain/interpret/terms.ts';
import { totalFields } from '../../../src/domain/interpret/totals.ts';
import { cleanName, domainFits, domainsIn, isName } from '../../../src/domain/interpret/vendor-names.ts';
import { sheetOf } from './sheet.ts';

const paper = (text: string) => paperOf(sheetOf(text), { today: '2025-11-23' });

describe('the order of day and month', () => {
  it.each([
    ['another date with a day past 12', 'Invoice date 04/11/2025\nDelivery date 23/10/2025', '2025-11-04'],
    ['another date with a month second', 'Invoice date 04/11/2025\nDelivery date 03/23/2025', '2025-04-11'],
    ['the same day spelled out', 'Invoice date 04/11/2025\nprinted on April 11, 2025', '2025-04-11'],
    ['terms between date and due date', 'Invoice date 03/04/2025\nDue date 03/19/2025\nTerms Net 15', '2025-03-04'],
    ['American money and address', 'Austin, TX 78701\nInvoice date 04/11/2025\nTotal $12.00', '2025-04-11'],
    ['British money', 'Invoice date 04/11/2025\nTotal £12.00', '2025-11-04'],
  ])('%s', (_, text, day) => {
    expect(dateFields(paper(text)).date?.value).toBe(day);
  });

  it('is not sure of it without evidence', () => {
    expect(dateFields(paper('Invoice date 04/11/2025\nTotal $12.00')).date?.confidence).toBeLessThan(0.9);
  });
});

describe('numberField', () => {
  it.each([
    ['Invoice No: 4711', '4711'],
    ['Invoice # INT-001', 'INT-001'],
    ['Rechnung Nr. 2025/88 vom 3.5.2025', '2025/88'],
    ['Facture n° 018304 / 28865', '018304/28865'],
    ['Faktura VAT nr FV/0087/03/2025', 'FV/0087/03/2025'],
    ['Fatura n.º FT 2025/318', 'FT 2025/318'],
    ['Order number 99\nInvoice number 100', '100'],
    ['FATTURA   N. 37   DEL 12/09/2025', '37'],
    ['INVOICE #     DATE\n1187          09/02/2025', '1187'],
    ['N° de reçu : 88-014', '88-014'],
    ['Número de la boleta: B-7719', 'B-7719'],
    ['Nº documento: GRX/25/77120', 'GRX/25/77120'],
    ['Numer rachunku sprzedaży: 14/R/2025', '14/R/2025'],
    ['Nummer der Rechnung: 7781-A2', '7781-A2'],
    ['Fattura numero: 118/2025', '118/2025'],
    ['Belegkennung: 25-77103', '25-77103'],
    ['Billing document no. 90338114', '90338114'],
    ['Fra. nº 25/0077', '25/0077'],
    ['R.-Nr.: 25-0077', '25-0077'],
    ['Invoice No: INV 0077', 'INV 0077'],
    ['Tax invoice KLP-204 118', 'KLP-204 118'],
    ['Facture n° 31 0912 447 205 du 4 mai 2025', '31 0912 447 205'],
    ['FACTURA  FECHA\n25/B 004418 12.05.25', '25/B 004418'],
    ['e-Way Bill# : 441200918837\n#  : PV/25-26/0091', 'PV/25-26/0091'],
    ['        Número da Nota\n                              00007123', '00007123'],
    ['Nr rachunku: 77 1020 3040', null],
    ['Original invoice no: 5512', null],
    ['No. of pages: 12', null],
    ['Customer no 555', null],
    ['Invoice date 04/11/2025', null],
    ['Your invoice of 12.50 is attached', null],
  ])('%s', (text, number) => {
    expect(numberField(paper(text))?.value ?? null).toBe(number);
  });
});

describe('a reference in the place of a number', () => {
  it.each([
    ['Our ref: GPX/25/118', 'GPX/25/118'],
    ['Unser Zeichen (bitte bei Zahlung angeben): 25/88-4471', '25/88-4471'],
    ['N/ Réf. : 250077', '250077'],
    ['Ns. rif. 771/AB', '771/AB'],
    ['Ons kenmerk: 2025077', '2025077'],
    ['Nossa ref.: 250077', '250077'],
    ['Nasz znak: 77/AB', '77/AB'],
    ['Our ref      Leeds LS1 4XX\nGPX/25/118', 'GPX/25/118'],
    ['Your ref: GPX/25/118', null],
    ['Ihr Zeichen: 25/88-4471', null],
    ['Réf. client : 250077', null],
    ['Reference      Description\nDPL3V          Flyers', null],
    ['Reference: 21 00000 00003 13947 14300 09017', null],
    ['Our ref: GPX/25/118\nInvoice no. 4711', '4711'],
  ])('%s', (text, number) => {
    expect(numberField(paper(text))?.value ?? null).toBe(number);
  });

  it('is sure only when the paper asks to pay with it', () => {
    const [alone, asked] = ['', '\nPlease quote GPX/25/118 with your transfer.'].map((more) =>
      numberField(paper(`Our ref: GPX/25/118\nFreight  120.00\nTotal  120.00${more}`)),
    );
    expect(alone?.confidence).toBeLessThan(0.9);
    expect(asked).toMatchObject({ value: 'GPX/25/118', confidence: expect.closeTo(0.91) });
  });

  it('a receipt’s number on the line of its payment is no such wish', () => {
    const text = 'Invoice number  WX-1183\nReceipt number  2719-44\n\nPayment  Receipt number\nCard     2719-44';
    expect(numberField(paper(text))?.value).toBe('WX-1183');
  });
});

describe('totalFields', () => {
  const totals = (text: string) => {
    const { total, net, tax } = totalFields(paper(text), new Set(), null);
    return [net?.value ?? null, tax?.value ?? null, total?.value ?? null];
  };

  it.each<[string, string, readonly (bigint | null)[]]>([
    ['one rate', 'Net 100.00\nVAT 20% 20.00\nTotal 120.00', [10000n, 2000n, 12000n]],
    ['two rates', 'Netto 100,00\nMwSt. 7 % 3,50\nMwSt. 19 % 9,50\nGesamtbetrag 113,00', [10000n, 1300n, 11300n]],
    ['a deposit', 'Subtotal 100.00\nTax 10.00\nTotal 110.00\nPaid 60.00\nAmount due 50.00', [10000n, 1000n, 11000n]],
    ['only the amount due', 'Amount due 50.00', [null, null, 5000n]],
    ['change', 'Total 38.00\nCash 50.00\nChange 12.00', [null, null, 3800n]],
    ['change, no total', 'Subtotal 28.70\nCash 100.00\nChange 71.30', [null, null, 2870n]],
    ['tax within', 'Total 26.50\nTotal includes 6% GST 1.50', [2500n, 150n, 2650n]],
    [
      'tax told in brackets',
      'Subtotaal € 72,95\nVerzending € 4,95\nTotaal € 77,90 (inclusief € 13,52 btw)',
      [6438n, 1352n, 7790n],
    ],
    ['a tax of zero', 'Subtotal 80.00\nVAT 0% 0.00\nTotal 80.00', [8000n, 0n, 8000n]],
  ])('%s', (_, text, expected) => {
    expect(totals(text)).toEqual(expected);
  });

  it('trusts a total that its sums prove more than a lone one', () => {
    const trust = (text: string) => totalFields(paper(text), new Set(), null).total?.confidence ?? 0;
    expect(trust('Net 100.00\nVAT 20% 20.00\nTotal 120.00')).toBeGreaterThan(0.95);
    expect(trust('Total 120.00')).toBeLessThan(0.9);
  });
});

describe('termsIn', () => {
  it.each([
    ['Payment terms: Net 30', 30],
    ['Zahlbar innerhalb von 14 Tagen ohne Abzug', 14],
    ['Innerhalb von 10 Tagen 2% Skonto, zahlbar in 30 Tagen netto', 30],
    ['Conditions de paiement : 45 jours net', 45],
    ['Betaling binnen 21 dagen', 21],
    ['Payment due upon receipt', 0],
    ['Summe netto 1.553,00', null],
    ['Versandkosten netto     4,99 €\nZahlungsbedingung: 30 Tage 2% Skonto, 60 Tage ohne Abzug', 60],
    ['30 jours fin de mois, paiement par virement', null],
  ])('%s', (text, days) => {
    expect(termsIn(paper(text))?.days ?? null).toBe(days);
  });
});

describe('kindOf', () => {
  it.each([
    ['CREDIT NOTE\nCredit note no 12', 'credit_note'],
    ['Gutschrift Nr. 5\nzu Rechnung 4', 'credit_note'],
    ['Avoir AV-2017-0005', 'credit_note'],
    ['INVOICE\nInvoice no 12\nBill to\nAcme', 'invoice'],
    ['RECEIPT\nCashier: Ann\nCash 20.00\nChange 1.00\n12:30', 'receipt'],
  ])('%s', (text, kind) => {
    expect(kindOf(paper(text))).toBe(kind);
  });
});

describe('names', () => {
  it.each([
    ['Acme GmbH', 2],
    ['Acme GmbH & Co. KG', 2],
    ['TALLERES MORENO, S.L.', 2],
    ['SUNRISE MART SDN. BHD.', 2],
    ['Zakład Nowak Sp. z o.o.', 2],
    ['Just Some Words', 0],
  ])('%s has legal form %i', (name, form) => {
    expect(legalForm(name)).toBe(form);
  });

  it.each([
    ['SUN VICTORY SON 8HD', 'SUN VICTORY SDN BHD'],
    ['Ostwind Logistik Gmbll', 'Ostwind Logistik Gmbll'],
    ['Ostwind Logistik CmbH', 'Ostwind Logistik GmbH'],
    ['Ostwind Logistik GmbH', 'Ostwind Logistik GmbH'],
    ['Acme Lld.', 'Acme Ltd'],
    ['Acme LLC', 'Acme LLC'],
    ['Johnson', 'Johnson'],
  ])('%s, misread, is %s', (seen, meant) => {
    expect(withForm(seen)).toBe(meant);
  });

  it.each([
    ['Acme Ltd - 12 High Street - Leeds', 'Acme Ltd'],
    ['Cloudnote Inc. Invoice', 'Cloudnote Inc'],
    ['QualiPrint AG · Ecke 12 · 12345 Ort', 'QualiPrint AG'],
    ['DION SDN BHD (Co. No: 20154-T)', 'DION SDN BHD'],
  ])('%s is %s', (text, name) => {
    expect(cleanName(text).replace(/\.$/, '')).toBe(name);
  });

  it.each(['INVOICE', '12 High Street', '28195 Bremen', 'info@acme.com', 'Tel 0421 5550', 'Germany', '12.50', 'Total'])(
    '%s is no name',
    (text) => {
      expect(isName(text)).toBe(false);
    },
  );

  it('finds the vendor in his addresses, not the mail host’s name', () => {
    expect(domainsIn('info@kraxi-flug.co.uk, www.kraxi.com, someone@gmail.com')).toEqual(['kraxi-flug', 'kraxi']);
    expect(domainFits('kraxi', 'Kraxi GmbH')).toBe(1);
    expect(domainFits('kraxi', 'Papierflieger GmbH')).toBeLessThan(0.5);
  });
});

describe('how sure it is', () => {
  const scanned = (text: string, confidence: number) =>
    paperOf(
      sheetOf(text, 'ocr').map((page) => ({ ...page, words: page.words.map((word) => ({ ...word, confidence })) })),
      { today: '2025-11-23' },
    );

  it.each([
    ['seen clearly', 'Invoice date: 11/05/2025\nOrder 23/04/2025', 0.95, true],
    ['seen less clearly', 'Invoice date: 11/05/2025\nOrder 23/04/2025', 0.85, false],
    ['seen less clearly, but twice', 'Invoice date: 11/05/2025\nOrder 23/04/2025\nTax point: 11/05/2025', 0.85, true],
  ])('a date of OCR %s', (_, text, confidence, sure) => {
    const { date } = dateFields(scanned(text, confidence));
    expect(date?.value).toBe('2025-05-11');
    expect((date?.confidence ?? 0) >= 0.9).toBe(sure);
  });

  it.each([
    ['a dollar alone', 'Acme\nTotal $ 20.00\nTax $ 2.00', 'USD', false],
    ['a dollar in Texas', 'Acme, Austin, TX 78701\nTotal $ 20.00\nTax $ 2.00', 'USD', true],
    ['a dollar named', 'Acme\nTotal USD 20.00\nTax $ 2.00\nDue $ 20.00', 'USD', true],
    ['kr alone', 'Butikken\nTotal kr 20,00\nRabat kr 2,00', 'SEK', false],
    ['kr in Norway', 'Butikken AS\nTotal kr 20,00\nMVA kr 4,00', 'NOK', true],
    ['kr in Denmark', 'Butikken ApS, CVR 33445566\nTotal kr 20,00', 'DKK', true],
  ])('a currency by %s', (_, text, code, sure) => {
    const { currency } = paper(text);
    expect(currency?.value).toBe(code);
    expect((currency?.confidence ?? 0) >= 0.9).toBe(sure);
  });
});

it('freight and a discount belong to what is taxed', () => {
  const { net, tax, total } = totalFields(
    paper('Subtotal 365.00\nSales tax 27.38\nFreight 15.00\nTotal 407.38'),
    new Set(),
    null,
  );
  expect([net?.value, tax?.value, total?.value]).toEqual([38_000n, 2_738n, 40_738n]);
});

it('freight may be taxed in a row of its own', () => {
  const { net, tax, total } = totalFields(
    paper(
      'Netto 800,00\nVersandkosten netto 5,00\nUSt. 19 % auf 800,00 152,00\nUSt. 19 % auf 5,00 0,95\nEndsumme 957,95',
    ),
    new Set(),
    null,
  );
  expect([net?.value, tax?.value, total?.value]).toEqual([80_500n, 15_295n, 95_795n]);
});
