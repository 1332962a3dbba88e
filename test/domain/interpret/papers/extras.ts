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
];
