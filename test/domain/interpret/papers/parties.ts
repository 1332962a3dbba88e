/** Invoices on which two parties stand side by side and no word tells them apart, or an unusual one does; all made up. `says` is what must be read. */
export const parties = [
  {
    name: 'buyer left, vendor right, neither named: who has a phone and banks at home sends it',
    text: `
*Rechnung  VR-26-00417

Sejlmager Holm ApS                                     Tauwerk Ostsee GmbH
Havnegade 4                                            Speicherstr. 9
6400 Sønderborg                                        24937 Flensburg
DÄNEMARK                                               Telefonnr. 0461 555 0172
                                                       USt-IdNr. DE301998812

Rech. an Deb.-Nr.     D20119           Belegdatum      12. Mai 2026
USt-IdNr. Kunde       DK31990127       Fällig          11. Juni 2026
Verkäufer             Arne Lorenzen

Beschreibung             Menge     VK-Preis      Betrag
Schot 12 mm                100         4,10      410,00
                         Total EUR               410,00

Lieferung an: Sejlmager Holm ApS, Kaj 2, 6400 Sønderborg
IBAN DE89 3704 0044 0532 0130 00
`,
    says: { vendor: 'Tauwerk Ostsee GmbH', date: '2026-05-12', total: '410.00' },
  },
  {
    name: 'a utility’s logo and small print; the customer has the only address in the head',
    text: `
Brisalia                                        Factura de agua

                                                Carpintería Olmedo, S.L.
Nº factura         B26-0088417                  CIF B99123455
Fecha de emisión   4 de mayo de 2026            Calle del Pino 8
                                                50014 Zaragoza

Cuota de servicio                                             18,40 €
Consumo 22 m3                                                 31,60 €
Base imponible                                                50,00 €
IVA 10%                                                        5,00 €
TOTAL FACTURA                                                 55,00 €

Brisalia Aguas del Ebro, S.A.U. CIF A99770128. C/ Mayor 3, 50001 Zaragoza. R.M. de Zaragoza, T. 540, H. Z-641
`,
    says: { vendor: 'Brisalia Aguas del Ebro, S.A.U.', invoice_number: 'B26-0088417', total: '55.00' },
  },
  {
    name: 'a letterhead whose right column begins with a street of an unusual name',
    text: `
*Dr. Aumair & Kranz                                            Kornlände 14
                                                              4020 Linz
                                                              Tel +43 732 555 099
                                                              ATU 68811992

Schlosserei Edlinger GmbH
z.H. Frau Edlinger
Auweg 2
4722 Peuerbach

Honorarnote 118/26                                            Linz, am 28.05.2026

Beratung                                                      300,00
20 % USt                                                       60,00
Gesamtbetrag                                                  360,00
`,
    says: { vendor: 'Dr. Aumair & Kranz', invoice_number: '118/26', date: '2026-05-28', total: '360.00' },
  },
  {
    name: 'Mexican: EMISOR and RECEPTOR head two columns',
    text: `
Factura                                                  Serie y folio: B-221

RECEPTOR                                                 EMISOR
Foro Reforma SA de CV                                    Audio Tlaloc SA de CV
RFC: FRE110804K53                                        RFC: ATL150212PQ9
Uso CFDI: G03                                            Lugar de expedición: 06600

Fecha de emisión: 25/03/2026

Cant.   Descripción              V. unitario      Importe
2       Renta de consola           $1,000.00    $2,000.00
                                   Subtotal     $2,000.00
                                   IVA 16%        $320.00
                                   Total        $2,320.00
`,
    says: { vendor: 'Audio Tlaloc SA de CV', invoice_number: 'B-221', total: '2320.00' },
  },
  {
    name: 'Italian e-invoice as print: "Denominazione" names whom the head above it does',
    text: `
FATTURA ELETTRONICA                                                  Versione FPR12

Cessionario/committente (cliente)           Cedente/prestatore (fornitore)
Identificativo fiscale: IT01988770342       Identificativo fiscale: IT02711890349
Denominazione: Ottica Berti S.r.l.          Denominazione: Luce Pulita Soc. Coop.
Indirizzo: Via Torino 12                    Indirizzo: Via Mantova 88
Comune: Parma Provincia: PR                 Comune: Parma Provincia: PR

Numero documento    FPR 31/26               Data documento    31-03-2026

Descrizione                     Quantità    Prezzo unitario    Prezzo totale
Pulizia vetrine                     2,00             165,00           330,00

                                            Totale documento          330,00
`,
    says: { vendor: 'Luce Pulita Soc. Coop.', invoice_number: 'FPR 31/26', date: '2026-03-31', total: '330.00' },
  },
  {
    name: 'Indian: "for" above a signature names who sends the paper',
    text: `
                              Tax Invoice
Meridian Pumps Pvt Ltd                     Invoice No. VF/1187
Gat No. 204, Chakan, Pune - 410501         Dated 17-Jan-2026
GSTIN: 27AAECM5512P1ZQ

Vinayak Fasteners Pvt Ltd
Plot 18, MIDC, Vatva, Ahmedabad - 382445
GSTIN: 24ABCFS5519K1Z3

Description            Qty      Rate       Amount
Hex bolts              100     10.00     1,000.00
                       IGST @ 18%          180.00
                       Total             1,180.00

                                    for Vinayak Fasteners Pvt Ltd

                                    Authorised Signatory
`,
    says: { vendor: 'Vinayak Fasteners Pvt Ltd', invoice_number: 'VF/1187', total: '1180.00' },
  },
  {
    name: 'French form: what stands beside a label is no vendor; who has only an address receives it',
    text: `
Facture
Numéro                 F-2026-02-114
Date d'émission        24 février 2026
Type de vente          Prestations de conseil

Pixel Marin                                      Région Habitat Armor
9 rue des Carmes                                 20 boulevard de la Liberté
44000 Nantes                                     35000 Rennes
SIREN : 901 188 274

Produits                                   Qté       Prix u. HT       Total HT
Atelier                                      1         450,00 €       450,00 €
                                                 Total HT             450,00 €
                                                 TVA 20 %              90,00 €
                                                 Total TTC            540,00 €
`,
    says: { vendor: 'Pixel Marin', invoice_number: 'F-2026-02-114', date: '2026-02-24', total: '540.00' },
  },
  {
    name: 'a payment slip’s "To" leads its name no more than any label does',
    text: `
TAX INVOICE
                                        Invoice Number
Wirra Cold Stores Pty Ltd               INV-2093
PO Box 771                              Invoice Date
DUBBO NSW 2830                          21 Oct 2026

Description              Quantity    Unit Price      Amount AUD
Compressor service           1.00        500.00          500.00
                                     TOTAL AUD           500.00

PAYMENT ADVICE
To: Galah Refrigeration                 Customer      Wirra Cold Stores Pty Ltd
14 Bultje Street                        Invoice Number    INV-2093
DUBBO NSW 2830                          Amount Due        500.00
`,
    says: { vendor: 'Galah Refrigeration', invoice_number: 'INV-2093', total: '500.00' },
  },
  {
    name: 'whose account a direct debit is drawn on pays',
    text: `
Wasserverband Unterahr                                      Gebührenbescheid
Am Klärwerk 1 · 53489 Sinzig · Tel. 02642 55 01 20

Gasthof Rebstock GmbH
Hauptstr. 40
53501 Grafschaft
                                                            Rechnung Nr. 77120
                                                            Datum 02.03.2026
Abwasser                                       120,00
Rechnungsbetrag                                120,00 EUR

Der Betrag wird per SEPA-Lastschrift eingezogen.
Kontoinhaber: Gasthof Rebstock GmbH
Mandat: M-10448
`,
    says: { vendor: 'Wasserverband Unterahr', invoice_number: '77120', date: '2026-03-02', total: '120.00' },
  },
  {
    name: 'Swedish: seller and buyer by their words, the buyer first',
    text: `
Faktura

Köpare                                       Säljare
Malmberg Bygg AB                             Nordisk Takservice
Storgatan 4                                  Industrigatan 9
211 42 Malmö                                 252 32 Helsingborg

Fakturanummer    30917                       Fakturadatum    2026-04-14

Benämning              Antal     á pris      Belopp
Takarbete                 10     500,00    5 000,00
                                 Att betala  5 000,00 SEK
`,
    says: { vendor: 'Nordisk Takservice', invoice_number: '30917', date: '2026-04-14', total: '5000.00' },
  },
  {
    name: 'Swiss: abbreviated labels, a number with a blank inside',
    text: `
Kolleg am Falkenstein AG, Dufourstrasse 9, 9000 St. Gallen

Spitalverbund Werdenberg
Spitalstrasse 44
9472 Grabs

Fakt.-Nr.       511 0913              Fakt.-Datum    24.08.2026
Kunden-Nr.      20 3316               Zahlbar bis    23.09.2026

Bezeichnung                 Anz.        Preis        Betrag
Lehrgang                       4       480.00      1'920.00
                               Total CHF           1'920.00
`,
    says: {
      vendor: 'Kolleg am Falkenstein AG',
      invoice_number: '511 0913',
      date: '2026-08-24',
      due_date: '2026-09-23',
      total: '1920.00',
    },
  },
  {
    name: 'the account’s name beside its sort code is all that names the vendor',
    text: `
INVOICE                                             Invoice No 2026-118
                                                    Date 14/05/2026
Harbour Foods Ltd
12 Quay Street
Bristol BS1 4TX

Description                    Amount
Consulting                     500.00
Total                          500.00

Please pay by bank transfer
Account name: Marlow & Finch Partners
Sort code 20-41-07  Account no. 71182204
`,
    says: { vendor: 'Marlow & Finch Partners', invoice_number: '2026-118', date: '2026-05-14', total: '500.00' },
  },
  {
    name: 'American: whom to remit to, with the address in the same line',
    text: `
NIMBUS                                          INVOICE
                                                Invoice # 88412
Acme Tooling Inc.                               Date 05/14/2026
1200 Main St
Dayton, OH 45402

Description          Qty    Rate     Amount
Hosting                1   99.00      99.00
                             Total    $99.00

Remit to: Nimbus Data Systems, PO Box 118, Columbus, OH 43201
`,
    says: { vendor: 'Nimbus Data Systems', invoice_number: '88412', total: '99.00' },
  },
  {
    name: 'a letter without a letterhead is known by who signs it',
    text: `
Köln, 12. März 2025

Firma
Bauhaus Becker GmbH
Ringstr. 4
50667 Köln

Rechnung Nr. 14/2026

Für Gartenarbeiten berechne ich Ihnen       500,00 EUR
Gesamtbetrag                                500,00 EUR

Mit freundlichen Grüßen
Norbert Grünfink
Steuernummer 214/5566/1234
`,
    says: { vendor: 'Norbert Grünfink', invoice_number: '14/2026', date: '2025-03-12', total: '500.00' },
  },
];
