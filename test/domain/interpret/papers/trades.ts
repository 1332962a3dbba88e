/** What trades, hotels, utilities and doctors print and others do not; all made up. `says` is what must be read. */
export const trades = [
  {
    name: 'credit note with its own number in the head, and a column for the invoice that it is about',
    text: `
                                                                      AVOIR
Lampes de la Grange                                                   12/12/2025
                                                                      #AV000412

Adresse de facturation
Cabinet dentaire Ormeaux
15 rue des Ormeaux
69006 Lyon

Numéro de facture          Réf. de commande          Date de commande
FA004471                   QXKPLMWZA                 24/11/2025

Total HT                                                  -71,50 €
Total TVA (20 %)                                          -14,30 €
Total remboursé TTC                                       -85,80 €
`,
    says: { invoice_number: 'AV000412', date: '2025-12-12', total: '-85.80' },
  },
  {
    name: 'phone bill: the total of the bill, not what is due with what was left open; crates are no crowns',
    text: `
Ter Veen Telecom B.V.
Faktuurnr    : 90044733
Faktuurdatum : 24-07-2025

Saldo vorige factuur                                         EUR 24,66
Cola 0,33 blik       10 KR      8,00                             80,00
Weizener krat         4 KR      2,00                              8,00
                                Totaal exclusief BTW             88,00
                                BTW 21%                          18,48
                                Totaal factuur               EUR 106,48
                                Totaal te betalen            EUR 131,14
`,
    says: { invoice_number: '90044733', date: '2025-07-24', currency: 'EUR', total: '106.48' },
  },
  {
    name: 'window envelope: the small sender line is the vendor, the block below it the buyer',
    text: `
                                                       Dipl.-Ing. Korbinian Aumann
                                                       Tragwerksplaner

Aumann, Am Graben 8, 99084 Erfurt
Konditorei Seidl GmbH
Domplatz 14
99084 Erfurt

Mandant: 10447     Honorarrechnung Nr. 25/1187            Erfurt, 20. Oktober 2025

Statik Dachausbau                         EUR     1.000,00
Baustellenbesuch                          EUR       200,00
                            Summe         EUR     1.200,00
                            19 % Umsatzsteuer     EUR     228,00
                            Gesamt        EUR     1.428,00
Der Betrag wird am 03.11.2025 von Ihrem Konto abgebucht.
`,
    says: { invoice_number: '25/1187', date: '2025-10-20', due_date: '2025-11-03', net: '1200.00', total: '1428.00' },
  },
  {
    name: 'hotel: what is not taxed stands beside net and tax; the column of dates is not the paper’s',
    text: `
Gran Hotel Miralles
Explotaciones Miralles, S.L. - N.I.F. B43118870
FACTURA: 25F-03318
Fecha emisión factura: 20/10/2025

Fecha          Concepto                 Cant.     Precio     Importe
17/10/2025     Habitación doble             3     100,00      300,00
17/10/2025     Impuesto estancias           3       2,00        6,00

Base imponible      IVA 10 %      Exento      TOTAL FACTURA
        300,00         30,00        6,00             336,00
`,
    says: {
      vendor: 'Explotaciones Miralles, S.L.',
      invoice_number: '25F-03318',
      date: '2025-10-20',
      net: '300.00',
      tax: '30.00',
      total: '336.00',
      items: ['300.00', '6.00'],
    },
  },
  {
    name: 'GST in two halves, a rounding, and an unlabelled subtotal below the rows',
    text: `
TAX INVOICE
Sree Murugan Bearings & Belts             Invoice No.        Dated
Plot 41, Phase II                         SMB/25-26/1184     9-Nov-25
GSTIN: 24AAKFS7731Q1ZP

Buyer (Bill to)
Ganga Textile Machines Pvt. Ltd.

Sl     Description of Goods     HSN/SAC      Quantity     Rate      Amount
1      Ball bearing             84821020          240     86.50     20,760.00
2      V-belt                   40103999           60     312.00    18,720.00
                                                                    39,480.00
                                            OUTPUT CGST 9%           3,553.20
                                            OUTPUT SGST 9%           3,553.20
                                            Round Off                (-)0.40
Total                                             300            ₹ 46,586.00
`,
    says: {
      vendor: 'Sree Murugan Bearings & Belts',
      invoice_number: 'SMB/25-26/1184',
      date: '2025-11-09',
      net: '39480.00',
      tax: '7106.40',
      total: '46586.00',
      items: ['20760.00', '18720.00'],
    },
  },
  {
    name: 'Italian grid: a number headed by NUMERO, sums in a row of cells',
    text: `
Studio Informatico Bellucci                          Spett.le
P.IVA 01772390465                                    OFFICINA NAUTICA SRL

TIPO DOCUMENTO          NUMERO        DATA            COD. CLIENTE
FATTURA DI CORTESIA     312/2025      31/10/2025      00214

DESCRIZIONE                    Q.TÀ     PREZZO     IVA     IMPORTO
Canone assistenza              1,00     480,00     22      480,00
Intervento in sede             2,00      60,00     22      120,00

COD. IVA     IMPONIBILE     IMPOSTA     TOTALE IMPONIBILE     TOTALE IVA     TOTALE DOCUMENTO
      22         600,00      132,00                600,00         132,00               732,00
`,
    says: { invoice_number: '312/2025', date: '2025-10-31', net: '600.00', tax: '132.00', total: '732.00' },
  },
  {
    name: 'two sections, each with a total of its own, and a balance',
    text: `
OAKES & TARLETON
October 4, 2025

Brightwater Brewing Company           Invoice No.: 118846
Attn: Accounts Payable

Date         Description                  Hours      Amount
09/06/25     Review of lease                2.4     1,020.00
09/13/25     Letter to counsel              1.0       425.00
             Total Fees                             1,445.00
COSTS ADVANCED
09/20/25     Filing fee                                86.00
09/21/25     Overnight courier                         31.45
             Total Costs                              117.45
             TOTAL THIS INVOICE                    $1,562.45
             Retainer applied                     ($1,000.00)
             BALANCE DUE                             $562.45
`,
    says: {
      vendor: 'OAKES & TARLETON',
      invoice_number: '118846',
      date: '2025-10-04',
      total: '1562.45',
      items: ['1020.00', '425.00', '86.00', '31.45'],
    },
  },
  {
    name: 'a utility: last bill, no table heading, the number in groups, money taken by direct debit',
    text: `
Eskmere Water for business                         Your bill
Bill number 26 11 7 0093318                        £194.96
Bill date 11 November 2025
Copper Kettle Café
7 High Street

Balance brought forward from last bill             £141.20
Payment received 19 August 2025, thank you         £141.20 CR
Total now due                                      £194.96

Water supplied 38 m3 @ £1.8842                      £71.60
Wastewater                                          £87.03
Water standing charge                               £11.73
Surface water drainage                              £24.60
Total new charges                                  £194.96
We will take this by Direct Debit on or after
2 December 2025

Eskmere Water Retail Limited. Company 08114477. VAT registration 310 4471 88.
`,
    says: {
      invoice_number: '26 11 7 0093318',
      date: '2025-11-11',
      total: '194.96',
      items: ['71.60', '87.03', '11.73', '24.60'],
    },
  },
  {
    name: 'restaurant: a tip after the tax, a deposit before',
    text: `
Osteria Melograno
1418 Valencia St, San Francisco CA 94110

Check 20718                      11/14/25
18 Prix fixe          72.00    1,296.00
14 Wine pairing       38.00      532.00
Food & beverage                1,828.00
Sales tax 8.75%                  159.95
Gratuity 20%                     365.60
TOTAL                         $2,353.55
Deposit                         -500.00
AMEX *2009                     1,853.55
Balance                            0.00
`,
    says: { invoice_number: '20718', net: '1828.00', tax: '159.95', total: '2353.55', items: ['1296.00', '532.00'] },
  },
  {
    name: 'the vendor is known by another name than his company; the buyer stands above a person',
    text: `
                                                  Hartholz
Granite Dental Ltd
Attn: Leanne Tran
44 Union Grove
Aberdeen AB10 6XX

VAT invoice   HW-1844     issued     Monday 16 November 2025
Oak reception desk                         £4,850.00
Delivery and fitting                         £620.00
Net                                        £5,470.00
VAT 20%                                    £1,094.00
Invoice total                              £6,564.00
Hartholz is the trading name of C. & M. Duthie. VAT reg. GB 884 4711 20.
`,
    says: { vendor: 'Hartholz', invoice_number: 'HW-1844', date: '2025-11-16', total: '6564.00' },
  },
  {
    name: 'Polish: a number that looks like a day, dates in a row of their own',
    text: `
Faktura 5/10/2025

Data wystawienia     Data sprzedaży     Termin płatności
31.10.2025           31.10.2025         14.11.2025

SPRZEDAWCA                NABYWCA
Agnieszka Wrona           Logistyka Śmigiel Sp. z o.o.
NIP 782-118-44-71         NIP 698-184-47-11

Nazwa                Ilość     Cena      Wartość
Lekcje języka           18     95,00     1 710,00
                        Razem: 1 710,00 zł
`,
    says: { vendor: 'Agnieszka Wrona', invoice_number: '5/10/2025', date: '2025-10-31', due_date: '2025-11-14' },
  },
  {
    name: 'reverse charge: the tax that is named is not charged',
    text: `
From: Lee Hathersedge Plastering
To: Keystone Homes (Yorks) Ltd
Invoice: LH 88        Dated: 8 November 2025
Plastering plots 14-17                           £3,150.00
Materials                                          £486.20
Invoice total                                    £3,636.20
VAT: domestic reverse charge applies (customer to account for £727.24 at 20%)
`,
    says: { date: '2025-11-08', net: '3636.20', tax: '0.00', total: '3636.20' },
  },
  {
    name: 'a table of rates tells net and tax; the total is called by an unknown word',
    text: `
Hotel De Gouden Kikker
Markt 18, 4331 LJ Middelburg

Nota        88447
Datum       18-11-2025

2 Logies              109,00       218,00
1 Diner                42,00        42,00
Totaal te voldoen                € 260,00

Btw        Grondslag        Btw-bedrag
9%            200,00             18,00
21%            34,71              7,29
`,
    says: { invoice_number: '88447', date: '2025-11-18', net: '234.71', tax: '25.29', total: '260.00' },
  },
  {
    name: 'a letter: amounts in a sentence, an insurance’s own words',
    text: `
Hanseatische Gewerbeversicherung AG
Hamburg, 03. November 2025
Tischlerei Wiebe GmbH
Beitragsrechnung BR-551207744
für die Zeit vom 01.01.2026 bis 01.01.2027
Betriebshaftpflicht                      600,00 EUR
Inhaltsversicherung                      400,00 EUR
Nettobeitrag                           1.000,00 EUR
Versicherungsteuer 19 %                  190,00 EUR
Gesamtbeitrag                          1.190,00 EUR
Versicherungssumme: 5.000.000,00 EUR
`,
    says: {
      vendor: 'Hanseatische Gewerbeversicherung AG',
      invoice_number: 'BR-551207744',
      date: '2025-11-03',
      net: '1000.00',
      tax: '190.00',
      total: '1190.00',
      items: ['600.00', '400.00'],
    },
  },
  {
    name: 'a payment slip says to whom; a date behind another paper’s number is that paper’s',
    text: `
TAX INVOICE              Invoice Date         Sparks Out West
                         21 Oct 2025          14 Bultje Street
Dunmore Cold Stores Pty Ltd                   DUBBO NSW 2830
Attention: Leanne Tran   Invoice Number
PO Box 771               INV-2093
Replaces quotation Q-88 dated 02/09/2025

Description             Quantity     Unit Price     Amount AUD
Supply inverter             1.00       2,140.00       2,140.00
                        TOTAL AUD                     2,140.00

PAYMENT ADVICE               Customer     Dunmore Cold Stores Pty Ltd
To: Sparks Out West          Amount Due   2,140.00
`,
    says: { vendor: 'Sparks Out West', invoice_number: 'INV-2093', date: '2025-10-21', total: '2140.00' },
  },
];
