/**
 * The words that labels of an invoice's number are put together from, folded, parted by commas. The papers that are a label by themselves
 * ("Facture 4711") stand in `label-words.ts`; those here are one only beside a word for a number: a "document" may be any.
 */
const written = {
  /** "No", "Nr", "Numéro": with a paper before or behind. */
  number:
    'no, nr, nro, n, num, numb, number, numero, numer, nummer, numm, id, ref, reference, referenz, kennung, code, serial no, numero de serie, serie y numero, serie',
  /** Papers that may be invoices. */
  paper:
    'document, doc, slip, check, chk, voucher, statement, demand, credit, billing, billing document, trx, transaction, pro, cash bill, cash sales, debit memo, dokument, storno, r, re, rg, abrechnung, abrechnungs, rechnungs, rechnung, gutschrifts, quittung, quittungs, fakturen, piece, ticket, ticket client, note, recu, document, documento, documento fiscal, recibo, boleta, comprobante, rectificativa, fra, scontrino, fatt, fakt, fac, fact, fact vente, rech, rechn, fatura recibo, doklad, documento commerciale, avviso di parcella, avis, avis d echeance, avis de loyer, avis des sommes a payer, nfs e, nf e, nf, faktury, faktury vat, dokumentu, dokument sprzedazy, paragon, paragonu, rachunku sprzedazy, nota korygujaca, noty, noty korygujacej, korekty, dowod sprzedazy, fakturan, wydr, wydruku',
  /** What may stand between the two. */
  between:
    'of, the, this, your, our, de, la, le, du, d, l, votre, notre, su, del, della, dell, di, da, do, das, der, des, dieser, ihrer, van, uw, onze, het',
  /** The first half of a word that closes with `ends`: "Rechnungsnummer", "Bonnr". */
  stems:
    'rechnungs, rechnung, abrechnungs, beleg, gutschrifts, gutschrift, dokument, dokumenten, quittungs, honorarrechnungs, honorarnoten, faktura, fakturen, fakturierungs, faktuur, factuur, verkoopfactuur, creditfactuur, creditnota, kassabon, bon, nota, document, declaratie, kvitto, kreditnota, storno',
  ends: 'nummer, nr, no, id, kennung, referenz, kenmerk, code',
} as const;

const listOf = (text: string): readonly string[] => text.split(', ');

export const numberWords: ReadonlySet<string> = new Set(listOf(written.number));
export const numberedPapers = listOf(written.paper);
export const betweenWords: ReadonlySet<string> = new Set(listOf(written.between));
/** Words that name paper and number at once. */
export const numberCompounds: readonly string[] = listOf(written.stems).flatMap((stem) =>
  listOf(written.ends).map((end) => stem + end),
);
