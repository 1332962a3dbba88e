import type { Check } from '../reading.ts';
import { fold } from './fold.ts';
import type { Paper } from './paper.ts';

/** How papers that are no invoices head themselves, folded; with blanks between words, whatever the print puts there. */
const titles = {
  'a pro forma invoice':
    'pro forma invoice, proforma invoice, proforma, pro forma, proformarechnung, pro forma rechnung, facture pro forma, facture proforma, factura pro forma, factura proforma, fattura pro forma, fattura proforma, pro forma factuur, proformafactuur, fatura pro forma, fatura proforma, faktura pro forma, faktura proforma',
  'a quote':
    'quote, quotation, estimate, price quotation, sales quote, proposal, angebot, kostenvoranschlag, preisangebot, offerte, devis, proposition commerciale, presupuesto, cotizacion, preventivo, offerta, prijsopgave, orcamento, cotacao, oferta, wycena',
  'an order':
    'purchase order, sales order, work order, bestellung, einkaufsbestellung, bon de commande, orden de compra, pedido de compra, ordine di acquisto, ordine d acquisto, buono d ordine, inkooporder, bestelbon, nota de encomenda, ordem de compra, zamowienie',
  'an order confirmation':
    'order confirmation, order acknowledgement, sales order confirmation, auftragsbestatigung, bestellbestatigung, confirmation de commande, accuse de reception de commande, confirmacion de pedido, conferma d ordine, conferma ordine, orderbevestiging, confirmacao de encomenda, potwierdzenie zamowienia',
  'a delivery note':
    'delivery note, delivery slip, packing slip, packing list, goods received note, despatch note, dispatch note, waybill, lieferschein, packliste, bon de livraison, bordereau de livraison, albaran, albaran de entrega, nota de entrega, documento di trasporto, bolla di consegna, ddt, pakbon, leveringsbon, vrachtbrief, guia de remessa, guia de transporte, nota de remessa, dokument wz, wydanie zewnetrzne, list przewozowy',
  'a statement of account':
    'bank statement, account statement, statement of account, statement of accounts, supplier statement, kontoauszug, kontokorrent, offene posten, saldenliste, releve de compte, releve bancaire, extrait de compte, extracto bancario, extracto de cuenta, estado de cuenta, estratto conto, rekeningafschrift, rekeningoverzicht, extrato bancario, extrato de conta, wyciag bankowy, wyciag z rachunku, kontoutdrag, kontoudtog, kontoutskrift',
  'a reminder':
    'payment reminder, reminder, overdue notice, past due notice, final notice, final reminder, demand for payment, mahnung, zahlungserinnerung, letzte mahnung, zahlungsaufforderung, relance, rappel, lettre de relance, mise en demeure, rappel de paiement, recordatorio de pago, reclamacion de pago, sollecito, sollecito di pagamento, betalingsherinnering, herinnering, aanmaning, aviso de pagamento em atraso, lembrete de pagamento, wezwanie do zaplaty, upomnienie, przypomnienie o platnosci, betalningspaminnelse, paminnelse, purring, betalingspaminnelse, rykker',
  'a payment advice':
    'remittance advice, payment advice, payment confirmation, zahlungsavis, avis de paiement, avis de virement, aviso de pago, avviso di pagamento, betaalspecificatie, aviso de pagamento, awizo platnosci',
  'a payslip':
    'payslip, pay slip, salary slip, lohnabrechnung, gehaltsabrechnung, bulletin de paie, fiche de paie, nomina, recibo de nomina, busta paga, loonstrook, salarisstrook, recibo de vencimento, pasek wynagrodzenia',
} as const;
type OtherPaper = keyof typeof titles;

const known = new Map(
  (Object.entries(titles) as readonly [OtherPaper, string][]) // Object.entries widens the keys
    .flatMap(([kind, list]) => list.split(', ').map((title) => [title, kind] as const)),
);
const invoice =
  /^(?:\W*)(?:(?:tax|vat|sales|commercial|final|simplified|original|service|e) ?)?(?:invoice|credit (?:note|memo)|receipt|bill|rechnung|schlussrechnung|abschlagsrechnung|gutschrift|quittung|facture|avoir|recu|factura|fattura|ricevuta|factuur|kassabon|fatura|faktura|paragon|honorarnote)\b/;
/** These quote the invoices they are about, so that the word alone does not make an invoice of them. */
const aboutInvoices: readonly OtherPaper[] = [
  'a reminder',
  'a statement of account',
  'a payment advice',
  'a pro forma invoice',
];

type Head = { readonly text: string; readonly print: string; readonly large: boolean };

/** What the paper calls itself when that is no invoice; `null` for an invoice, and for one that only mentions such a paper. */
export function otherPaper(paper: Paper): { readonly kind: OtherPaper; readonly title: string } | null {
  const heads = headsOf(paper);
  const at = heads.findIndex(({ text }) => kindOf(text) !== null);
  const title = heads[at];
  const kind = title && kindOf(title.text);
  if (!title || !kind) return null;
  const invoices = heads.flatMap(({ text, large }, index) =>
    invoice.test(text) && !kindOf(text) ? [{ index, large }] : [],
  );
  const outranked = invoices.some(({ index, large }) => index < at || (large && !title.large));
  if (outranked || (invoices.length > 0 && !aboutInvoices.includes(kind))) return null;
  return { kind, title: title.print };
}

/** The check that fails on such a paper: whether it holds a total or not, nobody books it unseen. */
export function paperCheck(paper: Paper): Check | null {
  const other = otherPaper(paper);
  if (!other) return null;
  return {
    name: 'paper',
    ok: false,
    says: `This calls itself ${other.kind} (“${other.title}”), not an invoice. Delete it unless it is to be paid.`,
  };
}

/** Short prints in the upper part of the first page: a title stands among them. */
function headsOf({ lines, pages, height }: Paper): readonly Head[] {
  const first = lines.filter(({ page }) => page === pages[0]?.number);
  return first.slice(0, Math.max(10, Math.ceil(first.length * 0.4))).flatMap(({ segments }) =>
    segments
      .filter(({ tokens }) => tokens.length <= 7)
      .map((segment) => ({
        text: fold(segment.text)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
        print: segment.text,
        large: segment.height > height * 1.2 || segment.tokens.every(({ bold }) => bold),
      })),
  );
}

/** By the longest title that opens the text. "1. Mahnung" and "Second reminder" count; behind it may stand a number, a date or little else. */
function kindOf(text: string): OtherPaper | null {
  const words = text
    .replace(
      /^(?:\d{1,2}|first|second|third|erste|zweite|dritte|premiere?|deuxieme|prima|primo|secondo|pierwsze|your|ihr|ihre|notre|votre)(?: (?:st|nd|rd|th))? /,
      '',
    )
    .split(' ');
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const kind = known.get(words.slice(0, length).join(' '));
    if (!kind) continue;
    const rest = words.slice(length);
    return rest.filter((word) => !/\d/.test(word)).length <= 3 ? kind : null;
  }
  return null;
}
