import type { Field } from '../reading.ts';
import { datesIn } from './dates.ts';
import { wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import type { Segment, Token } from './lines.ts';
import { monthOf } from './month-names.ts';
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
      if (bare.test(segment.text)) return columnOf(paper, segment);
      if (!calledNumber.test(segment.text) || (segment.tokens.length > 4 && !isGrouped(segment.tokens.slice(1))))
        return [];
      const own = numberAt({ text: segment.text, segment, tokens: segment.tokens }, true);
      return own ? [{ ...own, score: alone ? 1.6 : 1.5 }] : [];
    }),
  );
}

const calledNumber =
  /^(?:#|№|(?:check|chk|ticket)\.?:?(?=\s#?\d)|n[°º][.:]*|n\.o[.:]?(?=\s)|n[or](?:[.:]+|(?=\s))|n[uú]m(?:ero)?[.:]*(?=\s)|num(?:ber|mer|éro)[.:]*(?=\s))\s?(?:[:#]\s)?#?[\p{L}\p{N}]/iu;
/** "NUMERO" and nothing else heads the number that stands below, in a row of such cells. */
const bare = /^(?:#|n[uú]mero|number|nummer|numer|numéro|n[°º]|n\.o|no|nr)[.:]?$/iu;

function columnOf(paper: Paper, segment: Segment): readonly Candidate[] {
  const label: Label = {
    kind: 'number',
    segment,
    from: 0,
    to: segment.tokens.length,
    text: segment.text,
    opens: true,
    weight: 1,
  };
  const [right] = rightOf(paper, label);
  const own = right && numberAt(right, true);
  if (own) return [{ ...own, score: 1.5 }];
  const dated = (paper.labels[segment.line] ?? []).some(
    ({ kind }) => kind === 'date' || kind === 'due' || kind === 'otherDate',
  );
  if (/^n/iu.test(segment.text) && segment.text.length < 4 && !dated) return [];
  const [below] = belowOf(paper, label, 1);
  const under = below && numberAt(below, true);
  return under ? [{ ...under, score: 1.5 }] : [];
}

export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Words that name the paper; alone they announce its number only when it follows at once. */
const titles = new Set(
  'invoice,tax invoice,receipt,bill,credit note,credit memo,inv,rechnung,gutschrift,stornorechnung,rechnungskorrektur,facture,avoir,factura,factura simplificada,factura rectificativa,nota de credito,fattura,ricevuta,nota di credito,factuur,creditnota,creditfactuur,kassabon,fatura,fatura recibo,fatura simplificada,nota fiscal,faktura,faktura vat,faktura korygujaca,folio,our invoice,schlussrechnung,abschlagsrechnung,teilrechnung,sammelrechnung,honorarnote,honorarrechnung,note d honoraires,parcella,minuta,declaratie,rachunek,kreditnota,kreditfaktura,bon,kvitto,trans,talao,sales invoice,vat invoice,commercial invoice,beleg,quittance,note de credit,verkoopfactuur,fattura immediata,fattura differita,fattura accompagnatoria,notula,nota di debito,nota de debito,nota de abono,ticket factura,faktura koncowa,faktura zaliczkowa,votre facture'.split(
    ',',
  ),
);

function candidates(paper: Paper, label: Label): readonly Candidate[] {
  const mark = label.segment.tokens[label.to];
  const title = titles.has(wordsOf(label.text).join(' ')) && !(mark && lead.test(mark.text));
  const high = 0.4 * (1 - label.segment.line / Math.max(paper.lines.length, 1));
  const told = label.segment.tokens.length > 9 ? 0.6 : 1; // a sentence speaks of other papers too
  const base = (title ? 1.5 * told : lesser.test(label.text) ? 1.9 : 2.4) * label.weight + high;
  const right = [...rightOf(paper, label), ...sharedCell(paper, label)].filter(
    (place) => !place.tokens.every((token) => lead.test(token.text)),
  );
  const [first] = right;
  const own =
    first && numberAt(first, title && first.segment !== label.segment && !lead.test(first.tokens[0]?.text ?? ''));
  if (own && title && /^\(\d{3}\)$/.test(first.tokens[0]?.text ?? '')) return []; // "Facture (380)" tells the type's code
  if (own && title && vatIdsIn(own.value).length > 0) return [];
  if (own && title && first.segment !== label.segment && taxNumber.test(own.value)) return [];
  if (own)
    return [
      {
        ...(/[-/]$/.test(own.tokens.at(-1)?.text ?? '') ? wrapped(paper, own) : own),
        score: base + (title && !/#|n[°ºor]/iu.test(label.text) ? 0 : 0.3),
      },
    ];
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
    .find((value) => value !== null && !(title && taxNumber.test(value.value)));
  return below ? [{ ...below, score: base - (title ? 0.7 : 0.2) }] : [];
}

/** A Spaniard's tax number as it stands bare below his name: beside the paper's title it is no invoice number. */
const taxNumber = /^(?:[A-HJNP-SU-W]\d{8}|\d{8}[A-Z])$/;

/** The number of a payment or of a slip: the invoice's own goes before it. */
const lesser = /^(?:receipt|payment|trans|ticket|statement|voucher|pro |bon|kvitto|quittung|document|doc|beleg)/iu;

/** "Belegnummer / Datum    9080114427 / 20.05.2025": a label of two parts stands before a cell of two. */
function sharedCell(paper: Paper, label: Label): readonly Place[] {
  const { segment, to } = label;
  const line = paper.lines[segment.line];
  const after = (paper.labels[segment.line] ?? []).find((other) => other.segment === segment && other.from > to - 1);
  const paired =
    after?.kind === 'date' &&
    /^(?:[/&+,]|und|and|et|y|e|en|i)$/iu.test(segment.tokens[to]?.text ?? '') &&
    after.from === to + 1 &&
    after.to === segment.tokens.length;
  const next = paired && line?.segments.find(({ left }) => left >= segment.right);
  return next ? [{ text: next.text, segment: next, tokens: next.tokens }] : [];
}

/** A number that a narrow cell broke behind its hyphen goes on right below. */
function wrapped(paper: Paper, found: Found): Found {
  const [first] = found.tokens;
  const line = paper.lines.find(({ segments }) => segments.some(({ tokens }) => first && tokens.includes(first)));
  const below = paper.lines[(line?.index ?? 0) + 1]?.segments.find(
    ({ left, tokens }) => first && tokens.length === 1 && Math.abs(left - first.left) < (line?.height ?? 0),
  );
  const rest = below?.tokens[0];
  if (!rest || !/^[\p{L}\d]+$/u.test(rest.text)) return found;
  const stem = found.tokens.at(-1)?.text ?? '';
  return {
    ...found,
    value: `${found.value.replace(/[-/]+$/, '')}${stem.slice(-1)}${rest.text}`,
    tokens: [...found.tokens, rest],
  };
}

type Found = { readonly value: string; readonly tokens: readonly Token[]; readonly page: number };

const lead =
  /^(?:[:#№.\-–=*()]+|n[°ºo]?[.:]*|n\.o[.:]*|nr[.:]*|no[.:]*|núm[.:]*|\p{Lu}{2,4}#|(?:check|chk|ticket)[.:]*|n[uú]m(?:ber|ero|mer|éro)?[.:]*|id[.:]*)$/iu;
const shape = /^[#(*]?[\p{L}\p{N}][\p{L}\p{N}/_.\-–\\+&]*[)*]?$/u;
const stops =
  /^(?:vom|von|du|of|dated?|datum|date|del|de|van|di|z|dnia|from|page|le|issued|am|den|fecha|data|em|el|il|au|and|for|to|is|the|[|·•])[:.,]?$/iu;

/** The number at the head of a place. `strict`: the place is not right behind the label, so it must look like a number on its own. */
export function numberAt(
  place: Place,
  strict: boolean,
): { value: string; tokens: readonly Token[]; page: number } | null {
  const tokens = [...place.tokens];
  const marked = tokens.findIndex(({ text }, at) => at > 0 && at < 4 && /^(?:n[°º]|no|nr|n\.o)[.:]?$/iu.test(text));
  if (strict && marked > 0 && tokens.length - marked < 4) tokens.splice(0, marked + 1);
  while (tokens[0] && lead.test(tokens[0].text)) tokens.shift();
  const taken: Token[] = [];
  for (const token of tokens) {
    const joined = [...taken, token].map(({ text }) => text).join('');
    const day = taken.length > 0 && datesIn(token.text).length > 0;
    if (day || stops.test(token.text) || (taken.length > 0 && !joins(taken, token))) break;
    if (!/^[/\-–]$/.test(token.text) && !shape.test(token.text.replace(/[,;:.]+$/, ''))) break;
    taken.push(token);
    if (joined.length > 30) break;
  }
  while (taken.length > 0 && !isEnd(taken)) taken.pop();
  const rest = tokens.slice(taken.length);
  if (rest.length === 1 && rest[0] && isPart(rest[0].text) && taken.every(({ text }) => !/[,;:]$/.test(text)))
    taken.push(rest[0]);
  if (isGrouped(tokens)) taken.splice(0, taken.length, ...tokens);
  const value = taken
    .map(({ text }) => text)
    .join(' ')
    .replace(/^[#(*\s]+|[\s,;:.)*]+$/gu, '')
    .replace(/\s?([/\-–])\s?/gu, '$1');
  if (taken.length === 0 || !isNumber(value, strict)) return null;
  if (strict && tokens.length > taken.length + 3) return null;
  return { value, tokens: taken, page: place.segment.page };
}

/** A number ends with a digit, or with letters behind a stroke ("118 / A"). */
function isEnd(taken: readonly Token[]): boolean {
  const [before, last] = [taken.at(-2)?.text ?? '', taken.at(-1)?.text ?? ''];
  return /\d/.test(last) || (/\d/.test(taken[0]?.text ?? '') && /^\/$/.test(before) && /^\p{Lu}{1,4}$/u.test(last));
}

/** What closes a number behind a gap: "448213 A", "0774102288 25E4-1P44". */
const isPart = (text: string): boolean =>
  /^[A-Z]$/.test(text) || (/^[A-Z\d]+(?:[-/][A-Z\d]+)*$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text));

/** "26 11 7 0093318" fills its place with groups of digits: one number, as telephone and power companies print theirs. */
function isGrouped(tokens: readonly Token[]): boolean {
  const text = tokens.map((token) => token.text).join(' ');
  return tokens.length > 1 && tokens.length < 7 && /^[A-Z]{0,4}\d[\d ]{6,24}$/.test(text) && datesIn(text).length === 0;
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

/** "YORK YO10 3LF", "1082 ME": where somebody lives. */
const postcode = /^(?:\p{L}+ )*(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\d{4} [A-Z]{2})$/u;

function isNumber(value: string, strict: boolean): boolean {
  if (!/\d/.test(value) || value.length > 40 || /^\d{1,3}[.,]\d{2}$/.test(value) || /[%€$£@]/.test(value)) return false;
  if (/^(?:\d{1,5}\/\d{1,2}\/20\d{2}|20\d{2}\/\d{1,2}\/\d{1,4})$/.test(value) && !strict) return true;
  if (datesIn(value).some((date) => date.text.length >= value.length - 1 && !/^\d{4}-\d{2}-\d{2}/.test(value)))
    return false;
  if (monthOf(value.split(/[\s-]/)[0]?.toLowerCase() ?? '') !== null && /^\p{L}+[\s-]\d{1,2}$/u.test(value))
    return false;
  if (/^\+?\d{2}[ -]\d{2}[ -]\d{2}/.test(value) || /^\d{1,2}:\d{2}/.test(value)) return false;
  if (!strict) return true;
  return (
    vatIdsIn(value).length === 0 &&
    !postcode.test(value) &&
    plain(value).length >= 3 &&
    !/^\p{Ll}+$/u.test(value.replace(/\d/g, '').replace(/[^\p{L}]/gu, '') && value.replace(/\d.*$/, '')) &&
    !/^\d{5} /.test(value)
  );
}
