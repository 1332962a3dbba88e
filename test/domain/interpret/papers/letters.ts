/** Invoices as firms in eight countries print them; all made up. `says` is what must be read. */
export const letters = [
  {
    name: 'English, two columns, VAT at one rate',
    text: `
Northgate Tools Ltd                                              INVOICE
14 Mill Lane, Leeds LS1 4AB
VAT Reg No GB123456789

Bill to                                  Invoice number    INV-20871
Harrow Bakery Limited                    Invoice date      04/11/2025
22 High Street                           Due date          04/12/2025
London N1 9GU                            Customer no       C-10044

Description                        Qty     Unit price     VAT      Amount
Chisel set, 6 pieces                 2          45.00     20%       90.00
Bench vice 125 mm                    1         129.50     20%      129.50
with mounting bolts
Delivery                             1           9.95     20%        9.95

                                              Subtotal            229.45
                                              VAT 20%              45.89
                                              Total              £275.34

Payment terms: 30 days net
Barclays Bank   IBAN GB33BUKB20201555555555   www.northgatetools.co.uk
`,
    says: {
      vendor: 'Northgate Tools Ltd',
      invoice_number: 'INV-20871',
      date: '2025-11-04',
      due_date: '2025-12-04',
      currency: 'GBP',
      net: '229.45',
      tax: '45.89',
      total: '275.34',
      vendor_tax_id: 'GB123456789',
      iban: 'GB33BUKB20201555555555',
      items: ['90.00', '129.50', '9.95'],
    },
  },
  {
    name: 'American, month first, sales tax, balance after a deposit',
    text: `
Blue Ridge Landscaping LLC
810 Orchard Road
Asheville, NC 28801
(828) 555-0143
billing@blueridgelandscaping.com

INVOICE                                        Invoice #   10457
                                               Date        03/09/2025
BILL TO                                        Due Date    03/24/2025
Dana Whitfield                                 Terms       Net 15
7 Cedar Court
Asheville, NC 28803

DESCRIPTION                              HOURS        RATE        AMOUNT
Spring clean-up                              6       55.00        330.00
Mulch, dark brown, per yard                 12       38.50        462.00

                                              SUBTOTAL            792.00
                                              TAX (7%)             55.44
                                              TOTAL              $847.44
                                              DEPOSIT            $200.00
                                              BALANCE DUE        $647.44

Thank you for your business!
`,
    says: {
      vendor: 'Blue Ridge Landscaping LLC',
      invoice_number: '10457',
      date: '2025-03-09',
      due_date: '2025-03-24',
      currency: 'USD',
      net: '792.00',
      tax: '55.44',
      total: '847.44',
      items: ['330.00', '462.00'],
    },
  },
  {
    name: 'German letter, sender line, two rates, thousands with points',
    text: `
                                                          Druckhaus Lindner GmbH
                                                          Am Hafen 7
                                                          28195 Bremen
Druckhaus Lindner GmbH · Am Hafen 7 · 28195 Bremen        Telefon 0421 5550-0
Weber & Söhne KG                                          info@druckhaus-lindner.de
Frau Petra Weber
Gartenstraße 12                                           Kundennummer:      30117
27570 Bremerhaven                                         Rechnungsdatum:    12.03.2025
                                                          Leistungsdatum:    10.03.2025

*Rechnung *Nr. *R-2025-0318

Sehr geehrte Frau Weber, wir berechnen Ihnen für unsere Leistungen:

Pos  Bezeichnung                        Menge   Einzelpreis   MwSt       Gesamt
1    Broschüren, A5, 24 Seiten           2.500        0,42 €   7 %   1.050,00 €
2    Plakate A1                             40        6,20 €  19 %     248,00 €
     auf 200 g Bilderdruck
3    Satzarbeiten                            3       85,00 €  19 %     255,00 €

                                        Summe netto                  1.553,00 €
                                        zzgl. 7 % MwSt.                 73,50 €
                                        zzgl. 19 % MwSt.                95,57 €
                                        Rechnungsbetrag              1.722,07 €

Zahlbar innerhalb von 14 Tagen ohne Abzug. Bei Zahlung bis 20.03.2025 2 % Skonto.

Sparkasse Bremen    IBAN DE89 3704 0044 0532 0130 00    USt-IdNr. DE811907980
`,
    says: {
      vendor: 'Druckhaus Lindner GmbH',
      invoice_number: 'R-2025-0318',
      date: '2025-03-12',
      due_date: '2025-03-26',
      currency: 'EUR',
      net: '1553.00',
      tax: '169.07',
      total: '1722.07',
      vendor_tax_id: 'DE811907980',
      iban: 'DE89370400440532013000',
      items: ['1050.00', '248.00', '255.00'],
    },
  },
  {
    name: 'French, deposit deducted: total and what is left to pay differ',
    text: `
MENUISERIE DU LAC SARL
12 quai des Marronniers
74000 Annecy
Tél : 04 50 00 00 00
SIRET 812 345 678 00017 - TVA FR40123456824

                                                     Madame Claire Fontaine
                                                     3 impasse des Lilas
                                                     74940 Annecy-le-Vieux

FACTURE N° F2025-117                                 Annecy, le 3 juin 2025

Désignation                            Quantité    Prix unitaire HT    Montant HT
Fenêtre chêne 120 x 95                        4              612,50      2 450,00
Pose                                          4             147,00         588,00

                                                   Total HT             3 038,00
                                                   TVA 10 %               303,80
                                                   Total TTC            3 341,80
                                                   Acompte versé        1 000,00
                                                   Net à payer          2 341,80 €

Conditions de règlement : 30 jours à réception. Échéance : 03/07/2025
`,
    says: {
      vendor: 'MENUISERIE DU LAC SARL',
      invoice_number: 'F2025-117',
      date: '2025-06-03',
      due_date: '2025-07-03',
      currency: 'EUR',
      net: '3038.00',
      tax: '303.80',
      total: '3341.80',
      vendor_tax_id: 'FR40123456824',
      items: ['2450.00', '588.00'],
    },
  },
  {
    name: 'Spanish, totals in a row under their headings',
    text: `
TALLERES MORENO, S.L.                                    FACTURA
C/ Industria 45                                          Nº factura: A/2025/0093
46015 Valencia                                           Fecha: 17/02/2025
CIF: ESB96123454
                                                         CLIENTE
                                                         Panadería La Espiga S.A.
                                                         Av. del Puerto 10
                                                         46023 Valencia
                                                         NIF: A46111111

Concepto                                  Cantidad     Precio      Importe
Cambio de aceite y filtro                        1      64,90        64,90
Pastillas de freno delanteras                    1     118,00       118,00
Mano de obra                                   2,5      42,00       105,00

Base imponible          % IVA         Cuota IVA          TOTAL FACTURA
        287,90             21             60,46               348,36 €

Forma de pago: transferencia a 30 días
IBAN ES91 2100 0418 4502 0005 1332
`,
    says: {
      vendor: 'TALLERES MORENO, S.L.',
      invoice_number: 'A/2025/0093',
      date: '2025-02-17',
      due_date: '2025-03-19',
      currency: 'EUR',
      net: '287.90',
      tax: '60.46',
      total: '348.36',
      iban: 'ES9121000418450200051332',
      items: ['64.90', '118.00', '105.00'],
    },
  },
  {
    name: 'Italian',
    text: `
Cartoleria Ferri S.r.l.                              Spett.le
Via Garibaldi 8                                      Studio Bianchi & Associati
40121 Bologna BO                                     Via Mazzini 21
P.IVA IT01234567897                                  40137 Bologna BO
                                                     P.IVA 09876543217

Fattura n. 142/2025                   del 28/05/2025

Descrizione                        Quantità     Prezzo unit.     IVA      Importo
Carta A4 80 g                            20             4,10     22%        82,00
Toner nero                                2            61,50     22%       123,00

                                     Imponibile                            205,00
                                     IVA 22%                                45,10
                                     Totale documento                   € 250,10

Scadenza: 27/06/2025     Pagamento: bonifico bancario
`,
    says: {
      vendor: 'Cartoleria Ferri S.r.l.',
      invoice_number: '142/2025',
      date: '2025-05-28',
      due_date: '2025-06-27',
      currency: 'EUR',
      net: '205.00',
      tax: '45.10',
      total: '250.10',
      vendor_tax_id: 'IT01234567897',
      items: ['82.00', '123.00'],
    },
  },
  {
    name: 'Dutch',
    text: `
Fietsenmakerij De Ketting B.V.
Oudegracht 112
3511 AX Utrecht
KvK 30201234    BTW NL004495445B01

Factuuradres                                  Factuurnummer      2025-0456
Gemeente Zeist                                Factuurdatum       7 augustus 2025
Het Rond 1                                    Vervaldatum        21 augustus 2025
3701 HS Zeist                                 Uw referentie      PO 77812

Omschrijving                             Aantal      Prijs        Bedrag
Onderhoudsbeurt dienstfiets                  12      48,50        582,00
Binnenband 28 inch                           12       9,75        117,00

                                    Totaal excl. btw              699,00
                                    Btw 21%                       146,79
                                    Totaal te betalen           € 845,79

Gelieve te betalen op IBAN NL91 ABNA 0417 1643 00 t.n.v. De Ketting.
`,
    says: {
      vendor: 'Fietsenmakerij De Ketting B.V.',
      invoice_number: '2025-0456',
      date: '2025-08-07',
      due_date: '2025-08-21',
      currency: 'EUR',
      net: '699.00',
      tax: '146.79',
      total: '845.79',
      vendor_tax_id: 'NL004495445B01',
      iban: 'NL91ABNA0417164300',
      items: ['582.00', '117.00'],
    },
  },
  {
    name: 'Portuguese',
    text: `
Padaria Aurora, Lda
Rua das Flores 33
4050-265 Porto
Contribuinte n.º PT501234560
                                              Exmo(s) Sr(s)
                                              Hotel Ribeira S.A.
                                              Largo do Terreiro 2
                                              4050-603 Porto

Fatura n.º FT 2025/318          Data: 2025-04-11         Vencimento: 2025-05-11

Descrição                              Qtd.     Preço unit.     IVA       Total
Pão de mistura                          200            0,35      6%       70,00
Croissant                               150            0,90     13%      135,00

                                        Total sem IVA                    205,00
                                        IVA                               21,75
                                        Total a pagar                    226,75 EUR
`,
    says: {
      vendor: 'Padaria Aurora, Lda',
      invoice_number: 'FT 2025/318',
      date: '2025-04-11',
      due_date: '2025-05-11',
      currency: 'EUR',
      net: '205.00',
      tax: '21.75',
      total: '226.75',
      items: ['70.00', '135.00'],
    },
  },
  {
    name: 'Polish, seller and buyer side by side',
    text: `
Faktura VAT nr FV/0087/03/2025                       Data wystawienia: 14.03.2025
                                                     Data sprzedaży: 12.03.2025
                                                     Termin płatności: 28.03.2025

Sprzedawca:                                  Nabywca:
Zakład Stolarski Nowak Sp. z o.o.            Restauracja Pod Lipą
ul. Leśna 4                                  ul. Rynek 15
30-001 Kraków                                31-042 Kraków
NIP: PL6762345678                            NIP: 6751112233

Lp  Nazwa towaru lub usługi     Ilość  Cena netto   Wartość netto  VAT   Kwota VAT   Wartość brutto
1   Stół dębowy 180 cm              2    1 250,00        2 500,00  23%      575,00         3 075,00
2   Krzesło tapicerowane            8      310,00        2 480,00  23%      570,40         3 050,40

                                        Razem:           4 980,00         1 145,40         6 125,40

Do zapłaty: 6 125,40 PLN
Nr konta: PL61 1090 1014 0000 0712 1981 2874
`,
    says: {
      vendor: 'Zakład Stolarski Nowak Sp. z o.o.',
      invoice_number: 'FV/0087/03/2025',
      date: '2025-03-14',
      due_date: '2025-03-28',
      currency: 'PLN',
      net: '4980.00',
      tax: '1145.40',
      total: '6125.40',
      vendor_tax_id: 'PL6762345678',
      iban: 'PL61109010140000071219812874',
      items: ['2500.00', '2480.00'],
    },
  },
  {
    name: 'Swiss, apostrophes, rounding to five centimes',
    text: `
Velo Huber AG
Bahnhofstrasse 3
8400 Winterthur
CHE-116.281.710 MWST

Frau
Regula Meier
Seeweg 9
8610 Uster

Rechnung 88213                                   Datum: 02.10.2025

Artikel                                   Anzahl        Preis        Betrag
E-Bike Modell City                             1     3'490.00      3'490.00
Kindersitz                                     1       189.50        189.50

                                       Zwischensumme              3'679.50
                                       MWST 8.1%                    298.04
                                       Rundung                        0.01
                                       Total CHF                  3'977.55

Zahlbar bis 01.11.2025
`,
    says: {
      vendor: 'Velo Huber AG',
      invoice_number: '88213',
      date: '2025-10-02',
      due_date: '2025-11-01',
      currency: 'CHF',
      net: '3679.50',
      tax: '298.04',
      total: '3977.55',
      items: ['3490.00', '189.50'],
    },
  },
  {
    name: 'German credit note, amounts positive on paper',
    text: `
Elektro Sommer GmbH & Co. KG
Industrieweg 21, 90431 Nürnberg

Café Zentral
Marktplatz 1
90403 Nürnberg

*GUTSCHRIFT                                Gutschrift-Nr.:  GS-4471
zur Rechnung 2025-889 vom 02.05.2025       Datum:           15.05.2025

Artikel                              Menge      Preis        Betrag
Espressomühle (Rücksendung)              1     349,00        349,00

                                   Nettobetrag             349,00 EUR
                                   USt. 19 %                66,31 EUR
                                   Gesamtbetrag            415,31 EUR
`,
    says: {
      kind: 'credit_note',
      vendor: 'Elektro Sommer GmbH & Co. KG',
      invoice_number: 'GS-4471',
      date: '2025-05-15',
      currency: 'EUR',
      net: '349.00',
      tax: '66.31',
      total: '415.31',
      items: ['349.00'],
    },
  },
  {
    name: 'Indian, lakh grouping, GST in two halves',
    text: `
Sharma Textiles Pvt. Ltd.
Plot 18, Ring Road, Surat 395002, Gujarat
GSTIN: 24AABCS1429B1Z5

TAX INVOICE

Invoice No: ST/25-26/0412             Date: 21-Jul-2025
Buyer: Meera Garments, Mumbai         PO No: MG-889

Description              HSN       Qty      Rate        Amount
Cotton fabric 44 inch    5208      1,200    115.00      1,38,000.00
Denim 10 oz              5209        400    210.50        84,200.00

                              Taxable value           2,22,200.00
                              CGST 2.5%                   5,555.00
                              SGST 2.5%                   5,555.00
                              Grand Total           Rs. 2,33,310.00
`,
    says: {
      vendor: 'Sharma Textiles Pvt. Ltd.',
      invoice_number: 'ST/25-26/0412',
      date: '2025-07-21',
      currency: 'INR',
      net: '222200.00',
      tax: '11110.00',
      total: '233310.00',
      items: ['138000.00', '84200.00'],
    },
  },
] as const;
