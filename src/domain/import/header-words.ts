import { wordsOf } from '../interpret/fold.ts';
import { isCurrency } from '../money.ts';
import type { ColumnRole } from './columns.ts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'nl' | 'pt' | 'pl';

/** What heads the columns of a table of invoices. Within a language the better phrase stands before: a payment's date is taken where there is no invoice's. */
const written: Readonly<Record<ColumnRole, Readonly<Record<Language, string>>>> = {
  vendor: {
    en: 'supplier name, vendor name, supplier, vendor, beneficiary name, supplier text, payee name, payee, creditor name, creditor, beneficiary, merchant name, merchant, seller, biller, paid to, recipient name, recipient, company name, company, name',
    de: 'lieferantenname, lieferant, kreditorenname, kreditor, rechnungssteller, verkaufer, zahlungsempfanger, empfanger, begunstigter, anbieter, firma, firmenname',
    fr: 'nom du fournisseur, nom fournisseur, fournisseur, beneficiaire, vendeur, prestataire, creancier, raison sociale, societe',
    es: 'nombre del proveedor, nombre proveedor, proveedor, acreedor, vendedor, beneficiario, adjudicatario, emisor, razon social',
    it: 'nome fornitore, ragione sociale fornitore, fornitore, creditore, beneficiario, cedente, venditore, ragione sociale',
    nl: 'naam leverancier, leveranciersnaam, leverancier, crediteurnaam, crediteur, begunstigde, verkoper, bedrijfsnaam',
    pt: 'nome do fornecedor, nome fornecedor, fornecedor, credor, beneficiario, vendedor, emitente, razao social',
    pl: 'nazwa dostawcy, nazwa kontrahenta, dostawca, kontrahent, sprzedawca, wystawca, odbiorca platnosci',
  },
  tax_id: {
    en: 'supplier vat number, vendor vat number, supplier tax id, vendor tax id, vat registration number, vat reg no, vat number, vat no, vat id, tax id, tax number, tax id number, ein, gstin, abn',
    de: 'ust id nr, ust idnr, ust id, ustid, umsatzsteuer id, steuernummer, uid, uid nummer, ust nr',
    fr: 'numero de tva, n tva, no tva, numero tva, tva intracommunautaire, siret, siren',
    es: 'nif cif, nif proveedor, cif proveedor, nif, cif, numero de iva',
    it: 'partita iva fornitore, partita iva, p iva, piva, codice fiscale',
    nl: 'btw nummer, btw nr, btw id, btwnummer',
    pt: 'nif do fornecedor, nif fornecedor, nif, nipc, cnpj, contribuinte',
    pl: 'nip dostawcy, nip kontrahenta, nip sprzedawcy, nip, numer nip, nr nip',
  },
  iban: {
    en: 'supplier iban, vendor iban, iban, iban number, bank account iban',
    de: 'iban, iban lieferant, bankverbindung iban',
    fr: 'iban',
    es: 'iban',
    it: 'iban',
    nl: 'iban, iban nummer, ibannummer',
    pt: 'iban',
    pl: 'iban, numer konta iban',
  },
  number: {
    en: 'invoice number, invoice no, invoice num, invoice nr, invoice id, invoice ref, invoice reference, supplier invoice number, vendor invoice number, inv no, inv number, inv num, bill number, bill no, invoice, document number, document no, doc no, doc number, voucher number, voucher no, transaction number, transaction no, trans no, transaction id, transaction ref, transaction reference, internal ref number, internal ref, payment reference, reference number, reference no, ref no, reference, ref',
    de: 'rechnungsnummer, rechnungs nr, rechnungsnr, rechnung nr, re nr, rg nr, belegnummer, beleg nr, belegnr, rechnung, externe belegnummer, referenz, beleg',
    fr: 'numero de facture, numero facture, n facture, n de facture, no facture, no de facture, num facture, facture, numero de piece, n piece, reference facture, reference, numero',
    es: 'numero de factura, numero factura, n factura, n de factura, no factura, num factura, factura, numero de documento, documento, referencia, numero',
    it: 'numero fattura, n fattura, nr fattura, num fattura, numero documento, fattura, documento, riferimento, numero',
    nl: 'factuurnummer, factuurnr, factuur nr, factuur, documentnummer, boekstuknummer, referentie, kenmerk',
    pt: 'numero da fatura, numero da factura, numero fatura, n fatura, n da fatura, no fatura, num fatura, fatura, factura, numero do documento, documento, referencia, numero',
    pl: 'numer faktury, nr faktury, faktura, numer dokumentu, nr dokumentu, dokument, numer, referencja',
  },
  date: {
    en: 'invoice date, date of invoice, inv date, bill date, issue date, date of issue, issued on, issued, tax point date, document date, doc date, date, transaction date, invoice gl date, gl date, posting date, posted date, booking date, date paid, payment date, paid date, date of payment, clearing date, updated',
    de: 'rechnungsdatum, rg datum, re datum, datum der rechnung, ausstellungsdatum, belegdatum, datum, buchungsdatum, zahlungsdatum',
    fr: 'date de facture, date facture, date de la facture, date d emission, date emission, date piece, date de piece, date, date comptable, date de paiement',
    es: 'fecha de factura, fecha factura, fecha de emision, fecha emision, fecha de expedicion, fecha documento, fecha, fecha contable, fecha de pago',
    it: 'data fattura, data della fattura, data emissione, data documento, data di emissione, data, data registrazione, data pagamento',
    nl: 'factuurdatum, datum factuur, documentdatum, datum, boekdatum, boekingsdatum, betaaldatum',
    pt: 'data da fatura, data fatura, data da factura, data de emissao, data emissao, data do documento, data, data de pagamento',
    pl: 'data faktury, data wystawienia, data dokumentu, data sprzedazy, data, data ksiegowania, data platnosci',
  },
  due_date: {
    en: 'due date, payment due date, date due, due on, due, payment due, pay by, net due date, maturity date',
    de: 'falligkeitsdatum, fallig am, fallig, falligkeit, zahlbar bis, zahlungsziel',
    fr: 'date d echeance, date echeance, echeance, a payer avant',
    es: 'fecha de vencimiento, fecha vencimiento, vencimiento',
    it: 'data scadenza, data di scadenza, scadenza',
    nl: 'vervaldatum, vervaldag, uiterste betaaldatum, betalen voor',
    pt: 'data de vencimento, data vencimento, vencimento',
    pl: 'termin platnosci, data platnosci termin, termin zaplaty, termin',
  },
  currency: {
    en: 'currency, currency code, invoice currency, transaction currency, curr, ccy, cur',
    de: 'wahrung, belegwahrung, wahrungscode, whg, wkz',
    fr: 'devise, monnaie, code devise',
    es: 'moneda, divisa',
    it: 'valuta, divisa',
    nl: 'valuta, munt, muntsoort',
    pt: 'moeda, divisa',
    pl: 'waluta',
  },
  net: {
    en: 'net amount, net total, total net, net value, nett amount, amount excl vat, amount excluding vat, amount excl tax, amount excluding tax, amount ex vat, amount net, total excl vat, total excluding vat, total excludes vat, total ex vat, invoice line value net of vat, net of vat, subtotal, sub total, net, nett, taxable amount, excl vat',
    de: 'nettobetrag, netto betrag, netto, betrag netto, summe netto, nettosumme, gesamt netto, netto eur',
    fr: 'montant ht, total ht, prix ht, montant hors taxe, montant hors taxes, hors taxes, ht, net',
    es: 'base imponible, importe neto, importe sin iva, total sin iva, base, neto, subtotal',
    it: 'imponibile, importo netto, totale imponibile, netto, importo senza iva',
    nl: 'bedrag excl btw, bedrag exclusief btw, totaal excl btw, excl btw, netto bedrag, nettobedrag, netto, subtotaal',
    pt: 'valor sem iva, total sem iva, base tributavel, valor liquido, total liquido, liquido, subtotal',
    pl: 'wartosc netto, kwota netto, netto, suma netto, razem netto',
  },
  tax: {
    en: 'vat amount, tax amount, vat, tax, sales tax, gst, gst amount, total tax, total vat',
    de: 'mwst betrag, ust betrag, steuerbetrag, mwst, ust, mehrwertsteuer, umsatzsteuer, steuer, vorsteuer',
    fr: 'montant tva, montant de la tva, total tva, tva, taxe, taxes',
    es: 'importe iva, cuota iva, cuota de iva, total iva, iva, impuesto, impuestos',
    it: 'importo iva, totale iva, iva, imposta',
    nl: 'btw bedrag, bedrag btw, btwbedrag, totaal btw, btw',
    pt: 'valor iva, valor do iva, total iva, iva, imposto',
    pl: 'kwota vat, wartosc vat, vat, podatek, kwota podatku, podatek vat',
  },
  total: {
    en: 'total amount, invoice total, gross amount, grand total, total incl vat, total including vat, amount incl vat, amount including vat, total inc vat, invoice amount, gross total, gross, total, amount, invoice value, amount due, amount paid, payment amount, transaction amount, total value, value, sum of amount, spend, total spend, expenditure, cost, sum, price, debit',
    de: 'bruttobetrag, brutto betrag, brutto, gesamtbetrag, rechnungsbetrag, betrag brutto, summe brutto, gesamtsumme, endbetrag, gesamt, summe, betrag, zahlbetrag, umsatz',
    fr: 'montant ttc, total ttc, ttc, toutes taxes comprises, montant total, total, montant facture, montant, net a payer, somme',
    es: 'importe total, total factura, total con iva, importe con iva, total, importe factura, importe, monto, valor',
    it: 'importo totale, totale fattura, totale documento, importo lordo, lordo, totale, importo, valore',
    nl: 'totaalbedrag, bedrag incl btw, bedrag inclusief btw, totaal incl btw, incl btw, factuurbedrag, brutobedrag, bruto, totaal, bedrag',
    pt: 'valor total, total com iva, valor com iva, total da fatura, total, valor bruto, montante, importancia, valor',
    pl: 'wartosc brutto, kwota brutto, brutto, suma brutto, razem brutto, razem, suma, kwota, wartosc, do zaplaty',
  },
  category: {
    en: 'category, spending category, expense category, expenditure category, spend category, expense type, category name, expense area, merchant category, category family, cost category, purpose, gl account name, account name, account description, cost element name, service label, account, department, commodity',
    de: 'kategorie, kostenart, warengruppe, aufwandsart, kostenstelle, sachkonto, konto',
    fr: 'categorie, famille, nature, rubrique, compte, type de depense, nature de depense',
    es: 'categoria, tipo de gasto, cuenta, partida, familia',
    it: 'categoria, tipo di spesa, conto, voce di spesa, centro di costo',
    nl: 'categorie, kostensoort, grootboekrekening, rubriek, kostenplaats',
    pt: 'categoria, tipo de despesa, rubrica, conta, centro de custo',
    pl: 'kategoria, rodzaj kosztu, konto, typ wydatku',
  },
  description: {
    en: 'description, invoice description, line description, item description, narrative, details, memo, purpose of spend, comment, comments, notes, note, text, extended description, subject, item, expenditure account code description, cost centre name',
    de: 'beschreibung, bezeichnung, buchungstext, verwendungszweck, leistung, bemerkung, text, notiz, betreff',
    fr: 'description, libelle, designation, objet, commentaire, intitule, details',
    es: 'descripcion, concepto, objeto, observaciones, detalle, asunto',
    it: 'descrizione, causale, oggetto, note, dettaglio',
    nl: 'omschrijving, beschrijving, toelichting, opmerking, details',
    pt: 'descricao, designacao, objeto, observacoes, historico, assunto',
    pl: 'opis, tytul, tresc, uwagi, przedmiot',
  },
};

