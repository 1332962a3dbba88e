/** Layouts of online services, shops and suppliers; all made up. `says` is what must be read. */
export const layouts = [
  {
    name: 'subscription: amount due in the headline, vendor and buyer side by side',
    text: `
Invoice                                                        *Cloudnote

Invoice number   7F2A9C11-0004
Date of issue    March 3, 2025
Date due         March 3, 2025

Cloudnote Inc.                         Bill to
548 Market Street                      Jane Porter
San Francisco, California 94104        Porter Consulting
United States                          12 Elm Road
support@cloudnote.io                   Dublin 4
                                       Ireland
                                       jane@porterconsulting.ie

$24.00 USD due March 3, 2025

Pay online

Description                                   Qty     Unit price     Amount
Team plan                                       2         $12.00     $24.00
Mar 3 – Apr 3, 2025

                                              Subtotal               $24.00
                                              Total                  $24.00
                                              Amount due         $24.00 USD
                                                                Page 1 of 1
`,
    says: {
      vendor: 'Cloudnote Inc.',
      invoice_number: '7F2A9C11-0004',
      date: '2025-03-03',
      due_date: '2025-03-03',
      currency: 'USD',
      total: '24.00',
      items: ['24.00'],
    },
  },
  {
    name: 'German marketplace: sold by, number and dates in a block, paid already',
    text: `
Rechnung
Bezahlt

Verkauft von Lumen Handels GmbH
USt-IDNr. DE814584193

Rechnungsdatum / Lieferdatum 08 Januar 2025
Rechnungsnummer DE50X8KJACZI
Zahlbetrag 58,97 €

Anna Krüger
Lindenallee 4
14050 Berlin
DE

Rechnungsadresse              Lieferadresse                 Verkauft von
Anna Krüger                   Anna Krüger                   Lumen Handels GmbH
Lindenallee 4                 Lindenallee 4                 Gewerbepark 9
Berlin, 14050                 Berlin, 14050                 Leipzig, 04158
DE                            DE                            DE

Bestellinformationen
Bestelldatum 06 Januar 2025
Bestellnummer 304-1122334-5566778

Beschreibung                       Menge     Stückpreis       USt. %     Stückpreis     Zwischensumme
                                             (ohne USt.)                 (inkl. USt.)   (inkl. USt.)
LED-Leuchtmittel E27, warmweiß         3     12,60 €          19%        14,99 €        44,97 €
Versandkosten                                11,76 €          19%        14,00 €        14,00 €

                                             Gesamtpreis                                58,97 €

                                USt. %     Zwischensumme (ohne USt.)     USt.
                                19%        49,55 €                       9,42 €
                                Gesamt     49,55 €                       9,42 €
`,
    says: {
      vendor: 'Lumen Handels GmbH',
      invoice_number: 'DE50X8KJACZI',
      date: '2025-01-08',
      currency: 'EUR',
      net: '49.55',
      tax: '9.42',
      total: '58.97',
      vendor_tax_id: 'DE814584193',
    },
  },
  {
    name: 'accounting software: headings over their values, buyer on the right without a label',
    text: `
Brightside Media
                                                        Kestrel Properties Ltd
                                                        5 Quay Street
                                                        Bristol BS1 5DL
                                                        GBR

TAX INVOICE         Invoice Date         Brightside Media Limited
                    28 Feb 2025          Unit 4, The Old Works
Kestrel             Invoice Number       Bath BA2 3DQ
Properties Ltd      BM-0231              VAT No 998 7654 32
                    Reference            brightsidemedia.co.uk
                    Brochure

Description                         Quantity     Unit Price       VAT     Amount GBP
Brochure design and artwork             1.00         850.00       20%         850.00
Photography, half day                   1.00         320.00       20%         320.00

                                                 Subtotal                   1,170.00
                                                 TOTAL VAT 20%                234.00
                                                 TOTAL GBP                  1,404.00

Due Date: 30 Mar 2025
`,
    says: {
      invoice_number: 'BM-0231',
      date: '2025-02-28',
      due_date: '2025-03-30',
      currency: 'GBP',
      net: '1170.00',
      tax: '234.00',
      total: '1404.00',
      items: ['850.00', '320.00'],
    },
  },
  {
    name: 'French telephone bill: the date in the title line, due date beside',
    text: `
Télécom Alizé
Service Clients
TSA 40012
13594 Aix-en-Provence Cedex 3
                                              M. Bernard Petit
                                              8 rue des Écoles
                                              13100 Aix-en-Provence
Facture n° 2025 0412 778 du 12/04/2025
N° client : 6677889

                                    Montant HT      TVA 20 %      Montant TTC
Abonnements                              24,99          5,00            29,99
Consommations                             1,25          0,25             1,50
Total facture                            26,24          5,25            31,49

Somme prélevée le 22/04/2025                                          31,49 €

Télécom Alizé SAS au capital de 1 200 000 € - RCS Aix 444 555 666 - TVA FR83404833048
`,
    says: {
      vendor: 'Télécom Alizé SAS',
      date: '2025-04-12',
      currency: 'EUR',
      net: '26.24',
      tax: '5.25',
      total: '31.49',
    },
  },
  {
    name: 'Austrian hotel bill with paid deposit and no due date',
    text: `
                         Hotel Alpenrose ****
                   Familie Gruber GmbH, Dorfstraße 1, 6280 Zell
                    www.alpenrose-zell.at   office@alpenrose-zell.at
                               ATU12345678

Herrn
Thomas Lang
Wiener Straße 30
4020 Linz

RECHNUNG NR. 2025/1187                              Zell, am 19.01.2025

Anreise 15.01.2025   Abreise 19.01.2025   Zimmer 204

Anz   Text                                         Preis          Betrag
4     Übernachtung mit Frühstück                  148,00          592,00
4     Ortstaxe                                      2,60           10,40
1     Restaurant                                   87,60           87,60

                                            Gesamt EUR            690,00
      Steuer 10%     Netto 627,27      Steuer 62,73     Brutto 690,00
                                       Anzahlung                 -200,00
                                       Restbetrag                 490,00
`,
    says: {
      invoice_number: '2025/1187',
      date: '2025-01-19',
      currency: 'EUR',
      net: '627.27',
      tax: '62.73',
      total: '690.00',
      vendor_tax_id: 'ATU12345678',
    },
  },
  {
    name: 'two pages, carried over, total on the second',
    text: `
Kramer Bürobedarf e.K.
Südring 40 · 59065 Hamm
Rechnung Nr. 55012                                         Datum 11.06.2025
Seite 1 von 2

Pos   Artikel                          Menge      Einzelpreis        Gesamt
1     Ordner breit, grau                  50             1,89         94,50
2     Kugelschreiber blau                100             0,35         35,00

                                                    Übertrag         129,50
---
Kramer Bürobedarf e.K.
Rechnung Nr. 55012                                         Datum 11.06.2025
Seite 2 von 2

Pos   Artikel                          Menge      Einzelpreis        Gesamt
3     Schreibtischlampe                    2            39,90         79,80

                                          Nettobetrag                209,30
                                          19% MwSt.                   39,77
                                          Gesamtbetrag EUR           249,07
`,
    says: {
      vendor: 'Kramer Bürobedarf e.K.',
      invoice_number: '55012',
      date: '2025-06-11',
      currency: 'EUR',
      net: '209.30',
      tax: '39.77',
      total: '249.07',
      items: ['94.50', '35.00', '79.80'],
    },
  },
  {
    name: 'Spanish electricity: number and date far from the totals, tax lines of their own',
    text: `
Energía Clara Comercializadora, S.A.U.                Nº de factura: 25ECL0034819
C/ Serrano 90, 28006 Madrid                           Fecha de emisión: 05/06/2025
CIF A82123450                                         Periodo de facturación: 01/05/2025 - 31/05/2025
                                                      Fecha de cargo: 15/06/2025
Titular: Lucía Romero Gil
Dirección de suministro: C/ Mayor 3, 28013 Madrid

RESUMEN DE LA FACTURA
Potencia contratada                                          14,20 €
Energía consumida                                            38,75 €
Impuesto sobre electricidad                                   2,71 €
Alquiler de equipos                                           0,83 €
Base imponible                                               56,49 €
IVA 21 %                                                     11,86 €
TOTAL IMPORTE FACTURA                                        68,35 €
`,
    says: {
      vendor: 'Energía Clara Comercializadora, S.A.U.',
      invoice_number: '25ECL0034819',
      date: '2025-06-05',
      due_date: '2025-06-15',
      currency: 'EUR',
      net: '56.49',
      tax: '11.86',
      total: '68.35',
    },
  },
  {
    name: 'Canadian, two taxes, "$" only',
    text: `
Maple Leaf Roofing Inc.                                      INVOICE
88 King St W                                                 Invoice No.: 2291
Toronto, ON M5H 1J8                                          Date: 2025-10-14
HST # 81234 5678 RT0001                                      Terms: Net 30

Sold To:                              Ship To:
Ottawa Lodge                          Same
15 Rideau St
Ottawa, ON K1N 5W8

Item          Description                          Qty     Price        Total
RF-10         Shingle repair, south side             1   1,250.00     1,250.00
RF-22         Flashing                              14      18.75       262.50

                                             Subtotal:              $1,512.50
                                             HST 13%:                 $196.63
                                             Total:                 $1,709.13
`,
    says: {
      vendor: 'Maple Leaf Roofing Inc.',
      invoice_number: '2291',
      date: '2025-10-14',
      due_date: '2025-11-13',
      currency: 'CAD',
      net: '1512.50',
      tax: '196.63',
      total: '1709.13',
      items: ['1250.00', '262.50'],
    },
  },
  {
    name: 'Japanese yen without decimals, in English',
    text: `
Sakura Trading Co., Ltd.
2-11-3 Meguro, Meguro-ku, Tokyo 153-0063, Japan

INVOICE
Invoice No. SK-5510
Date: 2025/09/30
To: Nordic Tea AB

Description                    Qty        Unit Price         Amount
Green tea, sencha 1 kg          40            ¥4,200        ¥168,000
Tea bowls                       12            ¥6,500         ¥78,000

                                              Subtotal      ¥246,000
                                              Shipping       ¥18,500
                                              TOTAL         ¥264,500
`,
    says: {
      vendor: 'Sakura Trading Co., Ltd.',
      invoice_number: 'SK-5510',
      date: '2025-09-30',
      currency: 'JPY',
      total: '264500',
      items: ['168000', '78000'],
    },
  },
  {
    name: 'Belgian, two languages',
    text: `
Brouwerij Sint-Jan NV
Kerkstraat 21 - 9000 Gent
BTW BE 0403.170.701                                  Taverne du Parc SPRL
                                                     Avenue Louise 120
FACTUUR / FACTURE  nr 25/00781                       1050 Bruxelles
Datum / Date: 06/05/2025                             BTW/TVA: BE 0876.543.210
Vervaldag / Échéance: 05/06/2025

Omschrijving / Description          Aantal/Qté     Prijs/Prix     Bedrag/Montant
Vat blond 20 l                               6          62,00             372,00
Leeggoed                                     6          30,00             180,00

Totaal excl. BTW / Total HTVA                                             552,00
BTW / TVA 21%                                                              78,12
Totaal / Total TVAC                                                       630,12
`,
    says: {
      vendor: 'Brouwerij Sint-Jan NV',
      invoice_number: '25/00781',
      date: '2025-05-06',
      due_date: '2025-06-05',
      currency: 'EUR',
      net: '552.00',
      tax: '78.12',
      total: '630.12',
      vendor_tax_id: 'BE0403170701',
      items: ['372.00', '180.00'],
    },
  },
  {
    name: 'freelancer without company, tax free, amount in words of the label',
    text: `
Sofia Marek
Graphic Designer
Sofia@marekdesign.eu

To: Lighthouse Publishing Ltd

Invoice: 2025-07
Date: 1 July 2025

Illustrations for "The Tide"                 EUR 1.800,00
Cover                                          EUR 650,00

Total amount payable                         EUR 2.450,00

Not VAT registered. Please transfer within 14 days to IBAN SK31 1200 0000 1987 4263 7541.
`,
    says: {
      vendor: 'Sofia Marek',
      invoice_number: '2025-07',
      date: '2025-07-01',
      due_date: '2025-07-15',
      currency: 'EUR',
      total: '2450.00',
      iban: 'SK3112000000198742637541',
      items: ['1800.00', '650.00'],
    },
  },
  {
    name: 'American accounting software: headings over their values',
    text: `
Silver Creek Plumbing                                              INVOICE
4410 County Road 12
Boise, ID 83702
(208) 555-0110

BILL TO
Marjorie Dean
18 Aspen Way
Boise, ID 83703

INVOICE #          DATE              TERMS          DUE DATE
1187               09/02/2025        Net 30         10/02/2025

DATE          ACTIVITY        DESCRIPTION                    QTY       RATE      AMOUNT
08/28/2025    Labor           Replace kitchen faucet           2      95.00      190.00
08/28/2025    Parts           Faucet, brushed nickel           1     149.99      149.99T

                                                        SUBTOTAL                 339.99
                                                        TAX                        9.00
                                                        TOTAL                    348.99
                                                        BALANCE DUE            $348.99
`,
    says: {
      vendor: 'Silver Creek Plumbing',
      invoice_number: '1187',
      date: '2025-09-02',
      due_date: '2025-10-02',
      currency: 'USD',
      net: '339.99',
      tax: '9.00',
      total: '348.99',
      items: ['190.00', '149.99'],
    },
  },
  {
    name: 'advertising: labels with leaders, seller above the buyer',
    text: `
Invoice
Invoice number: 4471902288
                                              Searchwell Ireland Limited
                                              Gordon House
                                              Barrow Street
                                              Dublin 4
Bill to                                       Ireland
Studio Nord GmbH                              VAT number: IE6388047V
Hafenweg 2
20457 Hamburg
Germany
Tax ID: DE299999999

Details
Invoice number  ....................  4471902288
Invoice date  ....................  30 Sep 2025
Billing ID  ....................  5521-8876-1234

Searchwell Ads

Total in EUR                                                 €1,240.50
Summary for 1 Sep 2025 - 30 Sep 2025
Subtotal in EUR                                              €1,240.50
VAT (0%)                                                         €0.00
Total in EUR                                                 €1,240.50

You will be automatically charged for any amount due.
`,
    says: {
      vendor: 'Searchwell Ireland Limited',
      invoice_number: '4471902288',
      date: '2025-09-30',
      currency: 'EUR',
      net: '1240.50',
      tax: '0.00',
      total: '1240.50',
      vendor_tax_id: 'IE6388047V',
    },
  },
  {
    name: 'American credit memo in brackets',
    text: `
Harbor Supply Co.
200 Dock St, Portland, OR 97201
CREDIT MEMO
Credit Memo No: CM-331                    Date: 11/20/2025
Original Invoice: 88120

Returned: Rope 50 ft                      2      (24.00)       (48.00)
                                   Subtotal                    (48.00)
                                   Sales Tax 0%                  (0.00)
                                   Total Credit               ($48.00)
`,
    says: {
      kind: 'credit_note',
      vendor: 'Harbor Supply Co.',
      invoice_number: 'CM-331',
      date: '2025-11-20',
      currency: 'USD',
      total: '-48.00',
      items: ['-48.00'],
    },
  },
  {
    name: 'German accounting software, due in a sentence',
    text: `
Möbelwerk Tischler GmbH | Holzweg 3 | 72250 Freudenstadt

Kanzlei Dr. Roth & Partner
Königstr. 12
70173 Stuttgart

                                                  Rechnungs-Nr.      RE-1043
                                                  Rechnungsdatum     03.09.2025
                                                  Lieferdatum        01.09.2025
                                                  Ihre Kundennummer  1022

Rechnung Nr. RE-1043

Sehr geehrte Damen und Herren,

Pos. Beschreibung                  Menge        Einzelpreis      Gesamtpreis
1.   Besprechungstisch Eiche       1,00 Stk      2.890,00 EUR     2.890,00 EUR
2.   Montage vor Ort               4,50 Std         68,00 EUR       306,00 EUR

                              Gesamtbetrag netto                  3.196,00 EUR
                              zzgl. Umsatzsteuer 19%                607,24 EUR
                              Gesamtbetrag brutto                 3.803,24 EUR

Der Rechnungsbetrag ist bis zum 17.09.2025 ohne Abzug zahlbar.

Möbelwerk Tischler GmbH     USt-ID DE301234567      Volksbank Freudenstadt
Holzweg 3                   HRB 44021 Stuttgart     IBAN DE02120300000000202051
72250 Freudenstadt          GF: Max Tischler        BIC BYLADEM1001
`,
    says: {
      vendor: 'Möbelwerk Tischler GmbH',
      invoice_number: 'RE-1043',
      date: '2025-09-03',
      due_date: '2025-09-17',
      currency: 'EUR',
      net: '3196.00',
      tax: '607.24',
      total: '3803.24',
      vendor_tax_id: 'DE301234567',
      iban: 'DE02120300000000202051',
      items: ['2890.00', '306.00'],
    },
  },
  {
    name: 'Dutch web shop, tax in brackets behind the total',
    text: `
Webwinkel De Lamp                                   Factuur
Stationsplein 4                                     Factuurnummer: 2025000871
1012 AB Amsterdam                                   Ordernummer: 100042219
info@delamp.nl                                      Orderdatum: 14-11-2025
BTW: NL004495445B01                                 Factuurdatum: 15-11-2025

Factuuradres                      Verzendadres
J. de Vries                       J. de Vries
Dorpsstraat 5                     Dorpsstraat 5
1234 AB Hilversum                 1234 AB Hilversum

Product                      Aantal     Prijs       Totaal
Tafellamp Noor                    1    € 59,95     € 59,95
Lichtbron E27 LED                 2     € 6,50     € 13,00
                              Subtotaal             € 72,95
                              Verzending             € 4,95
                              Totaal                € 77,90 (inclusief € 13,52 btw)
`,
    says: {
      vendor: 'Webwinkel De Lamp',
      invoice_number: '2025000871',
      date: '2025-11-15',
      currency: 'EUR',
      tax: '13.52',
      total: '77.90',
      items: ['59.95', '13.00'],
    },
  },
  {
    name: 'Italian craftsman without a legal form',
    text: `
IDRAULICA CONTI di Conti Mario
Via Roma 5 - 10100 Torino
C.F. CNTMRA70A01L219X - P.IVA 01234567897
                                        Spett.le
                                        CONDOMINIO VIA PO 12
                                        10100 TORINO
FATTURA   N. 37   DEL 12/09/2025
Descrizione                                          Importo
Riparazione perdita bagno                             180,00
Materiale                                              45,00
Imponibile                        225,00
IVA 10%                            22,50
Totale fattura                  € 247,50
Pagamento: rimessa diretta
`,
    says: {
      vendor: 'IDRAULICA CONTI di Conti Mario',
      invoice_number: '37',
      date: '2025-09-12',
      currency: 'EUR',
      net: '225.00',
      tax: '22.50',
      total: '247.50',
      items: ['180.00', '45.00'],
    },
  },
] as const;
