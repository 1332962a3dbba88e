/** Bills of suppliers in many layouts, written after the rules; all made up. `says` is what must be read. */
export const suppliers = [
  {
    name: 'US letter: totals at the left, terms in words, month first by its terms',
    text: `
*NORTHGATE PLUMBING SUPPLY
4410 Industrial Pkwy
Columbus, OH 43204
(614) 555-0142

INVOICE                                     Invoice #: 88-20417
                                            Date: 04/05/2025
                                            Due Date: 05/05/2025
Bill To:                                    Ship To:
Harmon Builders                             Harmon Builders
12 Grant Ave                                Site 4, Lot 9
Columbus, OH 43201                          Dublin, OH 43017

QTY   ITEM            DESCRIPTION                      PRICE      EXTENDED
12    CP-3/4          Copper pipe 3/4 in x 10 ft       21.50        258.00
4     BV-100          Ball valve                       18.25         73.00
1     MISC            Flux and solder kit              34.00         34.00

Subtotal      365.00
Sales Tax 7.5% 27.38
Freight        15.00
TOTAL        $407.38

Terms: Net 30
`,
    says: {
      vendor: 'NORTHGATE PLUMBING SUPPLY',
      invoice_number: '88-20417',
      date: '2025-04-05',
      due_date: '2025-05-05',
      currency: 'USD',
      tax: '27.38',
      total: '407.38',
      items: ['258.00', '73.00', '34.00'],
    },
  },
  {
    name: 'German: two rates, skonto, advance payment taken off',
    text: `
*Elektro Hansen GmbH & Co. KG
Deichstraße 8 · 24103 Kiel · Tel. 0431 55 12 90

Elektro Hansen GmbH & Co. KG · Deichstraße 8 · 24103 Kiel
Restaurant Seeblick
Kaistraße 77
24114 Kiel
                                                  Schlussrechnung
                                                  Nr. SR-25-0091
                                                  Kiel, den 17. Juli 2025
                                                  Kundennr. 10482

Pos  Leistung                             Menge   EP         Gesamt
1    Zähleranlage erneuern                1       1.850,00   1.850,00 €
2    Fachbücher Netzanschluss (7 %)       2          50,00     100,00 €

                                   Summe netto              1.950,00 €
                                   zzgl. 7 % MwSt               7,00 €
                                   zzgl. 19 % MwSt            351,50 €
                                   Gesamtbetrag             2.308,50 €
                                   abzgl. Abschlagszahlung  1.000,00 €
                                   Restbetrag               1.308,50 €

Zahlbar innerhalb von 14 Tagen ohne Abzug, bei Zahlung innerhalb von 7 Tagen 2 % Skonto.
USt-IdNr. DE811234567   IBAN DE89 3704 0044 0532 0130 00
`,
    says: {
      vendor: 'Elektro Hansen GmbH & Co. KG',
      invoice_number: 'SR-25-0091',
      date: '2025-07-17',
      due_date: '2025-07-31',
      currency: 'EUR',
      net: '1950.00',
      tax: '358.50',
      total: '2308.50',
    },
  },
  {
    name: 'Swedish: kr, OCR number, due date in words of its own',
    text: `
Lindqvist Måleri AB                                    FAKTURA
Storgatan 14
411 24 Göteborg                              Fakturanummer   30118
                                             Fakturadatum    2025-05-12
Faktura till                                 Förfallodatum   2025-06-11
Bostadsföreningen Eken                       OCR-nummer      3011805
Ekvägen 3
413 11 Göteborg

Beskrivning              Antal       À-pris         Belopp
Målning trapphus            40       450,00      18 000,00
Färg och material            1     2 400,00       2 400,00

                              Summa exkl. moms   20 400,00
                              Moms 25 %           5 100,00
                              Att betala      25 500,00 kr

Org.nr 556677-8899   Bankgiro 123-4567   Godkänd för F-skatt
`,
    says: {
      vendor: 'Lindqvist Måleri AB',
      invoice_number: '30118',
      date: '2025-05-12',
      due_date: '2025-06-11',
      currency: 'SEK',
      total: '25500.00',
    },
  },
  {
    name: 'French: VAT table by rate, deposit paid, TTC and amount left told apart',
    text: `
                                   *MENUISERIE CARRÉ
                                   SARL au capital de 8 000 €
                                   14 avenue des Tilleuls 33000 Bordeaux
                                   SIRET 449 112 387 00024  TVA FR61449112387

Facture N° F2025-0447 du 03/06/2025
Client : M. et Mme Garnier
2 rue Basse 33600 Pessac

Désignation                       Qté    PU HT       TVA     Total HT
Porte d'entrée chêne               1   2 100,00     10 %     2 100,00
Pose                               1     400,00     10 %       400,00
Poignée inox                       2      60,00     20 %       120,00

Taux      Base HT      Montant TVA
10 %      2 500,00          250,00
20 %        120,00           24,00

Total HT          2 620,00 €
Total TVA           274,00 €
Total TTC         2 894,00 €
Acompte versé     1 000,00 €
Net à payer       1 894,00 €

Règlement à 30 jours date de facture
`,
    says: {
      vendor: 'MENUISERIE CARRÉ',
      invoice_number: 'F2025-0447',
      date: '2025-06-03',
      due_date: '2025-07-03',
      net: '2620.00',
      tax: '274.00',
      total: '2894.00',
      items: ['2100.00', '400.00', '120.00'],
    },
  },
  {
    name: 'Italian: forfettario without VAT, stamp duty, total of the document',
    text: `
Dott. Paolo Ferri
Via Garibaldi 22 - 40121 Bologna
P. IVA 03311220377  C.F. FRRPLA80A01A944X

FATTURA n. 12/2025                         Bologna, 28 febbraio 2025

Spett.le
Studio Associato Verdi
Via Roma 1
40125 Bologna

Descrizione                                         Importo
Consulenza informatica febbraio 2025               1.200,00
Contributo integrativo 4%                             48,00

Imponibile                                         1.248,00
Imposta di bollo                                       2,00
Totale documento                              €    1.250,00

Operazione senza applicazione dell'IVA ai sensi della legge 190/2014
Pagamento: bonifico entro 30 giorni
`,
    says: {
      vendor: 'Dott. Paolo Ferri',
      invoice_number: '12/2025',
      date: '2025-02-28',
      currency: 'EUR',
      total: '1250.00',
    },
  },
  {
    name: 'Spanish: IRPF withheld, total of the invoice is what is asked for',
    text: `
FACTURA                                       Nº: A/2025-044
                                              Fecha: 15-04-2025
Marta Ruiz Diseño Gráfico                     Cliente:
NIF 50123456K                                 Editorial Luna S.L.
C/ Mayor 3, 2º B                              B84123456
28013 Madrid                                  Av. de América 20, Madrid

Concepto                         Unidades    Precio     Importe
Maquetación catálogo                    1    900,00      900,00
Ilustraciones                           4     75,00      300,00

Base imponible      1.200,00 €
IVA 21 %              252,00 €
IRPF -15 %           -180,00 €
TOTAL               1.272,00 €

Vencimiento: 15-05-2025   IBAN ES91 2100 0418 4502 0005 1332
`,
    says: {
      vendor: 'Marta Ruiz Diseño Gráfico',
      invoice_number: 'A/2025-044',
      date: '2025-04-15',
      due_date: '2025-05-15',
      total: '1272.00',
    },
  },
  {
    name: 'Dutch: two columns of facts, VAT high and low',
    text: `
*Bloemenhal De Tuin V.O.F.
Marktplein 5, 1431 BR Aalsmeer            FACTUUR

Factuurnummer   2025.0731                 Aan
Factuurdatum    31-07-2025                Hotel Zonneduin B.V.
Vervaldatum     14-08-2025                Strandweg 2
Debiteurnr.     2210                      2042 AA Zandvoort

Aantal   Omschrijving                 Prijs     BTW     Bedrag
20       Boeket lobby                 35,00      9%     700,00
4        Vaas keramiek                50,00     21%     200,00

Subtotaal                                               900,00
BTW 9% over 700,00                                       63,00
BTW 21% over 200,00                                      42,00
Totaal                                              € 1.005,00

KvK 34112233   BTW NL801234567B01   IBAN NL91 ABNA 0417 1643 00
`,
    says: {
      vendor: 'Bloemenhal De Tuin V.O.F.',
      invoice_number: '2025.0731',
      date: '2025-07-31',
      due_date: '2025-08-14',
      net: '900.00',
      tax: '105.00',
      total: '1005.00',
      items: ['700.00', '200.00'],
    },
  },
  {
    name: 'Portuguese: series number, withholding none, IVA table',
    text: `
Oficina do Vale, Unipessoal Lda
Rua das Flores 88
4050-265 Porto
NIF: 509 442 013

Fatura FT A/1187                          Original
Data: 2025-09-02        Vencimento: 2025-10-02

Exmo. Sr.
Transportes Sado, S.A.
Estrada Nacional 10
2910-123 Setúbal
Contribuinte: 501 234 567

Artigo   Descrição            Qtd.   Preço Unit.   IVA    Valor
0011     Revisão geral        1      180,00        23     180,00
0040     Óleo 5W30            5       9,00         23      45,00

Resumo do IVA    Incidência   Taxa    Valor IVA
                 225,00       23%     51,75
Total líquido    225,00
Total IVA         51,75
Total a pagar    276,75 EUR
`,
    says: {
      vendor: 'Oficina do Vale, Unipessoal Lda',
      invoice_number: 'FT A/1187',
      date: '2025-09-02',
      due_date: '2025-10-02',
      tax: '51.75',
      total: '276.75',
    },
  },
  {
    name: 'Polish: paid in words, gross in the table',
    text: `
Faktura VAT nr 118/06/2025
Data wystawienia: 18.06.2025
Data sprzedaży: 17.06.2025
Termin płatności: 02.07.2025    Sposób płatności: przelew

Sprzedawca:                        Nabywca:
Drukarnia Wisła sp. z o.o.         Fundacja Orzeł
ul. Nadbrzeżna 4                   ul. Długa 10
00-101 Warszawa                    00-238 Warszawa
NIP: 525-22-33-445                 NIP: 526-11-22-334

Lp.  Nazwa            Ilość  J.m.  Cena netto  Wartość netto  VAT   Kwota VAT  Wartość brutto
1    Ulotki A5        1000   szt.        0,40         400,00  23%       92,00          492,00
2    Plakaty B2         50   szt.        6,00         300,00  23%       69,00          369,00
                             Razem                    700,00           161,00          861,00

Do zapłaty: 861,00 PLN
Słownie: osiemset sześćdziesiąt jeden złotych
`,
    says: {
      vendor: 'Drukarnia Wisła sp. z o.o.',
      invoice_number: '118/06/2025',
      date: '2025-06-18',
      due_date: '2025-07-02',
      currency: 'PLN',
      net: '700.00',
      tax: '161.00',
      total: '861.00',
    },
  },
  {
    name: 'a freelancer: vendor at the foot only, no table lines, bare dollar',
    text: `
Invoice

Number: 0019
October 3, 2025

To
Bright Ideas Inc.
77 Pine St, Seattle, WA 98101

Logo design for fall campaign ........... $1,200.00
Two rounds of changes ................... $300.00

Total due ............................... $1,500.00
Payable by October 17, 2025

Maria Gomez Design LLC
maria@mariagomezdesign.com
2201 Oak St, Portland, OR 97205
`,
    says: {
      vendor: 'Maria Gomez Design LLC',
      invoice_number: '0019',
      date: '2025-10-03',
      due_date: '2025-10-17',
      currency: 'USD',
      total: '1500.00',
    },
  },
  {
    name: 'Canadian: GST and QST, date with the year first, bare dollar',
    text: `
Les Services Informatiques Boréal inc.
1200 rue Sherbrooke Ouest, Montréal (Québec) H3A 1H6
TPS/GST 81234 5678 RT0001   TVQ/QST 1212345678 TQ0001

INVOICE 25-1188
Date 2025-08-20
Sold to: Maple Dental Clinic, 45 King St, Ottawa ON

Managed backup, August         1      400.00      400.00
On-site support                3       95.00      285.00

Subtotal                                 $685.00
GST (5%)                                  $34.25
QST (9.975%)                              $68.33
Total CAD                                $787.58
Balance due                              $787.58
`,
    says: {
      vendor: 'Les Services Informatiques Boréal inc.',
      invoice_number: '25-1188',
      date: '2025-08-20',
      currency: 'CAD',
      net: '685.00',
      tax: '102.58',
      total: '787.58',
    },
  },
  {
    name: 'British: discount before VAT, PO number beside the invoice number',
    text: `
*Fenwick & Hale Printers Ltd                              TAX INVOICE
Unit 6, Quarry Road, Bristol BS4 3EH
VAT Reg No GB 214 5532 08

Invoice To                       Invoice No     FH10992
Castle Estates LLP               Invoice Date   09/10/2025
1 Castle Green                   Your PO        PO-7781
Bristol BS1 3DL                  Account        CAST01

Description                     Quantity     Unit Price       Net
Brochure A4 24pp                     500           2.40    1,200.00
Business cards                     1,000           0.06       60.00

                                           Goods           1,260.00
                                           Discount 5%       -63.00
                                           Net             1,197.00
                                           VAT @ 20%         239.40
                                           Invoice Total  £1,436.40

Payment due by 08/11/2025. Sort code 20-11-22 Account 33445566
`,
    says: {
      vendor: 'Fenwick & Hale Printers Ltd',
      invoice_number: 'FH10992',
      date: '2025-10-09',
      due_date: '2025-11-08',
      currency: 'GBP',
      net: '1197.00',
      tax: '239.40',
      total: '1436.40',
    },
  },
  {
    name: 'Swiss: CHF, apostrophes, rounding to five',
    text: `
Schreinerei Rütli AG
Dorfstrasse 2
6375 Beckenried
CHE-112.334.556 MWST

Rechnung 250418
Beckenried, 2. Mai 2025

Gemeinde Buochs
Beckenriederstrasse 9
6374 Buochs

Einbauschrank nach Mass             1    3'480.00    3'480.00
Montage                             6       96.00      576.00

Total exkl. MWST                                     4'056.00
MWST 8.1 %                                             328.54
Rundung                                                  0.01
Rechnungsbetrag                              CHF     4'384.55

Zahlbar innert 30 Tagen netto
`,
    says: {
      vendor: 'Schreinerei Rütli AG',
      invoice_number: '250418',
      date: '2025-05-02',
      due_date: '2025-06-01',
      currency: 'CHF',
      total: '4384.55',
    },
  },
  {
    name: 'Norwegian: kr before the amount, KID and account number about',
    text: `
FAKTURA

Fjord Regnskap AS                         Fakturanr      5521
Strandgata 12                             Fakturadato    04.02.2025
5004 Bergen                               Forfallsdato   18.02.2025
Org.nr. 987 654 321 MVA                   KID            0000552110
                                          Kontonr        1503.22.33445
Kaffebrenneriet Bryggen AS
Bryggen 5
5003 Bergen

Beskrivelse                     Antall     Pris        Beløp
Bokføring januar                     8   950,00     7 600,00
Lønnskjøring                         1   800,00       800,00

Netto                                               8 400,00
MVA 25 %                                            2 100,00
Sum å betale                                   kr 10 500,00
`,
    says: {
      vendor: 'Fjord Regnskap AS',
      invoice_number: '5521',
      date: '2025-02-04',
      due_date: '2025-02-18',
      currency: 'NOK',
      total: '10500.00',
    },
  },
  {
    name: 'Danish: faktura with moms, kr by country',
    text: `
Nørrebro Cykler ApS
Blågårdsgade 9, 2200 København N
CVR 33445566

Faktura 1204
Dato: 22-01-2025
Forfalder: 05-02-2025

Til: Kaffebar Grøn, Elmegade 3, 2200 København N

Vare                      Antal      Pris      I alt
Ladcykel service              2    650,00   1.300,00
Dæk                           4    180,00     720,00

Subtotal                                    2.020,00
Moms (25%)                                    505,00
Total DKK                                   2.525,00
`,
    says: {
      vendor: 'Nørrebro Cykler ApS',
      invoice_number: '1204',
      date: '2025-01-22',
      due_date: '2025-02-05',
      currency: 'DKK',
      total: '2525.00',
    },
  },
  {
    name: 'hotel folio: charges a day, the date of the stay is not the day of issue',
    text: `
                      *HOTEL BELLA RIVA S.p.A.
              Lungolago 4 · 28838 Stresa (VB) · Italy

Guest: Mr John Carter            Invoice no.: 2217/25
Room: 214                        Invoice date: 11/05/2025
Arrival: 08/05/2025              Departure: 11/05/2025
Company: Carter Films Ltd

Date         Description                 Charges EUR
08/05/2025   Room                             160.00
09/05/2025   Room                             160.00
10/05/2025   Room                             160.00
10/05/2025   Restaurant                        44.00
11/05/2025   City tax                           9.00

Total incl. VAT                               533.00
VAT 10 % included                              47.64
Paid by Visa                                  533.00
Balance                                         0.00
`,
    says: {
      vendor: 'HOTEL BELLA RIVA S.p.A.',
      invoice_number: '2217/25',
      date: '2025-05-11',
      currency: 'EUR',
      total: '533.00',
    },
  },
  {
    name: 'telecom: earlier balance brought forward, this bill is what is booked',
    text: `
Clearline Telecom plc                       Your bill
PO Box 900, Leeds LS1 1AA

Account number: 8812 4410 22                Bill number: CL-55120931
                                            Bill date: 1 September 2025
                                            Payment due: 15 September 2025
Harbour Cafe
3 Quay Street
Whitby YO21 3PU

Previous balance                                 £54.00
Payment received, thank you                     -£54.00

This month's charges
Line rental                                      £30.00
Calls                                             £8.50
Broadband                                        £25.00
Total excluding VAT                              £63.50
VAT at 20%                                       £12.70
Total charges this bill                          £76.20

Amount due                                       £76.20
`,
    says: {
      vendor: 'Clearline Telecom plc',
      invoice_number: 'CL-55120931',
      date: '2025-09-01',
      due_date: '2025-09-15',
      currency: 'GBP',
      tax: '12.70',
      total: '76.20',
    },
  },
  {
    name: 'number under its heading in a row of boxes, total in a last row of boxes',
    text: `
Kovacs Logistik Kft.
Váci út 99, 1139 Budapest, Hungary
VAT HU12345678

Customer              Invoice No.      Issue date      Due date        Currency
Weber Handel GmbH     KL-2025-00812    2025-03-27      2025-04-26      EUR
Salzburg, Austria

Service                            Qty       Rate        Amount
Road freight Budapest-Salzburg       1     740.00        740.00
Waiting time (h)                     3      45.00        135.00

Net amount      VAT %      VAT amount      Gross amount
875.00          0          0.00            875.00

Reverse charge: VAT to be paid by the recipient.
`,
    says: {
      vendor: 'Kovacs Logistik Kft.',
      invoice_number: 'KL-2025-00812',
      date: '2025-03-27',
      due_date: '2025-04-26',
      currency: 'EUR',
      net: '875.00',
      total: '875.00',
    },
  },
  {
    name: 'prices with tax in them, the tax told in brackets',
    text: `
Bokhandeln Pärlan AB
Org.nr 556123-4567

Kvittofaktura 7781
2025-04-08

Bok: Svensk kokkonst            1        249,00
Bok: Trädgården                 2        398,00
Frakt                                     49,00

Totalt (varav moms 39,40)       696,00 SEK
`,
    says: { vendor: 'Bokhandeln Pärlan AB', date: '2025-04-08', currency: 'SEK', total: '696.00' },
  },
  {
    name: 'Indian: CGST and SGST, lakh grouping, amount in words',
    text: `
                         *SHREE GANESH TRADERS
              Shop 12, MG Road, Pune 411001, Maharashtra
                    GSTIN: 27ABCDE1234F1Z5

                           TAX INVOICE
Invoice No: SGT/25-26/0418            Date: 12-Jun-2025
Bill To: Kumar Engineering Works
GSTIN: 27PQRSX9876L1Z2

S.No  Description        HSN     Qty    Rate         Amount
1     Steel rods 12mm    7214    200    600.00     1,20,000.00
2     Binding wire       7217     50     80.00         4,000.00

                              Taxable value       1,24,000.00
                              CGST 9%                11,160.00
                              SGST 9%                11,160.00
                              Grand Total         ₹1,46,320.00

Rupees One Lakh Forty Six Thousand Three Hundred Twenty Only
`,
    says: {
      vendor: 'SHREE GANESH TRADERS',
      invoice_number: 'SGT/25-26/0418',
      date: '2025-06-12',
      currency: 'INR',
      net: '124000.00',
      tax: '22320.00',
      total: '146320.00',
    },
  },
  {
    name: 'Australian: GST included, ABN, day before month by country',
    text: `
TAX INVOICE

Coastal Arborists Pty Ltd
ABN 51 824 753 556
18 Beach Rd, Byron Bay NSW 2481

Invoice: INV-3302
Issued: 07/08/2025
Due: 21/08/2025

For: Byron Shire Holiday Units

Tree removal                                $1,320.00
Stump grinding                                $440.00

Total (inc. GST)                            $1,760.00
GST included in total                         $160.00
`,
    says: {
      vendor: 'Coastal Arborists Pty Ltd',
      invoice_number: 'INV-3302',
      date: '2025-08-07',
      due_date: '2025-08-21',
      currency: 'AUD',
      tax: '160.00',
      total: '1760.00',
    },
  },
  {
    name: 'Austrian: letter with the facts in one sentence',
    text: `
Mag. Eva Steiner, Steuerberatung
Ringstraße 40, 4020 Linz, ATU61234567

An die
Gasthof Post OG
Marktplatz 1
4400 Steyr
                                            Linz, am 05.12.2024

Honorarnote Nr. 2024/311

Für die Erstellung des Jahresabschlusses 2023 erlaube ich mir zu berechnen:

Jahresabschluss laut Vereinbarung             EUR     2.400,00
Barauslagen                                   EUR        60,00
                                              EUR     2.460,00
20 % Umsatzsteuer                             EUR       492,00
                                              EUR     2.952,00

Ich bitte um Überweisung binnen 10 Tagen.
`,
    says: {
      vendor: 'Mag. Eva Steiner, Steuerberatung',
      invoice_number: '2024/311',
      date: '2024-12-05',
      total: '2952.00',
    },
  },
  {
    name: 'credit note in Spanish, stated positive',
    text: `
Bodegas Altura S.A.
Ctra. de Logroño km 4, 26007 Logroño
CIF A26001234

FACTURA RECTIFICATIVA
Nº R25-0007       Fecha 20/05/2025
Rectifica a la factura F25-0411 de 02/05/2025

Cliente: Vinos del Norte S.L.

Concepto                      Cantidad   Precio    Importe
Devolución crianza 2020             24     7,50     180,00

Base imponible 180,00
IVA 21% 37,80
Total factura 217,80 €
`,
    says: {
      kind: 'credit_note',
      vendor: 'Bodegas Altura S.A.',
      invoice_number: 'R25-0007',
      date: '2025-05-20',
      tax: '37.80',
      total: '217.80',
    },
  },
  {
    name: 'marketplace order: order number and invoice number, seller named below',
    text: `
Tax Invoice/Bill of Supply                        Order ID: OD4412-7781-2
                                                  Order Date: 28.11.2024
Ship to                                           Invoice Number: KA-9931-25
Lena Vogt                                         Invoice Date: 29.11.2024
Hauptstr. 3
50667 Köln

Sold by: Kabelwelt Köln GmbH
VAT: DE298765432

Item                      Qty     Price       Total
USB-C Kabel 2 m             3      9,99       29,97
Versand                     1      4,99        4,99

Grand total                                   34,96 €
thereof VAT 19 %                               5,58 €
`,
    says: {
      vendor: 'Kabelwelt Köln GmbH',
      invoice_number: 'KA-9931-25',
      date: '2024-11-29',
      currency: 'EUR',
      tax: '5.58',
      total: '34.96',
    },
  },
  {
    name: 'electricity: many numbers about, meter readings that look like amounts',
    text: `
Stadtwerke Lahntal GmbH · Wehrstraße 2 · 35039 Marburg

Herrn
Dirk Baumann
Am Hang 7
35041 Marburg                         Vertragskonto    200 118 554
                                      Rechnungsnummer  VK 7781 0023 91
                                      Rechnungsdatum   14.01.2025

Ihre Jahresrechnung Strom
Zählernummer 1 EBZ 0100 4412
Zählerstand alt 18.442   neu 21.884   Verbrauch 3.442 kWh

Arbeitspreis 3.442 kWh x 28,00 ct                         963,76 EUR
Grundpreis 12 Monate                                      120,00 EUR
Nettobetrag                                             1.083,76 EUR
19 % USt                                                  205,91 EUR
Rechnungsbetrag                                         1.289,67 EUR
Ihre Abschläge                                         -1.200,00 EUR
Nachzahlung                                                89,67 EUR
fällig am 29.01.2025
`,
    says: {
      vendor: 'Stadtwerke Lahntal GmbH',
      date: '2025-01-14',
      due_date: '2025-01-29',
      net: '1083.76',
      tax: '205.91',
      total: '1289.67',
    },
  },
  {
    name: 'Irish: VAT analysis before the total, terms by month words',
    text: `
O'Brien Catering Supplies Ltd.
Unit 9 Dock Road, Limerick
VAT IE 9825613N    Phone 061 555 012

INVOICE No. 66120                       DATE 30/06/25
ACCOUNT: The Old Forge Restaurant       TERMS: 30 DAYS

CODE    DESCRIPTION              QTY    PRICE     VALUE
CB100   Chopping boards            6     8.50     51.00
PN220   Sauce pans                 4    22.00     88.00
GL330   Glass washer fluid        10     3.10     31.00

VAT RATE   GOODS     VAT
23.0%      170.00    39.10

GOODS TOTAL      170.00
VAT TOTAL         39.10
INVOICE TOTAL    €209.10
`,
    says: {
      vendor: "O'Brien Catering Supplies Ltd.",
      invoice_number: '66120',
      date: '2025-06-30',
      currency: 'EUR',
      net: '170.00',
      tax: '39.10',
      total: '209.10',
    },
  },
  {
    name: 'Japanese supplier in English: no cents',
    text: `
Sakura Precision Co., Ltd.
2-4-1 Marunouchi, Chiyoda-ku, Tokyo 100-0005

COMMERCIAL INVOICE
Invoice No.   SP-25-0093
Date          2025/07/04
Consignee     Berg Optik GmbH, Wetzlar, Germany

Description                 Qty     Unit Price      Amount
Lens holder LH-20            40        ¥3,200     ¥128,000
Calibration plate             2       ¥18,500      ¥37,000

TOTAL                                             ¥165,000
Payment: T/T 30 days after date of invoice
`,
    says: {
      vendor: 'Sakura Precision Co., Ltd.',
      invoice_number: 'SP-25-0093',
      date: '2025-07-04',
      currency: 'JPY',
      total: '165000',
    },
  },
  {
    name: 'table over two pages with a carry forward',
    text: `
*Agro Verde S.r.l.
Strada Statale 9, 43122 Parma          FATTURA
P.IVA 01234560345                      Numero 441   Data 19/03/2025   Pag. 1

Spett.le Cooperativa Emilia
Via Po 3, 41121 Modena

Descrizione               Quantità    Prezzo     Importo
Sementi mais                    50     12,00      600,00
Concime NPK                     20     35,00      700,00
                              A riportare       1.300,00
---
Agro Verde S.r.l.        Fattura 441 del 19/03/2025   Pag. 2

Descrizione               Quantità    Prezzo     Importo
                              Riporto           1.300,00
Telo pacciamatura               10     20,00      200,00

Totale imponibile          1.500,00
IVA 10%                      150,00
Totale fattura           € 1.650,00
Scadenza 18/04/2025
`,
    says: {
      vendor: 'Agro Verde S.r.l.',
      invoice_number: '441',
      date: '2025-03-19',
      due_date: '2025-04-18',
      net: '1500.00',
      tax: '150.00',
      total: '1650.00',
      items: ['600.00', '700.00', '200.00'],
    },
  },
  {
    name: 'lawyer: hours, disbursements without VAT, matter reference about',
    text: `
Aldous Pryce Solicitors LLP
30 Lincoln Street, London WC2A 3TL
VAT No. 334 5567 21

Private and confidential
Meridian Foods Ltd
Accounts Department
Slough SL1 4XY

Our Ref: AP/MER/0042                      Date: 28 March 2025
Invoice Number: 104417

Re: Lease of Unit 4

Professional services: 12.5 hours at £240.00           £3,000.00
VAT thereon at 20%                                       £600.00
Disbursements (no VAT): search fees                      £145.00

TOTAL NOW DUE                                          £3,745.00

Payment is required within 21 days of the date of this invoice.
`,
    says: {
      vendor: 'Aldous Pryce Solicitors LLP',
      invoice_number: '104417',
      date: '2025-03-28',
      due_date: '2025-04-18',
      currency: 'GBP',
      total: '3745.00',
    },
  },
  {
    name: 'French: invoice of an association, exempt, date in words, avoir mentioned in the terms',
    text: `
Association Les Amis du Parc
Maison des Associations
3 place Carnot - 21000 Dijon

                                     Dijon, le 1er juillet 2025
                                     Mairie de Dijon
                                     Service culture
                                     21000 Dijon

FACTURE 2025-17

Animation fête de la musique              850,00 €
Location de matériel                      150,00 €

TOTAL À PAYER                           1 000,00 €

TVA non applicable, art. 293 B du CGI
En cas de retour un avoir sera établi.
`,
    says: {
      kind: 'invoice',
      vendor: 'Association Les Amis du Parc',
      invoice_number: '2025-17',
      date: '2025-07-01',
      currency: 'EUR',
      total: '1000.00',
    },
  },
  {
    name: 'software in dollars sold from Ireland: currency by code, reverse charge',
    text: `
Pixelforge International Limited                         Invoice
Dublin Docklands, Dublin 1, Ireland
VAT ID: IE3668997OH
                                       INVOICE NUMBER   IRL-0099812
BILL TO                                INVOICE DATE     02-Sep-2025
Grafik Atelier Wien e.U.               ORDER NUMBER     7110042231
Mariahilfer Str. 10                    PAYMENT TERMS    Credit Card
1070 Wien                              CURRENCY         USD
Customer VAT No: ATU12345675

SERVICE TERM: 02-SEP-2025 to 01-OCT-2025

PRODUCT         QTY    UNIT PRICE    NET AMOUNT   TAX RATE   TAX    TOTAL
Suite Pro        2          59.99        119.98      0.00%  0.00   119.98

NET AMOUNT (USD)      119.98
TAXES                   0.00
GRAND TOTAL (USD)     119.98
`,
    says: {
      vendor: 'Pixelforge International Limited',
      invoice_number: 'IRL-0099812',
      date: '2025-09-02',
      currency: 'USD',
      total: '119.98',
      vendor_tax_id: 'IE3668997OH',
    },
  },
  {
    name: 'rent: small text, a total in the middle of a sentence',
    text: `
Hausverwaltung Kröger & Partner mbB
Bahnhofsallee 11, 49074 Osnabrück

Mietrechnung 08/2025                      Rechnungs-Nr.: MR-118-0825
Datum: 01.08.2025

Mieter: Praxis Dr. Anders, Am Wall 3, 49078 Osnabrück

Miete August 2025 netto          1.600,00 EUR
Nebenkosten netto                  250,00 EUR
Zwischensumme                    1.850,00 EUR
MwSt. 19%                          351,50 EUR
Gesamt                           2.201,50 EUR

Bitte überweisen Sie 2.201,50 EUR bis zum 05.08.2025 auf DE02120300000000202051.
`,
    says: {
      vendor: 'Hausverwaltung Kröger & Partner mbB',
      invoice_number: 'MR-118-0825',
      date: '2025-08-01',
      due_date: '2025-08-05',
      net: '1850.00',
      tax: '351.50',
      total: '2201.50',
    },
  },
];