/** Words beside which a role's phrase heads something else: "Supplier ID" is no vendor, "VAT rate" no tax. */
const unlike: Readonly<Partial<Record<ColumnRole, string>>> = {
  vendor:
    'id number no nr num code type group category class registered address street city town country postcode zip region ref reference vat iban bank account email phone invoice payer buyer customer date amount nummer kurz ort plz strasse adresse body',
  number:
    'vat tax cost account supplier vendor customer phone order po purchase line registered company charity bank iban seq date amount value total net type status datum betrag kunde kunden steuer currency item of',
  date: 'due period range type number time fallig echeance vencimiento scadenza vervaldatum termin by code',
  due_date: 'amount betrag montant importe days status total',
  currency: 'rate amount exchange kurs name',
  net: 'rate code weight price unit days account date due',
  tax: 'rate code id number no nr nummer registration reg irrecoverable point date pct percent satz taux tipo stawka tarief aliquota taxa year intracommunautaire excl excluding ex net excludes sans sin sem senza bez incl including inc type status',
  total:
    'rate code category type account area number no nr id date due unit quantity qty description name group currency centre center element budget line cap hours',
  category: 'id code number nr no',
  description: 'id code number',
  iban: '',
  tax_id: 'amount rate betrag date charity company',
};

type Entry = { readonly rank: number; readonly languages: Set<Language> };
// the keys of the very object that names the types
const roles = Object.keys(written) as readonly ColumnRole[];
const phrases = new Map<ColumnRole, Map<string, Entry>>();
const avoided = new Map<ColumnRole, ReadonlySet<string>>();
for (const role of roles) {
  const entries = new Map<string, Entry>();
  for (const [language, list] of Object.entries(written[role]) as readonly [Language, string][]) {
    for (const [rank, phrase] of list.split(', ').entries()) {
      const known = entries.get(phrase);
      if (known) known.languages.add(language);
      entries.set(phrase, {
        rank: Math.min(rank, known?.rank ?? rank),
        languages: known?.languages ?? new Set([language]),
      });
    }
  }
  phrases.set(role, entries);
  avoided.set(role, new Set(unlike[role]?.split(' ')));
}

