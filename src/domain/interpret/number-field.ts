import type { Field } from '../reading.ts';
import { datesIn } from './dates.ts';
import { wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import type { Token } from './lines.ts';
import { foundAt, type Paper } from './paper.ts';
import { belowOf, type Place, rightOf } from './places.ts';
import { vatIdsIn } from './tax-ids.ts';

type Candidate = {
  readonly value: string;
  readonly score: number;
  readonly tokens: readonly Token[];
  readonly page: number;
};

/** The number that the vendor gave the invoice. */
export function numberField(paper: Paper): Field<string> | null {
  const found = numbersIn(paper);
  const [best] = found;
  if (!best) return null;
  const rivals = new Set(
    found
      .filter((other) => plain(other.value) !== plain(best.value) && other.score > best.score - 0.35)
      .map((other) => plain(other.value)),
  );
  const base = best.score > 2.9 ? 0.97 : best.score > 2.2 ? 0.93 : best.score > 1.5 ? 0.91 : 0.5;
  const seen = Math.min(1, ...best.tokens.map((token) => token.confidence));
  const clear = paper.scanned ? Math.min(1, 0.35 + seen * 0.7) : 1;
  const confidence = Math.max(0.05, base * clear - Math.min(rivals.size, 2) * 0.2);
  const value = paper.scanned ? repaired(best.value) : best.value;
  return { value, confidence, found: foundAt(paper, best.tokens, best.page) };
}

/** What OCR sees for a digit among digits: "882l3" is 88213. */
const repaired = (value: string): string =>
  value.replace(/(?<=\d)[lI|](?=[\dlIOo|]|$)/g, '1').replace(/(?<=\d)[Oo](?=[\dOo]|$)/g, '0');

/** All that may be the invoice's number, best first, equal ones together. */
export function numbersIn(paper: Paper): readonly Candidate[] {
  const found = paper.labels
    .flat()
    .filter((label) => label.kind === 'number')
    .flatMap((label) => candidates(paper, label));
  found.push(...marked(paper, found.length === 0));
  const merged = new Map<string, Candidate>();
  for (const candidate of found) {
    const key = plain(candidate.value);
    const known = merged.get(key);
    const more = known ? 0.4 : 0;
    const better = known && known.score >= candidate.score ? known : candidate;
    merged.set(key, { ...better, score: Math.max(candidate.score, known?.score ?? 0) + more });
  }
  return [...merged.values()].sort((a, b) => b.score - a.score);
}

/** A number that is called nothing but that, near the top: "# 4711", "Nr. 4711". It counts for less beside one with a label. */
function marked(paper: Paper, alone: boolean): readonly Candidate[] {
  return paper.lines.slice(0, Math.max(8, Math.ceil(paper.lines.length / 3))).flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      if (!/^(?:#|№|n[°º][.:]*|n[or](?:[.:]+|(?=\s)))\s?[\p{L}\p{N}]/iu.test(segment.text) || segment.tokens.length > 4)
        return [];
      const own = numberAt({ text: segment.text, segment, tokens: segment.tokens }, true);
      return own ? [{ ...own, score: alone ? 1.6 : 1.5 }] : [];
    }),
  );
}

export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Words that name the paper; alone they announce its number only when it follows at once. */
const titles = new Set(
  'invoice,tax invoice,receipt,bill,credit note,credit memo,inv,rechnung,gutschrift,stornorechnung,rechnungskorrektur,facture,avoir,factura,factura simplificada,factura rectificativa,nota de credito,fattura,ricevuta,nota di credito,factuur,creditnota,creditfactuur,kassabon,fatura,fatura recibo,fatura simplificada,nota fiscal,faktura,faktura vat,faktura korygujaca,folio,our invoice,schlussrechnung,abschlagsrechnung,teilrechnung,sammelrechnung,honorarnote,honorarrechnung,note d honoraires,parcella,minuta,declaratie,rachunek,kreditnota,kreditfaktura,bon,kvitto,trans,talao'.split(
    ',',
  ),
);

