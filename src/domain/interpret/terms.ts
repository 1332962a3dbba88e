import { fold } from './fold.ts';
import type { Token } from './lines.ts';
import type { Paper } from './paper.ts';

/** Within how many days of issue the invoice is to be paid. */
export type Terms = { readonly days: number; readonly page: number; readonly tokens: readonly Token[] };

const day = '(?:days?|tagen?|jours?|j|dias?|giorni|gg|dagen|dni|d)';
const spans: readonly RegExp[] = [
  new RegExp(`\\bnet(?:to|t)?:? (?:in )?(\\d{1,3})(?: ?${day}\\b|(?![\\d.,%€ ]))`),
  new RegExp(
    `(?:within|innerhalb(?: von)?|binnen|in|sous|dans(?: les)?|en|a|entro|w ciagu|do|em|due in|payable in|zahlbar in|payable a|zahlungsziel|frist|termin|terms?|paiement|betaling|pago|pagamento|platnosci|zaplaty|netto|solde a)[ :]{1,3}(\\d{1,3}) ?${day}\\b`,
  ),
  new RegExp(
    `\\b(\\d{1,3}) ?${day}[ ,.]{1,2}(?:net|netto|ohne|na(?:ch)?|after|d\\.?f|date|fecha|data|from|od|rein|sans|zonder|ab)\\b`,
  ),
];
const atOnce =
  /upon receipt|on receipt|due immediately|sofort (?:fallig|zahlbar|nach|rein|netto|ohne)|ohne abzug sofort|paiement immediat|comptant|a reception|al contado|pago inmediato|a vista|rimessa diretta|contante betaling|pronto pagamento|payment in advance/;
const monthEnd = /fin de mois|end of month|eom\b|fine mese|f\.?m\.?\b|fin de mes|monatsende/;
const discounted = /skonto|escompte|discount|sconto|korting|rabat|%/;
const about =
  /pay|zahl|betal|terms|regl|paie|pago|paga|plat|due|fallig|echeance|scaden|venc|netto|net |termin|solde|transfer|uberweis|virement|remit|bonifico|przelew/;

/** The terms of payment printed on the paper; those without discount win, those that count from a month's end are not used. */
export function termsIn(paper: Paper): Terms | null {
  const found: (Terms & { readonly score: number })[] = [];
  for (const line of paper.lines) {
    for (const [index, segment] of line.segments.entries()) {
      const text = fold(segment.text);
      const before = fold(line.segments[index - 1]?.text ?? '');
      if (!about.test(text) && !about.test(before)) continue;
      const whole = about.test(text) ? text : `${before} ${text}`;
      if (monthEnd.test(whole)) continue;
      for (const clause of whole.split(/;|,(?!\d)|\.(?=\s)/)) {
        const days = daysOf(clause);
        if (days === null || days > 180) continue;
        const score =
          (discounted.test(clause) ? -2 : 0) +
          (segment.tokens.length < 12 ? 1 : 0) +
          (/verzug|late|retard|widerspr|einwand|return|umtausch|deliver|liefer|refund/.test(clause) ? -3 : 0);
        found.push({ days, page: line.page, tokens: segment.tokens, score });
      }
    }
  }
  const [best] = found.sort((a, b) => b.score - a.score);
  return best && best.score >= 0 ? best : null;
}

function daysOf(clause: string): number | null {
  for (const span of spans) {
    const match = span.exec(clause);
    if (match) return Number(match[1]);
  }
  return atOnce.test(clause) ? 0 : null;
}
