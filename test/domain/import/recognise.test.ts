import { expect, test } from 'vitest';
import { layoutKey, recognise, type TableRow } from '../../../src/domain/import/recognise.ts';

const table = (text: string, sign = ';'): readonly TableRow[] =>
  text
    .trim()
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.split(sign).map((cell) => cell.trim()) }));
const roles = (text: string, sign?: string) => recognise(table(text, sign))?.columns;

test.each([
  [
    'English',
    'Invoice Number;Invoice Date;Due Date;Supplier;VAT No;IBAN;Currency;Net Amount;VAT;Total;Category;Description',
  ],
  [
    'German',
    'Rechnungsnummer;Rechnungsdatum;Fällig am;Lieferant;USt-IdNr.;IBAN;Währung;Netto;MwSt;Brutto;Kostenart;Buchungstext',
  ],
  [
    'French',
    'N° de facture;Date de facture;Échéance;Fournisseur;N° TVA;IBAN;Devise;Montant HT;TVA;Montant TTC;Catégorie;Libellé',
  ],
  [
    'Spanish',
    'Nº factura;Fecha de factura;Vencimiento;Proveedor;NIF;IBAN;Moneda;Base imponible;Cuota IVA;Importe total;Categoría;Concepto',
  ],
  [
    'Italian',
    'Numero fattura;Data fattura;Scadenza;Fornitore;Partita IVA;IBAN;Valuta;Imponibile;IVA;Totale;Categoria;Descrizione',
  ],
  [
    'Dutch',
    'Factuurnummer;Factuurdatum;Vervaldatum;Leverancier;Btw-nummer;IBAN;Valuta;Bedrag excl. btw;Btw;Bedrag incl. btw;Categorie;Omschrijving',
  ],
  [
    'Portuguese',
    'Número da fatura;Data da fatura;Data de vencimento;Fornecedor;NIF;IBAN;Moeda;Valor sem IVA;IVA;Valor total;Categoria;Descrição',
  ],
  [
    'Polish',
    'Numer faktury;Data wystawienia;Termin płatności;Dostawca;NIP;IBAN;Waluta;Wartość netto;Kwota VAT;Wartość brutto;Kategoria;Opis',
  ],
])('the headers of a %s table are known', (_language, header) => {
  const row =
    '4711-A;2026-01-31;2026-02-28;Acme Ltd;DE123456789;DE02120300000000202051;EUR;100,00;19,00;119,00;Hosting;Servers in May';
  expect(roles(`${header}\n${row}\n${row.replace('4711', '4712')}`)).toEqual([
    'number',
    'date',
    'due_date',
    'vendor',
    'tax_id',
    'iban',
    'currency',
    'net',
    'tax',
    'total',
    'category',
    'description',
  ]);
});

test('columns may stand in any order, among others that mean nothing here', () => {
  expect(
    roles(`
      Supplier ID;VAT rate;Total (excludes VAT);Supplier Name;;Paid Date;TransNo;Cost Centre
      S1;20;1,234.50;Acme;x;31/01/2026;T-1;C1
      S2;20;99.00;Bold;x;01/02/2026;T-2;C1`),
  ).toEqual([null, null, 'net', 'vendor', null, 'date', 'number', null]);
});

test('the invoice’s own date and number go before those of its payment', () => {
  expect(
    roles(`
      Payment Date;Transaction Number;Invoice Date;Invoice Number;Vendor;Amount
      2026-03-01;T1;2026-02-01;A1;Acme;5.00`),
  ).toEqual([null, null, 'date', 'number', 'vendor', 'total']);
});

test('titles stand above the header, and sums below the data', () => {
  const mapping = recognise(
    table(`
    Sum of Invoice Nett Amount;
    ;
    Supplier Name;Total
    Acme;12.00
    Bold;13.00
    Grand Total;25.00`),
  );
  expect(mapping).toMatchObject({ header: 3, columns: ['vendor', 'total'] });
});