function candidates(paper: Paper, label: Label): readonly Candidate[] {
  const mark = label.segment.tokens[label.to];
  const title = titles.has(wordsOf(label.text).join(' ')) && !(mark && lead.test(mark.text));
  const high = 0.4 * (1 - label.segment.line / Math.max(paper.lines.length, 1));
  const base = (title ? 1.5 : 2.4) * label.weight + high;
  const right = rightOf(paper, label).filter((place) => !place.tokens.every((token) => lead.test(token.text)));
  const [first] = right;
  const own =
    first && numberAt(first, title && first.segment !== label.segment && !lead.test(first.tokens[0]?.text ?? ''));
  if (own) return [{ ...own, score: base + (title && !/#|n[°ºor]/iu.test(label.text) ? 0 : 0.3) }];
  if (right.length > 1 && !title) {
    const next = right
      .slice(1, 2)
      .map((place) => numberAt(place, true))
      .find((value) => value !== null);
    if (next) return [{ ...next, score: base }];
  }
  if (first && !title && /^[\p{L}\s]{4,}$/u.test(first.text)) return [];
  const below = belowOf(paper, label, 2)
    .map((place) => numberAt(place, true))
    .find((value) => value !== null);
  return below ? [{ ...below, score: base - (title ? 0.7 : 0.2) }] : [];
}

const lead = /^(?:[:#№.\-–=*()]+|n[°ºo]?[.:]*|nr[.:]*|no[.:]*|num(?:ber|ero|mer)?[.:]*|numéro|número|id[.:]*)$/iu;
const shape = /^[#(*]?[\p{L}\p{N}][\p{L}\p{N}/_.\-–\\+&]*[)*]?$/u;
const stops =
  /^(?:vom|von|du|of|dated?|datum|date|del|de|van|di|z|dnia|from|page|le|issued|am|den|fecha|data|em|el|il|au|and|for|to|is|the|[|·•])[:.,]?$/iu;

/** The number at the head of a place. `strict`: the place is not right behind the label, so it must look like a number on its own. */
function numberAt(place: Place, strict: boolean): { value: string; tokens: readonly Token[]; page: number } | null {
  const tokens = [...place.tokens];
  while (tokens[0] && lead.test(tokens[0].text)) tokens.shift();
  const taken: Token[] = [];
  for (const token of tokens) {
    const joined = [...taken, token].map(({ text }) => text).join('');
    if (stops.test(token.text) || (taken.length > 0 && !joins(taken, token))) break;
    if (!/^[/\-–]$/.test(token.text) && !shape.test(token.text.replace(/[,;:.]+$/, ''))) break;
    taken.push(token);
    if (joined.length > 30) break;
  }
  while (taken.length > 0 && !/\d/.test(taken[taken.length - 1]?.text ?? '')) taken.pop();
  const value = taken
    .map(({ text }) => text)
    .join(' ')
    .replace(/^[#(*\s]+|[\s,;:.)*]+$/gu, '')
    .replace(/\s?([/\-–])\s?/gu, '$1');
  if (taken.length === 0 || !isNumber(value, strict)) return null;
  if (strict && tokens.length > taken.length + 3) return null;
  return { value, tokens: taken, page: place.segment.page };
}

/** "018304 / 28865", "FT A/123" and "RE 2024-1" are one number; "30064443 Seite" is not. */
function joins(taken: readonly Token[], token: Token): boolean {
  const last = taken[taken.length - 1]?.text ?? '';
  if (/^[/\-–]/.test(token.text) || /[/\-–]$/.test(last)) return true;
  return (
    taken.every(({ text }) => !/\d/.test(text) || /^[A-Z]{1,4}\d{0,4}$/.test(text)) &&
    /\d/.test(token.text) &&
    /^[A-Z\d.]{1,5}$/.test(last) &&
    token.text.length > 1
  );
}

function isNumber(value: string, strict: boolean): boolean {
  if (!/\d/.test(value) || value.length > 40 || /^\d{1,3}[.,]\d{2}$/.test(value) || /[%€$£@]/.test(value)) return false;
  if (datesIn(value).some((date) => date.text.length >= value.length - 1 && !/^\d{4}-\d{2}-\d{2}/.test(value)))
    return false;
  if (vatIdsIn(value).length > 0 || /^\+?\d{2}[ -]\d{2}[ -]\d{2}/.test(value) || /^\d{1,2}:\d{2}/.test(value))
    return false;
  if (!strict) return true;
  return (
    plain(value).length >= 3 &&
    !/^\p{Ll}+$/u.test(value.replace(/\d/g, '').replace(/[^\p{L}]/gu, '') && value.replace(/\d.*$/, '')) &&
    !/^\d{5} /.test(value)
  );
}
