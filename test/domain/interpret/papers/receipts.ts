/** Till receipts as scanners see them; all made up. */
export const receipts = [
  {
    name: 'cash and change, tax included',
    text: `
        SUNRISE MINI MARKET SDN BHD
               (1045221-K)
        12, JALAN MAWAR 3, TAMAN INDAH
           43000 KAJANG, SELANGOR
        GST ID: 001122334455
             TAX INVOICE
Receipt No: 000418        12/02/2018 18:41
Cashier: LINDA
MILO 1KG            1       18.90     18.90
ROTI GARDENIA       2        2.80      5.60
AYAM BRAND 230G     3        4.50     13.50
TOTAL QTY: 6
SUB TOTAL                             38.00
ROUNDING ADJ                           0.00
TOTAL (INCL GST)                   RM 38.00
CASH                                  50.00
CHANGE                                12.00
GST @6%                                2.15
        THANK YOU, COME AGAIN
`,
    says: {
      vendor: 'SUNRISE MINI MARKET SDN BHD',
      date: '2018-02-12',
      currency: 'MYR',
      total: '38.00',
      kind: 'receipt',
    },
  },
  {
    name: 'supermarket in Germany',
    text: `
           FRISCHMARKT BECKER
          Hauptstr. 55, 50667 Köln
          UID Nr. DE123456788
                            EUR
BIO MILCH 3,5%             1,29 B
BROT ROGGEN                2,79 B
KAFFEE 500G                6,99 B
SPUELMITTEL                1,49 A
================================
SUMME           EUR       12,56
Geg. BAR        EUR       20,00
Rückgeld BAR    EUR        7,44
Steuer %   Netto   Steuer  Brutto
A= 19,0%    1,25    0,24    1,49
B=  7,0%   10,35    0,72   11,07
Gesamt     11,60    0,96   12,56
15.08.2025   17:22   Bon-Nr.:4471
    Vielen Dank für Ihren Einkauf
`,
    says: {
      vendor: 'FRISCHMARKT BECKER',
      date: '2025-08-15',
      currency: 'EUR',
      total: '12.56',
      tax: '0.96',
      kind: 'receipt',
    },
  },
  {
    name: 'restaurant in the United States with a tip',
    text: `
            THE COPPER KETTLE
            221 Main Street
            Boulder, CO 80302
            303-555-0119
Server: Amy          Table 14
07/19/2025  8:15 PM  Check #3391
2 Burger                     31.90
1 Salad                      12.50
2 Lemonade                    7.80
Subtotal                     52.20
Tax                           4.62
Total                       $56.82
Visa ************1021        56.82
            Thank you!
`,
    says: {
      vendor: 'THE COPPER KETTLE',
      date: '2025-07-19',
      currency: 'USD',
      total: '56.82',
      tax: '4.62',
      kind: 'receipt',
    },
  },
  {
    name: 'French bakery',
    text: `
        BOULANGERIE MARTIN
       14 rue Gambetta 33000
            BORDEAUX
       SIRET 123 456 789 00011
  Ticket n° 55120   12/03/25 08:14
  2 CROISSANT       1,10     2,20
  1 BAGUETTE TRAD            1,30
  TOTAL TTC                  3,50 €
  ESPECES                    5,00
  RENDU                      1,50
  TVA 5,5%   HT 3,32  TVA 0,18
  MERCI DE VOTRE VISITE
`,
    says: {
      vendor: 'BOULANGERIE MARTIN',
      date: '2025-03-12',
      currency: 'EUR',
      net: '3.32',
      tax: '0.18',
      total: '3.50',
      kind: 'receipt',
    },
  },
  {
    name: 'Polish grocery',
    text: `
        SKLEP SPOŻYWCZY ANNA
       ul. Długa 8, 00-238 Warszawa
          NIP 525-000-11-22
   2025-06-14           nr wydr. 10233
        PARAGON FISKALNY
CHLEB WIEJSKI   1 x5,49      5,49C
MLEKO 3,2%      2 x3,99      7,98C
SPRZEDAŻ OPODATKOWANA C     13,47
PTU C 5%                     0,64
SUMA PTU                     0,64
SUMA PLN                    13,47
GOTÓWKA                     20,00
RESZTA                       6,53
`,
    says: {
      vendor: 'SKLEP SPOŻYWCZY ANNA',
      date: '2025-06-14',
      currency: 'PLN',
      tax: '0.64',
      total: '13.47',
      kind: 'receipt',
    },
  },
  {
    name: 'a post code is no shop, and a transaction has the number',
    text: `
              THE COPPER SPOON
                14 Mill Lane
               Leeds LS1 4AB

   Oat latte                      3.20
   Flapjack                       2.40
   TOTAL                         £5.60
   CASH                         £10.00
   CHANGE                        £4.40
   21/11/25 17:42  TILL 03
   TRANS 44718
        Thank you for your visit
`,
    says: { vendor: 'THE COPPER SPOON', invoice_number: '44718', date: '2025-11-21', total: '5.60' },
  },
  {
    name: 'a printer’s number on a Polish till roll',
    text: `
            Apteka Lipowa
         ul. Mickiewicza 8
          30-059 Kraków
         NIP 676-234-12-33
   nr wydr. 76927        2025-11-05
   Woda 1,5L                   3,57
   Masło                       7,90
   SUMA PLN                   11,47
   GOTÓWKA                    20,00
   RESZTA                      8,53
`,
    says: { vendor: 'Apteka Lipowa', invoice_number: '76927', date: '2025-11-05', total: '11.47', currency: 'PLN' },
  },
] as const;
