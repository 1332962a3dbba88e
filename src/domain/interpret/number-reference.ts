import { fold } from './fold.ts';
import type { Label } from './labels.ts';
import { type Found, numberAt, plain } from './number-print.ts';
import type { Paper } from './paper.ts';
import { belowOf, rightOf } from './places.ts';

/** A reference, and how much speaks for its being the number. */
export type Reference = Found & { readonly score: number };

/** "Our ref", "Unser Zeichen", "ns. rif.": what the vendor calls his paper. */
const own =
  /^(?:our|unsere?|notre|nuestra|ntra|nostr[ao]|ns?|onze|ons|nossa|nasz[ae]?)(?!\p{L}).*\b(?:ref|zeichen|rif|kenmerk|znak)/u;
/** "Reference" and no more; whose, the paper does not say. */
const bare =
  /^(?:ref(?:erence|erencia|erentie|erenz|erencja)?|riferimento|rif|kenmerk|referenznummer|reference number|ref no)\W*$/;
/** Long ones belong to slips of payment, "RF18 5390…" too. */
const ofPayment = /^rf\d{2}|^\d{18,}$/;

/** References that may stand for a number where the paper has no better one. "Your ref" is the buyer's and is none. */
export function referencesIn(paper: Paper): readonly Reference[] {
  const labels = paper.labels.flat().filter(({ kind, opens }) => kind === 'order' && opens);
  return labels.flatMap((label) => {
    const text = fold(label.text);
    const score = own.test(text) ? 1.3 : bare.test(text) ? 1.1 : 0;
    const found = score > 0 ? referenceAt(paper, label) : null;
    if (!found || ofPayment.test(plain(found.value))) return [];
    return [{ ...found, score: score + (isUnderTitle(paper, label) ? 0.3 : 0) }];
  });
}

/** To the right, behind a remark in brackets too ("Unser Zeichen (bitte angeben): 25/118"), or below. */
function referenceAt(paper: Paper, label: Label): Found | null {
  const remark = label.segment.tokens.slice(label.to);
  const close = /^\(/.test(remark[0]?.text ?? '') ? remark.findIndex(({ text }) => /\):?$/.test(text)) : -1;
  const [right] =
    close < 0 ? rightOf(paper, label) : [{ text: '', segment: label.segment, tokens: remark.slice(close + 1) }];
  const found = right && numberAt(right, true);
  if (found || right?.segment === label.segment) return found ?? null;
  const [below] = own.test(fold(label.text)) ? belowOf(paper, label, 1) : []; // "Reference" alone heads a column of articles, too
  return below ? numberAt(below, true) : null;
}

/** Stands the label on one of the two lines below what the paper calls itself? */
const isUnderTitle = (paper: Paper, { segment }: Label): boolean =>
  [1, 2].some((away) =>
    (paper.labels[segment.line - away] ?? []).some(
      ({ kind, opens, segment: title }) => kind === 'number' && opens && title.tokens.length < 4,
    ),
  );

/** Words of a sentence or a line that says what to write on the payment. */
const paying =
  /\b(?:quot(?:e|ing)|payment|remit|transfer|mention|zahlung|uberweis\w*|angabe|verwendungszweck|virement|paiement|reglement|communication|libelle|rappel\w*|pago|transferencia|concepto|indica\w*|bonifico|causale|pagamento|betaling|mededeling|vermelding|overma\w*|descritivo|platnosc\w*|przelew\w*|tytul\w*)\b/;

/** Is the number printed again where the paper says how to pay, without another label that calls it one? */
export function isEchoed(paper: Paper, { value, tokens }: Found): boolean {
  const wanted = plain(value);
  if (wanted.length < 4) return false;
  const speaks = (index: number) =>
    paying.test(fold(paper.lines[index]?.text ?? '')) &&
    !(paper.labels[index] ?? []).some(({ kind }) => kind === 'number');
  return paper.lines.some(
    ({ text, index, segments }) =>
      printsWhole(text, wanted) &&
      (speaks(index) || speaks(index - 1)) &&
      !segments.some((segment) => tokens.some((token) => segment.tokens.includes(token))),
  );
}

/** Do some words of the text, whole and in a row, spell the number? "05.08.2025" holds no "08/2025". */
function printsWhole(text: string, wanted: string): boolean {
  const words = text.split(/\s+/).map(plain);
  return words.some((_, from) => [1, 2, 3, 4].some((many) => words.slice(from, from + many).join('') === wanted));
}
