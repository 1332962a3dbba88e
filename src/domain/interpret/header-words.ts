import { wordsOf } from './fold.ts';

/** What heads the columns of an item table, in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish; phrases are parted by commas. */
const written = {
  description: `charge, arbeitslohn, lohn, ersatzteile, arbeiten, material, description of goods, description of services, specificatie, specificaties, leistungstext, prestation, libelles, rubrique, concepto descripcion, voce, voci, descripcion del servicio, descrizione attivita, descrizione prodotti servizi, rechnungspositionen, servicos, descricao do servico, description, item, items, product, products, service, services, article, details, particulars, title, item description, product description, activity, goods, item desc, desc, work, item name, product name, name,
    beschreibung, bezeichnung, artikel, produkt, leistung, artikelbezeichnung, artikelbeschreibung, position, leistungen, text, leistungsbeschreibung, warenbezeichnung, leistungsart,
    designation, libelle, produit, prestation, prestations, nom designation, articles, produits, intitule, objet, detail, abonnement,
    descripcion, concepto, producto, articulo, detalle, conceptos, servicio,
    descrizione, prodotto, articolo, servizio, descrizione articolo, descrizione beni, natura e qualita, causale,
    omschrijving, beschrijving, dienst, productomschrijving, omschrijving artikel, artikelomschrijving,
    descricao, designacao, artigo, produto, servico, descritivo,
    opis, nazwa, nazwa towaru, towar, usluga, nazwa towaru lub uslugi, nazwa towaru uslugi, nazwa towarow i uslug, nazwa uslugi, towar usluga, nazwa produktu, benamning, artikelnamn, tjanst, vara, varebetegnelse, beskrivelse, tekst, varetekst, ydelse, vare`,
  quantity: `aw, aw std, zeit, quantity, qty, units, hours, hrs, pcs, qty shipped, quantities, no of units, days, order qty, qnty, menge, anzahl, anz, stk, stunden, std, stuck, tage, quantite, qte, qtes, nombre, nb, heures, cantidad, cant, uds, unidades, cdad, quantita, qta, q ta, ore, aantal, hoeveelheid, uren, stuks, quantidade, qtd, qtde, quant, ilosc, il, liczba, ilosc szt, q t, antal, antall, mangd`,
  price: `satz, price, unit price, rate, unit cost, cost, u price, s price, price unit, price each, each, unit rate, hourly rate, list price, net price, unit price excl, unit amount, price per unit, rate hr, sell price, unit price rm, price rm, unit net price, price excl vat, preis, einzelpreis, e preis, stuckpreis, einzel, ep, preis einh, einheitspreis, vk preis, e preis eur, nettopreis, stundensatz, preis eur, einzelpreis netto, einzelpreis eur, preis pro einheit, preis stk, prix, prix unitaire, pu, p u, pu ht, p u ht, prix unitaire ht, prix u, prix unit, tarif, precio, precio unitario, precio unit, p unit, precio ud, p unitario, prezzo, prezzo unitario, prezzo unit, prezzo un, prijs, stukprijs, eenheidsprijs, prijs per stuk, tarief, prijs per eenheid, preco, preco unitario, preco unit, p unitario, valor unitario, cena, cena jedn, cena jednostkowa, cena netto, cena jednostkowa netto, cena jedn netto, cena j netto, cena brutto, prix unitaire mois, a pris, apris, pris, enhetspris, pris enhet, stykpris, enhedspris, stk pris`,
  amount: `taxable, taxable amount, taxable amt, amount, total, charges, debit, debits, belopp, summa, radsumma, belob, i alt, beloep, belop, sum, line total, net amount, amount eur, total price, ext price, extended, extended price, subtotal, total rm, rm, total amount, line amount, line amount excl vat, net total, value, net, amount usd, amount rm, total excl vat, amount excl vat, amount gbp, total net, ext amount, line value, nett, price excl, gross, net value, price w o tax, sub total, taxable value, gbp, eur, usd, line net, net worth, gross worth, amount due, total incl, gesamt, betrag, summe, gesamtpreis, gesamtbetrag, zeilenbetrag, gesamt eur, betrag eur, g preis, gesamtpreis eur, gesamt netto, netto, nettobetrag, brutto, gp, wert, gesamt preis, betrag netto, total eur, nettosumme, gesamtpreis netto, montant, montant ht, total ht, prix ht, prix total, total ttc, montant ttc, montant eur ht, montant eur ttc, prix total ht, montant net, total ligne, valeur, ht, ttc, total net, importe, total sin iva, importe neto, total linea, neto, subtotal, importo, totale, prezzo totale, importo netto, totale riga, imponibile, valore, bedrag, totaal, totaalbedrag, totaal excl, totaal excl btw, bedrag excl btw, regeltotaal, subtotaal, valor, total liquido, valor total, preco total, valor liquido, wartosc, wartosc netto, wartosc brutto, kwota, kwota netto, razem, suma, razem brutto, iliquido`,
  tax: `vat, tax, tax rate, vat rate, gst, taxes, sst, vat tax, ust, mwst, ust satz, steuer, ust in, mwst satz, steuersatz, tva, taux tva, taux, iva, iva tasa, tipo iva, btw, btw tarief, taxa, taxa iva, vat stawka, stawka, stawka vat, tax amount, vat amount, gst amt, kwota vat, tva eur, montant tva, ust betrag, tax code, aliquota, cst, aliq iva, cod iva, kod vat, igst, cgst, sgst, cuota, al iva`,
  discount: `discount, rabatt procent, disc, rabatt, remise, rem, descuento, dto, sconto, korting, desconto, rabat, dis, less, sc, desc dto, upust`,
  other: `credits, credit, payments, payment, pmt, patient pmt, ins adj pmt, adjustments, adj, balance, running balance, saldo, solde, saldo progressivo, enhet, enhed, artnr, art, varenr, pos, no, nr, line, sku, code, item no, item code, product code, art nr, artikelnr, artikelnummer, ref, reference, unit, einheit, unite, unidad, um, u m, udm, eenheid, unidade, un, jm, j m, jedn, jm szt, lp, date, datum, fecha, data, item number, part no, part number, hsn, hsn sac, hsn code, n, id, serial, me, ean, code article, codigo, codice, cod, artikelnr, article no, pkwiu, gtu, ligne, shipment, s n, sl no, sr no, sno, service date, leistungsdatum, codigo articulo, cod art, lote, artigo cod, batch, artnr, referencia, riga, regel, hsn no, uom, sr`,
} as const;

export type ColumnKind = keyof typeof written;
const kinds = Object.keys(written) as readonly ColumnKind[]; // the keys of the very object that names the type

const phrases = new Map<string, ColumnKind>();
let longest = 1;
for (const kind of kinds) {
  for (const phrase of written[kind].split(',')) {
    const words = wordsOf(phrase);
    longest = Math.max(longest, words.length);
    if (!phrases.has(words.join(' '))) phrases.set(words.join(' '), kind);
  }
}

/** The kind of column that these words head, and how many of the words it takes; `null` when the first one heads none. */
export function columnAt(words: readonly string[]): { readonly kind: ColumnKind; readonly length: number } | null {
  for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
    const kind = phrases.get(words.slice(0, length).join(' '));
    if (kind) return { kind, length };
  }
  return null;
}
