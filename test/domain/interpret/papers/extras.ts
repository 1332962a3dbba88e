/** Invoices with discounts and freight below their items; all made up. `says` is what must be read. */
export const extras = [
  {
    name: 'a coupon between subtotal and total is no item',
    text: `
Cloudkettle, Inc.                                        Invoice
                                                         Invoice number  7K2-0014
                                                         Date of issue   March 5, 2026
Description                        Qty    Unit price      Amount
Growth plan (per workspace)          4        $29.00     $116.00
Additional seats                     7         $9.00      $63.00
                                            Subtotal     $179.00
                                  SPRING15 (15% off)     -$26.85
                                               Total     $152.15
`,
    says: { vendor: 'Cloudkettle, Inc.', total: '152.15', items: ['116.00', '63.00'] },
  },
  {
    name: 'a discount before the subtotal is no item, nor is freight of nothing',
    text: `
Halden Studio LLC                                        Invoice 10448
                                                         Date 04/21/2026
Description                        Rate       Qty     Line Total
Half day                        $750.00         2      $1,500.00
Retouching                       $18.00        34        $612.00
                                           Discount     -$100.00
                                           Subtotal    $2,012.00
                                           Freight         $0.00
                                           Total       $2,012.00
`,
    says: { total: '2012.00', items: ['1500.00', '612.00'] },
  },
  {
    name: 'a discount at the right end of a row of the tax table is no item',
    text: `
Emballages Rivière SAS                                   Facture FA-2026-118
                                                         Date : 12/03/2026
Désignation              Quantité      PU HT      TVA      Montant HT
Boîte kraft                 1 500       0,62     20 %          930,00
Ruban satin                    30       7,90     20 %          237,00
Taux       Base HT       TVA            Total lignes HT      1 167,00
20,00 %    1 108,65      221,73         Remise 5 %             -58,35
                                        Total HT             1 108,65
                                        Total TVA              221,73
                                        Total TTC            1 330,38
`,
    says: { total: '1330.38', net: '1108.65', items: ['930.00', '237.00'] },
  },
  {
    name: 'what an earlier bill left is due, but none of this one',
    text: `
Mossy Creek Electric Cooperative                 Bill number    77-0419
PO Box 9, Mill Fork MO 65536                     Bill date      06/09/2026
                                                 AMOUNT DUE     $146.00

Account Summary
Previous balance                                  $90.00
Payment received                                 -$50.00
Balance forward                                   $40.00

Basic service charge                              $20.00
Energy charge                                     $80.00
Subtotal                                         $100.00
Local sales tax 6%                                 $6.00
Total current charges                            $106.00
Total amount due                                 $146.00

Return this portion with payment                 Amount due $146.00
`,
    says: { vendor: 'Mossy Creek Electric Cooperative', invoice_number: '77-0419', total: '106.00', tax: '6.00' },
  },
  {
    name: 'outlays without tax, added below it',
    text: `
Kehoe & Daughters, Solicitors
12 Friar Street, Youghal                         Bill no.: M/3341
                                                 2 April 2026
Professional fee                                         1,650.00
Reviewing documents                                        220.00
Total fees                                               1,870.00
VAT at 23%                                                 430.10
Outlays
Land Registry fees                                         800.00
Commissioner for Oaths                                      24.00
Total now payable                                       €3,124.10
`,
    says: { invoice_number: 'M/3341', net: '1870.00', tax: '430.10', total: '3124.10' },
  },
  {
    name: 'a number in groups with a letter among them',
    text: `
Nordhavn Kraft GmbH                                      Kundennummer  200 418 77
Musterweg 3, 24103 Kiel                                  Rechnungsnummer
                                                         K 2026 0411 7790
                                                         Datum: 22. Januar 2026
Verbrauch Strom                                                             1.000,00
                                                         Netto              1.000,00
                                                         USt 19 %             190,00
                                                         Rechnungsbetrag    1.190,00
`,
    says: { invoice_number: 'K 2026 0411 7790', total: '1190.00' },
  },
  {
    name: 'a letter amid the groups of a number below its label',
    text: `
Ligne Claire Télécom SA
N° de facture
26 03 B 4410 77219
Date de facture
8 avril 2026
Abonnement fibre                                              44,90
                                        Total HT              44,90
                                        TVA 20,00 %            8,98
                                        Total TTC             53,88
`,
    says: { invoice_number: '26 03 B 4410 77219', date: '2026-04-08' },
  },
  {
    name: 'a series that ends with a stroke goes on behind the gap',
    text: `
CONSERVAS LA RIBERA, S.A.          N.I.F. A50118842
FACTURA
Número     :    B/     441902
Fecha      :    15/06/2026
Cliente    :    004307
Aceituna verde                                  10,00     2,50        25,00
                                      BASE IMPONIBLE      25,00
                                      IVA 10 %             2,50
                                      TOTAL FACTURA       27,50
`,
    says: { invoice_number: 'B/441902', date: '2026-06-15' },
  },
  {
    name: 'a number in the company register is no invoice number; a dollar of Chile is a peso',
    text: `
MADERAS RÍO VERDE SPA                                        R.U.T.: 76.441.209-K
Casa matriz: Ruta 5 km 4, Talca, Chile                       FACTURA ELECTRONICA
                                                             N° 77310
FECHA EMISION: 10 de Noviembre de 2026
PALLET MADERA                     180          6.890         1.240.200
                                          MONTO NETO $       1.240.200
                                          I.V.A. 19% $         235.638
                                          TOTAL $            1.475.838
FN 266118k
`,
    says: { invoice_number: '77310', currency: 'CLP', total: '1475838' },
  },
  {
    name: 'a landlord’s notice has a number, too',
    text: `
RÉGIE DES BASTIONS SA
Rue du Marché 4, 1204 Genève
AVIS DE LOYER / FACTURE
N° d'avis: 2026-08-33170    Date: 10.06.2026     Locataire: 33170.01    Échéance: 01.07.2026
Loyer net                                                     2'450.00
                                        Total CHF             2'450.00
`,
    says: { invoice_number: '2026-08-33170', due_date: '2026-07-01' },
  },
  {
    name: 'terms that count from the date of the invoice are no label of a date',
    text: `
CLOISONS DU ROC
SITUATION DE TRAVAUX N° 2 — FACTURE N° ST-2604-0044
Établie le 04/05/2026 – Règlement à 45 jours date de facture, soit le 18/06/2026
Doublages                                                    10 000,00
                                        Total HT             10 000,00
                                        TVA 20 %              2 000,00
                                        Total TTC            12 000,00
CLOISONS DU ROC SAS au capital de 80 000 €
`,
    says: { date: '2026-05-04' },
  },
  {
    name: 'where nothing tells month from day, the time between date and due date does',
    text: `
Priya Raman Design
58 Delaney Crescent, Toronto, ON M6K 1P9, Canada
Billed To: Lakeshore Rowing Co-op
Invoice Number   0000412
Date of Issue    11/10/2025
Due Date         12/10/2025
UX audit                                           2,000.00
                                    Subtotal       2,000.00
                                    HST (13%)        260.00
                                    Total (CAD)    2,260.00
`,
    says: { date: '2025-11-10', due_date: '2025-12-10' },
  },
];
