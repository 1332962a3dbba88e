/** Invoices whose vendor or number stands in an unusual place; all made up. `says` is what must be read. */
export const imprints = [
  {
    name: 'the small print spells out the logo; the head holds the buyer alone',
    text: `
Nordfunk                                                        Ihre Rechnung

Schreinerei Holm OHG                                            Datum: 11.07.2025
Lange Gasse 19                                                  Rechnungsnummer: 88 1204 7731
49074 Osnabrück

Monatliche Beträge Festnetz                                     108,23
Umsatzsteuer 19 %                                                20,56
Zu zahlender Betrag                                             128,79

Nordfunk Deutschland GmbH, Postfach 30 04 63, 53184 Bonn · Amtsgericht Bonn HRB 5919 · USt-IdNr.: DE 814 645 262
`,
    says: {
      vendor: 'Nordfunk Deutschland GmbH',
      invoice_number: '88 1204 7731',
      date: '2025-07-11',
      total: '128.79',
    },
  },
  {
    name: 'a label and a cell of two parts; who receives bills at the buyer is no vendor',
    text: `
KETTNER ANTRIEBE AG

                                              Rechnung
Papierwerk Achtal GmbH & Co. KG               Belegnummer / Datum          9080114427 / 20.05.2025
Kreditorenbuchhaltung                         Kundennummer                 208811
77855 Achern                                  Auftrag / Datum              1104882 / 08.05.2025

Pos   Bezeichnung        Menge    Preis/EUR    Wert/EUR
10    Dichtring              10        84,55      845,50

                                  Nettowert       845,50
                                  USt 19 %        160,65
                                  Endbetrag     1.006,15

Kettner Antriebe AG · Registergericht Iserlohn HRB 3817 · USt-IdNr. DE125990188
`,
    says: { vendor: 'Kettner Antriebe AG', invoice_number: '9080114427', date: '2025-05-20', total: '1006.15' },
  },
  {
    name: 'an invoice’s number goes before its receipt’s',
    text: `
Receipt                                                    Wavelet Ltd
Invoice number        WC-88213-0007
Receipt number        2719-4483
Date paid             April 9, 2025

Wavelet Ltd                                 Bill to
Studio 5, 90 Gower Row                      Orla Finch
Bristol BS1 4TX                             Norwich NR2 3HD

Description                Qty      Unit price      Amount
Podcast hosting              1          £49.00      £49.00
                                   Total            £49.00
                                   Amount paid      £49.00

Payment history            Receipt number
April 9, 2025              2719-4483
`,
    says: { vendor: 'Wavelet Ltd', invoice_number: 'WC-88213-0007', date: '2025-04-09', total: '49.00' },
  },
  {
    name: 'a letter behind a gap closes the number',
    text: `
The Alder Hotel Ltd
550 Seawall Boulevard, Galveston, Texas 77550

Guest      Mr. Desmond Acker                  Folio No.      : 448213 A
Company    Tarrant Offshore Services Inc.     Invoice Date   : 04-16-25

Room charge                                                   259.00
Total                                                         259.00
`,
    says: { invoice_number: '448213 A', date: '2025-04-16', total: '259.00' },
  },
  {
    name: 'a number that begins like a tax number; due by a sentence',
    text: `
ORWELL FREIGHT LTD
Dock House, Felixstowe IP11 3SY             VAT GB 655 3028 19
accounts@orwellfreight.co.uk

Ashdown Imports Ltd                         INVOICE NO   : SI00217738
5 Phoenix Parkway                           INVOICE DATE : 06-MAR-25
Corby NN17 5DU

Haulage                                                415.00
VAT 20.00%                                              83.00
INVOICE TOTAL GBP                                      498.00
Please ensure payment reaches us by 20 March 2025.
`,
    says: {
      vendor: 'ORWELL FREIGHT LTD',
      invoice_number: 'SI00217738',
      date: '2025-03-06',
      due_date: '2025-03-20',
      total: '498.00',
    },
  },
  {
    name: 'Portuguese, headings alone on their lines announce the names below',
    text: `
FATURA-RECIBO                                          N.º FR ATX01FR/41
                                                       Data de emissão: 2025-06-09
                  DADOS DO PRESTADOR DE SERVIÇOS
Nome: Inês Castelo Moura
NIF: 221188204
                  DADOS DO ADQUIRENTE
Nome: Cortiças do Tejo, S.A.
NIF: 500118827

Tradução EN-PT                                         249,60 €
Valor Base                                             249,60 €
IVA 23%                                                 57,41 €
Importância recebida                                   307,01 €
`,
    says: { vendor: 'Inês Castelo Moura', date: '2025-06-09' },
  },
  {
    name: 'a letter is written where its sender lives, not where the company it is for does',
    text: `
Dr. Hedwig Altmeier
Steuerberaterin
Kirchweg 3, 31224 Peine
Stahlbau Rieke GmbH
Am Kanal 12
38114 Braunschweig

                                              Peine, 10.11.2025
Gebührenrechnung Nr. 25/118
Finanzbuchführung Oktober                           200,00 EUR
19 % Umsatzsteuer                                    38,00 EUR
Rechnungsbetrag                                     238,00 EUR
`,
    says: { vendor: 'Dr. Hedwig Altmeier', invoice_number: '25/118', date: '2025-11-10', total: '238.00' },
  },
  {
    name: 'who keeps income tax back from a person is the company; her mail address is hers',
    text: `
Factura #F250031
Fecha: 03/03/2025

Exportadora Lamia, S.A.                       Maider Otxoa Ruiz
A08771422                                     44617206-J
Ronda Alta 58                                 C/ Mayor 12
08010 Barcelona                               31001 Pamplona
                                              maider@otxoatraduce.es

Traducción jurada                                   800,00 €
IVA 21 %                                            168,00 €
Total con IVA                                       968,00 €
Retención IRPF -15 %                               -120,00 €
A pagar                                             848,00 €
`,
    says: { vendor: 'Maider Otxoa Ruiz', invoice_number: 'F250031', total: '968.00' },
  },
  {
    name: 'a marketplace bills its commission to a seller; its own name is in the imprint',
    text: `
                                              Commissiefactuur
Aan verkoper:
Atelier Wilgenhof V.O.F.
Veerstraat 71, 4811 ZD Breda
Btw-nr. NL861447290B01

Factuur          CF-2025-10-118
Factuurdatum     31-10-2025

Verkoopcommissie                                    € 100,00
21% btw                                              € 21,00
Totaal inclusief btw                                € 121,00

Havenplein8 Nederland B.V. | Kade 22, 3511 ED Utrecht | KvK 64410083 | Btw NL855710326B01
`,
    says: { vendor: 'Havenplein8 Nederland B.V.', invoice_number: 'CF-2025-10-118', total: '121.00' },
  },
  {
    name: 'Polish, the heading of who is paid has his name below it, the buyer’s stands in the next column',
    text: `
                                  Nabywca                        Faktura FS 1187/09/2025
Sprzedawca                        Wydawnictwo Sosna s.c.         Data wystawienia: 2025-09-14
Kartonex Hurtownia Sp. z o.o.     M. Olszak, T. Kurek
ul. Składowa 8, 62-020 Swarzędz   ul. Długa 26/4
NIP 777-312-48-05                 61-815 Poznań, NIP 778-140-22-63

Razem netto                                         100,00
VAT 23%                                              23,00
Do zapłaty                                          123,00
`,
    says: { vendor: 'Kartonex Hurtownia Sp. z o.o.', date: '2025-09-14', total: '123.00' },
  },
  {
    name: 'two blocks side by side: a company’s register stands in the sender’s',
    text: `
Bottega Canali S.r.l.                         Murtal Speditions GmbH
Via dell'Arte 33                              Güterstraße 5
33100 Udine                                   8740 Zeltweg
UID: IT02551200774                            UID: ATU55120774 · FN 255120k

Rechnung Nr. 2600551          Datum: 14.04.2025
Fracht                                              640,00
Summe netto                                         640,00
USt 0 %                                               0,00
Rechnungsbetrag EUR                                 640,00
`,
    says: { vendor: 'Murtal Speditions GmbH', invoice_number: '2600551', total: '640.00' },
  },
  {
    name: 'the logo’s first word opens the name in the imprint; the block above is the buyer’s',
    text: `
Fulmar Cards
Burke Haulage Limited                         Statement invoice FF-558210
Dublin Road, Athlone                          Invoice date 31 May 2025

Diesel, litres                                      100.00
VAT 23%                                              23.00
Total invoice                                      €123.00

Fulmar Fuels Ireland DAC, Quay Docks, Cork T23 XY81. VAT IE 9771204K
`,
    says: { vendor: 'Fulmar Fuels Ireland DAC', total: '123.00' },
  },
];