/** The words of a header, without marks of currencies. */
const wordsIn = (cell: string): readonly string[] =>
  wordsOf(cell.replace(/[$€£]|\b[A-Z]{3}\b/g, (mark) => (/[A-Z]/.test(mark) && !isCurrency(mark) ? mark : ' ')));

/** "TransNo" is two words, "MwSt" one: both ways of reading are tried. */
const parted = (cell: string): string => cell.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ');

/** How well a header names a role: 0 not at all, from 100 as a whole, below by a part of it. */
export type Naming = { readonly role: ColumnRole; readonly score: number; readonly languages: ReadonlySet<Language> };

/** Every role that a header can mean, the best first. */
export function namingsOf(cell: string): readonly Naming[] {
  if (cell.length > 120) return [];
  const readings = [...new Set([cell, parted(cell)])].map(wordsIn).filter(({ length }) => length > 0 && length <= 12);
  return readings
    .flatMap((words) => roles.map((role) => namingOf(words, role)))
    .filter((naming) => naming !== null)
    .sort((a, b) => b.score - a.score);
}

function namingOf(words: readonly string[], role: ColumnRole): Naming | null {
  const entries = phrases.get(role);
  const whole = entries?.get(words.join(' '));
  if (whole) return { role, score: 200 - whole.rank, languages: whole.languages };
  if (words.some((word) => avoided.get(role)?.has(word))) return null;
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const entry = entries?.get(words.slice(from, from + length).join(' '));
      if (entry) return { role, score: 40 + length * 10 - entry.rank / 2, languages: entry.languages };
    }
  }
  return null;
}
