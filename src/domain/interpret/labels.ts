import { distance, wordsOf } from './fold.ts';
import { type LabelKind, labelKinds, phrasesOf } from './label-words.ts';
import type { Line, Segment } from './lines.ts';
import { numberLabelAt, numberVocabulary } from './number-label.ts';

/** A label as found: words `from`–`to` of the segment, `to` not included. */
export type Label = {
  readonly kind: LabelKind;
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** No word stands before it in its segment; a rate may ("19 % VAT"). */
  readonly opens: boolean;
  /** 0–1: 1 is spelled as known and opens its segment; less for a slip of OCR or amid a sentence. */
  readonly weight: number;
};

type Phrase = { readonly kind: LabelKind; readonly words: readonly string[] };

const phrases = new Map<string, Phrase[]>();
const vocabulary = new Set<string>(numberVocabulary);
for (const kind of labelKinds) {
  for (const text of phrasesOf(kind)) {
    const words = wordsOf(text);
    const [first = ''] = words;
    phrases.set(first, [...(phrases.get(first) ?? []), { kind, words }]);
    for (const word of words) vocabulary.add(word);
  }
}
for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);

const nearest = new Map<string, string>();

/** The known word that OCR most likely saw; itself when none is near. */
function corrected(word: string): string {
  if (word.length < 5 || vocabulary.has(word)) return word;
  const kept = nearest.get(word);
  if (kept !== undefined) return kept;
  const most = word.length > 8 ? 2 : 1;
  let best = word;
  let least = most + 1;
  for (const known of vocabulary) {
    if (known.length < 5) continue;
    const apart = distance(word, known, most);
    if (apart < least) [best, least] = [known, apart];
  }
  if (nearest.size > 5000) nearest.clear();
  nearest.set(word, best);
  return best;
}

/** Every label of a line, left to right; the longest phrase wins. `scanned` forgives slips of OCR. */
export function labelsOf(line: Line, scanned: boolean): readonly Label[] {
  return line.segments.flatMap((segment) => labelsIn(segment, scanned));
}

type Spelled = { readonly text: string; readonly seen: string; readonly token: number };

function labelsIn(segment: Segment, scanned: boolean): readonly Label[] {
  const words = spelled(segment, scanned);
  const found: Label[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    const end = at + (phrase?.words.length ?? 1);
    const last = found[found.length - 1];
    const from = words[at]?.token ?? 0;
    const weak = phrase !== undefined && connecting.has(phrase.words.join(' '));
    const before = segment.tokens[from - 1];
    const continues = weak && (last?.to === from || (before !== undefined && !/[,:]$/.test(before.text)));
    const counted = phrase?.kind === 'date' && before !== undefined && days.test(before.text);
    if (phrase && !continues && !counted) {
      const label = labelOf(phrase, segment, words.slice(at, end), at);
      if (last && isAddressee(last, label)) found[found.length - 1] = { ...last, to: label.to };
      else if (last && (isGenitive(last, label) || isApposition(last, label, segment)))
        found[found.length - 1] = { ...last, to: label.to, text: `${last.text} ${label.text}` };
      else if (!last || !isPrefix(last, label)) found.push(label);
    }
    at = end;
  }
  return found;
}

/** "45 jours date de facture" are terms: they tell from when, and no date follows. */
const days = /^(?:jours|days|tage|giorni|d[ií]as|dias|dagen|dni)$/i;

/** "Invoice no: INV 0077": what opens the number is none of its labels. */
const isPrefix = (last: Label, { kind, segment, from, to, text }: Label): boolean =>
  last.kind === 'number' &&
  kind === 'number' &&
  last.to === from &&
  /^\p{Lu}{2,4}$/u.test(text) &&
  /^\d/.test(segment.tokens[to]?.text ?? '');

/** "Aan verkoper:", "To supplier": whom a marketplace bills is called a seller, and yet is the buyer. */
const isAddressee = (last: Label, { kind, from }: Label): boolean =>
  last.kind === 'buyer' &&
  kind === 'seller' &&
  last.to === from &&
  /^(?:to|an|aan|à|a|al|para|ao|dla)$/iu.test(last.text);