test('without a header the cells tell', () => {
  expect(
    recognise(
      table(`
      2026-01-31;Acme Hosting Ltd;INV-001;EUR;100,00
      2026-02-28;Bold Paper Ltd;INV-002;EUR;250,50
      2026-02-28;Acme Hosting Ltd;INV-003;USD;7,25`),
    ),
  ).toEqual({
    columns: ['date', 'vendor', 'number', 'currency', 'total'],
    header: null,
    dates: 'ymd',
    decimal: ',',
    currency: null,
    date: null,
  });
});

test('a column of amounts is no number, and a number with letters no amount', () => {
  expect(roles('Vendor;Invoice;Spend\nAcme;A-1;abc\nBold;A-2;def')).toBeUndefined();
  expect(roles('Vendor;Reference;Total\nAcme;Rent for the month of May;5.00\nBold;Books for the school;6.00')).toEqual([
    'vendor',
    null,
    'total',
  ]);
});

test('what makes the total together with the tax is the net', () => {
  expect(roles('Vendor;Date;Value;VAT;Total\nA;2026-01-01;10.00;2.00;12.00\nB;2026-01-01;20.00;4.00;24.00')).toEqual([
    'vendor',
    'date',
    'net',
    'tax',
    'total',
  ]);
});

test.each([
  ['letters', 'Dear Sir\nplease find attached'],
  ['amounts without anyone', 'Month;Amount\n2026-01-01;5.00\n2026-02-01;6.00'],
  ['people', 'Name;Age\nAna;31\nBo;45'],
  ['one column', 'Vendor\nAcme\nBold'],
  ['nothing', ''],
])('%s are no table of invoices', (_name, text) => {
  expect(recognise(text === '' ? [] : table(text))).toBeNull();
});

test.each([
  ['day first', ['13/01/2026', '01/02/2026'], 'dmy'],
  ['month first', ['01/13/2026', '01/02/2026'], 'mdy'],
  ['year, day, month', ['2026-13-01', '2026-01-02'], 'ydm'],
  ['open', ['01/02/2026', '03/04/2026'], 'dmy'],
])('dates: %s', (_name, days, order) => {
  expect(recognise(table(`Vendor;Date;Total\n${days.map((day) => `A;${day};5.00`).join('\n')}`))?.dates).toBe(order);
});

test('dates that leave it open are an American’s beside dollars', () => {
  expect(recognise(table('Vendor;Date;Total\nA;01/02/2026;$5.00'))).toMatchObject({ dates: 'mdy', currency: 'USD' });
});

test.each([
  ['Vendor;Total (GBP)\nA;5.00', 'GBP'],
  ['Vendor;Total €\nA;5.00', 'EUR'],
  ['Vendor;Total\nA;£5.00\nB;£6.00', 'GBP'],
  ['Vendor;Total\nA;£5.00\nB;€6.00', null],
  ['Vendor;Total\nA;5.00', null],
])('the currency of the table %j is %s', (text, currency) => {
  expect(recognise(table(text))?.currency).toBe(currency);
});

test('where the amounts do not tell, the language says which sign parts the fraction', () => {
  expect(recognise(table('Supplier;Total\nA;1.234'))?.decimal).toBe('.');
  expect(recognise(table('Lieferant;Betrag\nA;1.234'))?.decimal).toBe(',');
});

test('a layout is remembered by its header, however many titles stand above; or by its shape', () => {
  const rows = table('Vendor;Total\nA;5.00');
  const titled = table('Spend;\nVENDOR ;Total\nB;7.00');
  expect(layoutKey(recognise(titled), titled)).toBe(layoutKey(recognise(rows), rows));
  const other = table('Supplier;Total\nA;5.00');
  expect(layoutKey(recognise(other), other)).not.toBe(layoutKey(recognise(rows), rows));
  const bare = table('2026-01-31;Acme;INV-1;5.00');
  const alike = table('2026-02-01;Bold;INV-9;17.25');
  expect(layoutKey(recognise(bare), bare)).toBe(layoutKey(recognise(alike), alike));
});
