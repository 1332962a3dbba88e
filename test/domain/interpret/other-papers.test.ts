import { describe, expect, it } from 'vitest';
import { interpret } from '../../../src/domain/interpret/interpret.ts';
import { otherPaper } from '../../../src/domain/interpret/other-papers.ts';
import { paperOf } from '../../../src/domain/interpret/paper.ts';
import { reviewReasons, sureFields } from '../../../src/domain/interpret/sure.ts';
import { layouts } from './papers/layouts.ts';
import { letters } from './papers/letters.ts';
import { receipts } from './papers/receipts.ts';
import { suppliers } from './papers/suppliers.ts';
import { sheetOf } from './sheet.ts';

const kindOf = (text: string) => otherPaper(paperOf(sheetOf(text), { today: '2025-11-23' }))?.kind ?? null;
const under = (head: string) => `
Brauer Technik GmbH
Hafenweg 3, 20457 Hamburg

${head}

Date 12/05/2025
Pump 200           2      150.00      300.00
Net                                   300.00
VAT 19 %                               57.00
Total EUR                             357.00
`;

describe('papers that bear a total and are no invoices', () => {
  it.each([
    ['Pro-forma invoice No. 118', 'a pro forma invoice'],
    ['Proformarechnung Nr. 118', 'a pro forma invoice'],
    ['QUOTATION Q-2025-118', 'a quote'],
    ['Angebot Nr. 118 vom 12.05.2025', 'a quote'],
    ['Devis n° 118', 'a quote'],
    ['Preventivo 118/2025', 'a quote'],
    ['Orçamento 2025/118', 'a quote'],
    ['PURCHASE ORDER PO-118', 'an order'],
    ['Bon de commande 118', 'an order'],
    ['Zamówienie nr 118', 'an order'],
    ['Auftragsbestätigung 118', 'an order confirmation'],
    ['Delivery note 118\nOur invoice follows by mail.', 'a delivery note'],
    ['Lieferschein Nr. 118', 'a delivery note'],
    ['Albarán 118', 'a delivery note'],
    ['Pakbon 118', 'a delivery note'],
    ['Statement of account\nInvoice 4711   100.00\nInvoice 4712   257.00', 'a statement of account'],
    ['Kontoauszug 5/2025', 'a statement of account'],
    ['2. Mahnung\nRechnung 4711 vom 02.04.2025', 'a reminder'],
    ['Payment reminder\nInvoice 4711 of 2 April 2025', 'a reminder'],
    ['Wezwanie do zapłaty', 'a reminder'],
    ['Remittance advice\nInvoice 4711   357.00', 'a payment advice'],
    ['Bulletin de paie', 'a payslip'],
  ])('%s', (head, kind) => {
    expect(kindOf(under(head))).toBe(kind);
  });

  it.each([
    'INVOICE 118\nDelivery note 4711',
    'Lieferschein 4711\nRechnung Nr. 118',
    'Purchase order PO-77\nTAX INVOICE 118',
    'Invoice 118\nAs ordered in our quotation Q-1',
    'Facture n° 118\nBon de livraison 4711',
    'Invoice 118\nReminder: please quote the number of this invoice when paying.',
    'Your reference\nStatement of work for May, invoice 118',
  ])('but not: %s', (head) => {
    expect(kindOf(under(head))).toBe(null);
  });

  it('not one of all the invoices and receipts is taken for such a paper', () => {
    const taken = [...suppliers, ...layouts, ...letters, ...receipts].filter(({ text }) => kindOf(text) !== null);
    expect(taken.map(({ name }) => name)).toEqual([]);
  });

  it('a person is asked about it, by its name', () => {
    const pages = sheetOf(under('Lieferschein Nr. 118'));
    const [reading] = interpret({ kind: 'pages', reader: 'test', pages }, { today: '2025-11-23' });
    if (!reading) throw new Error('nothing was read');
    expect(reviewReasons(reading)).toContain(
      'This calls itself a delivery note (“Lieferschein Nr. 118”), not an invoice. Delete it unless it is to be paid.',
    );
    expect(sureFields(reading)).not.toContain('total');
  });
});