/** "Please pay by the inception date, 1 December": the date is the due one. */
const isApposition = (last: Label, { kind, from, to }: Label, segment: Segment): boolean =>
  last.kind === 'due' &&
  kind === 'date' &&
  to - from === 1 &&
  from > last.to &&
  from - last.to <= 2 &&
  segment.tokens.slice(last.to, from).every(({ text }) => /^\p{L}+$/u.test(text));

/** "Fecha emisión factura: 6.11." is one label, the date's; a title that no value follows heads a column of its own. */
function isGenitive(last: Label, { kind, segment, from, to, text }: Label): boolean {
  const dates = last.kind === 'date' || last.kind === 'due' || last.kind === 'otherDate';
  if (!dates || kind !== 'number' || last.to !== from || to - from > 1) return false;
  return text.endsWith(':') || /^(?::|\d)/.test(segment.tokens[to]?.text ?? '');
}

/** Words that announce something when they open a line or follow a comma ("Bremen, den"), but within a sentence or behind a label say nothing. */
const connecting = new Set([
  'le',
  'den',
  'del',
  'in data',
  'dnia',
  'z dnia',
  'vom',
  'voor',
  'to',
  'for',
  'an',
  'fur',
  'para',
  'aan',
  'dla',
]);

function spelled(segment: Segment, scanned: boolean): readonly Spelled[] {
  return segment.tokens.flatMap(({ text }, token) => {
    const rate = segment.tokens[token + 1]?.text.startsWith('%') ? `${text}%` : text;
    if (/^[@(]?\d+(?:[.,]\d+)?%\)?$/.test(rate)) return []; // "Total includes 6% GST" is known without its rate
    return wordsOf(text.replace(rateBehind, '$1')).map((seen) => ({
      text: scanned ? corrected(headOf(seen)) : headOf(seen),
      seen,
      token,
    }));
  });
}

/** "Premium before tax" is net. */
const without =
  /^\(?(?:before|excl\.?|excluding|without|less|vor|ohne|exkl\.?|zzgl\.?|hors|sans|antes|sin|senza|esclus[oa]|prima|exclusief|zonder|sem|bez|exkl|ekskl\.?)$/i;

/** The head of a compound names the paper: a "Beitragsrechnung" is a Rechnung. */
const headOf = (word: string): string =>
  vocabulary.has(word)
    ? word
    : word.replace(/^\p{L}{3,}(?<!ab|be|an|ver|auf|zu|um|hoch|ein)(rechnung|factuur|faktura)$/u, '$1');

/** "IGST18" is IGST at 18 %. */
const rateBehind = /^((?:[ICSU]?GST|VAT|TVA|IVA|MWST|UST|BTW))\d{1,2}(?=\W|$)/i;

/** The longest phrase at this word, of the dictionary or put together. One that takes only the letters of a number ("INV-001") is none. */
function phraseAt(words: readonly Spelled[], at: number): Phrase | undefined {
  const known = phrases
    .get(words[at]?.text ?? '')
    ?.find(
      ({ words: wanted }) =>
        wanted.every((word, index) => words[at + index]?.text === word) && isWhole(words, at, wanted.length),
    );
  const texts = words.slice(at, at + mostWords).map(({ text }) => text);
  const length = numberLabelAt(texts, 0);
  if (length <= (known?.words.length ?? 0) || !isWhole(words, at, length)) return known;
  return { kind: 'number', words: texts.slice(0, length) };
}

/** No label of a number is longer. */
const mostWords = 12;

function isWhole(words: readonly Spelled[], at: number, length: number): boolean {
  const last = words[at + length - 1];
  return !words.slice(at + length).some((rest) => rest.token === last?.token && /\d/.test(rest.text));
}

function labelOf(phrase: Phrase, segment: Segment, words: readonly Spelled[], at: number): Label {
  const from = words[0]?.token ?? 0;
  const untaxed = phrase.kind === 'tax' && without.test(segment.tokens[from - 1]?.text ?? '');
  const kind = untaxed ? 'net' : phrase.kind;
  const to = (words[words.length - 1]?.token ?? from) + 1;
  const slipped = words.some((word) => word.text !== word.seen);
  const text = segment.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ');
  const weight = (slipped ? 0.9 : 1) * (at === 0 ? 1 : Math.max(0.4, 0.95 - at * 0.08));
  return { kind, segment, from, to, text, opens: at === 0, weight };
}
