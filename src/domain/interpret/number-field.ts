import type { Field } from '../reading.ts';
import { datesIn } from './dates.ts';
import { kindOf } from './kind.ts';
import type { Label } from './labels.ts';
import type { Segment, Token } from './lines.ts';
import { isTitle } from './number-label.ts';
import { type Found, isGrouped, lead, numberAt, plain } from './number-print.ts';
import { isEchoed, referencesIn } from './number-reference.ts';
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
  const sure = goesOn(paper, best) ? Math.min(confidence, 0.8) : confidence;
  return { value, confidence: sure, found: foundAt(paper, best.tokens, best.page) };
}

/** Another part with digits follows at once and is no date: it may belong to the number. */
function goesOn(paper: Paper, { tokens }: Candidate): boolean {
  const last = tokens.at(-1);
  const segment = paper.lines.flatMap(({ segments }) => segments).find((one) => last && one.tokens.includes(last));
  const rest = last && segment ? segment.tokens.slice(segment.tokens.indexOf(last) + 1) : [];
  const [next] = rest;
  return (
    next !== undefined &&
    /^[A-Z\d][A-Z\d/-]*\d[A-Z\d/-]*$/.test(next.text) &&
    datesIn(rest.map(({ text }) => text).join(' ')).length === 0
  );
}

/** What OCR sees for a digit among digits: "882l3" is 88213. */
const repaired = (value: string): string =>
  value.replace(/(?<=\d)[lI|](?=[\dlIOo|]|$)/g, '1').replace(/(?<=\d)[Oo](?=[\dOo]|$)/g, '0');

const ofInvoice = /\b(?:invoice|facture|rechnung|fattura|factura|factuur|fatura|faktura)/i;

/** All that may be the invoice's number, best first, equal ones together. */
export function numbersIn(paper: Paper): readonly Candidate[] {
  const labels = paper.labels.flat().filter((label) => label.kind === 'number');
  const unlabelled = marked(paper, labels.length === 0);
  const isCredit = unlabelled.length > 0 && kindOf(paper) === 'credit_note';
  const found = labels
    .filter((label) => !isCredit || !ofInvoice.test(label.text)) // a credit note tells which invoice it is about, too
    .flatMap((label) => candidates(paper, label));
  found.push(...unlabelled);
  if (!found.some(({ score }) => score >= fair)) found.push(...referencesIn(paper));
  if (found.length === 0) found.push(...transactions(paper));
  const merged = new Map<string, Candidate>();
  for (const candidate of found) {
    const key = plain(candidate.value);
    const known = merged.get(key);
    const more = known ? 0.4 : 0;
    const better = known && known.score >= candidate.score ? known : candidate;
    merged.set(key, { ...better, score: Math.max(candidate.score, known?.score ?? 0) + more });
  }
  return [...merged.values()]
    .map((candidate) => (isEchoed(paper, candidate) ? { ...candidate, score: candidate.score + 0.4 } : candidate))
    .map((candidate) => (ofMachine.test(candidate.value) ? { ...candidate, score: candidate.score - 1.2 } : candidate))
    .sort((a, b) => b.score - a.score);
}

/** What a tax office's machine calls the paper; people call it by its shorter number, where it has one. */
const ofMachine = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A candidate of this score leaves no need of the paper's reference. */
const fair = 1.2;

/** A receipt of an online service may bear the payment's number alone; a person looks at it. */
const transactions = (paper: Paper): readonly Candidate[] =>
  paper.labels
    .flat()
    .filter(({ kind, text }) => kind === 'order' && /^transaction\b/i.test(text))
    .flatMap((label) => {
      const [right] = rightOf(paper, label);
      const own = right && numberAt(right, true);
      return own ? [{ ...own, score: 1 }] : [];
    });

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
const bare = /^(?:#|n[uú]mero|number|nummer|numer|numéro|n[°º]|n\.o|no|nr)\s?[.:]?$/iu;

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
  const [right] = rightward(paper, label);
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

function candidates(paper: Paper, label: Label): readonly Candidate[] {
  const mark = label.segment.tokens[label.to];
  const title = isTitle(label.text) && !(mark && lead.test(mark.text));
  const high = 0.4 * (1 - label.segment.line / Math.max(paper.lines.length, 1));
  const told = label.segment.tokens.length > 9 ? 0.6 : 1; // a sentence speaks of other papers too
  const base = (title ? 1.5 * told : lesser.test(label.text) ? 1.9 : 2.4) * label.weight + high;
  const right = [...rightward(paper, label), ...sharedCell(paper, label)];
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
  if (below) return [{ ...below, score: base - (title ? 0.7 : 0.2) }];
  const boxed = title ? null : inBox(paper, label);
  return boxed ? [{ ...boxed, score: base - 0.3 }] : [];
}

/** What stands right of a label and is more than a colon. A number whose first part ends with a stroke goes on behind the gap: "A/   260718". */
function rightward(paper: Paper, label: Label): readonly Place[] {
  const places = rightOf(paper, label).filter((place) => !place.tokens.every((token) => lead.test(token.text)));
  const [first, next, ...rest] = places;
  if (!first || !next || first.segment.line !== next.segment.line || !/^[A-Z\d]{1,6}[/-]$/.test(first.text))
    return places;
  return [{ ...first, text: first.text + next.text, tokens: [...first.tokens, ...next.tokens] }, ...rest];
}

/** In a box whose label stands at its upper left the number may stand at its lower right: all alone right of the label on the next line. */
function inBox(paper: Paper, { segment }: Label): Found | null {
  const [next, line] = [paper.lines[segment.line + 1], paper.lines[segment.line]];
  if (!next || next.page !== segment.page || next.top - segment.bottom > segment.height * 2) return null;
  if (line?.segments.at(-1) !== segment) return null;
  const right = next.segments.filter((other) => other.right > segment.left);
  const [only] = right;
  return only && right.length === 1 && only.left >= segment.right
    ? numberAt({ text: only.text, segment: only, tokens: only.tokens }, true)
    : null;
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
