import type { Bill } from './bill.ts';

const months = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
};

/** A day as people write it in the bill's language; Americans put the month first. */
export function printedDate(iso: string, { language, currency }: Bill): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (language === 'de') return `${day}.${month}.${year}`;
  if (language === 'fr') return `${Number(day)} ${months.fr[Number(month) - 1]} ${year}`;
  if (currency === 'USD') return `${month}/${day}/${year}`;
  return `${Number(day)} ${months.en[Number(month) - 1]} ${year}`;
}

/** The printed words of each language. */
export const words = {
  en: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    receipt: 'Receipt',
    number: 'Invoice number',
    creditNumber: 'Credit note number',
    date: 'Date',
    due: 'Due date',
    to: 'Bill to',
    what: 'Description',
    quantity: 'Qty',
    price: 'Unit price',
    amount: 'Amount',
    net: 'Subtotal',
    tax: 'VAT',
    total: 'Total',
    credit: 'Total credit',
    pay: 'Please pay by bank transfer to',
    page: 'Page',
    of: 'of',
    taxId: 'VAT no.',
  },
  de: {
    invoice: 'Rechnung',
    credit_note: 'Gutschrift',
    receipt: 'Beleg',
    number: 'Rechnungsnummer',
    creditNumber: 'Gutschriftsnummer',
    date: 'Rechnungsdatum',
    due: 'Zahlbar bis',
    to: 'Rechnung an',
    what: 'Bezeichnung',
    quantity: 'Menge',
    price: 'Einzelpreis',
    amount: 'Betrag',
    net: 'Nettobetrag',
    tax: 'zzgl. USt.',
    total: 'Rechnungsbetrag',
    credit: 'Gutschriftsbetrag',
    pay: 'Bitte überweisen Sie auf das Konto',
    page: 'Seite',
    of: 'von',
    taxId: 'USt-IdNr.',
  },
  fr: {
    invoice: 'Facture',
    credit_note: 'Avoir',
    receipt: 'Ticket',
    number: 'Facture n°',
    creditNumber: 'Avoir n°',
    date: 'Date',
    due: "Date d'échéance",
    to: 'Facturé à',
    what: 'Désignation',
    quantity: 'Qté',
    price: 'Prix unitaire HT',
    amount: 'Montant HT',
    net: 'Total HT',
    tax: 'TVA',
    total: 'Total TTC',
    credit: 'Total avoir TTC',
    pay: 'Règlement par virement bancaire',
    page: 'Page',
    of: 'sur',
    taxId: 'N° TVA',
  },
} as const;
