import type { Field } from '../reading.ts';
import { buyerSegments, isSenderLine } from './buyer.ts';
import { wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import { isLegalForm, legalForm, namesTrade, upToForm, withForm } from './legal-forms.ts';
import type { Segment, Token } from './lines.ts';
import { foundAt, type Paper } from './paper.ts';
import { belowOf, rightOf } from './places.ts';
import {
  callable,
  domainsOf,
  followedByAddress,
  isRemittance,
  namesOf,
  noise,
  registered,
  tradingNames,
} from './vendor-evidence.ts';
import { cleanName, domainFits, isName, isNameWord } from './vendor-names.ts';

type Candidate = {
  readonly name: string;
  readonly score: number;
  readonly proofs: number;
  readonly tokens: readonly Token[];
  readonly page: number;
  /** Named amid the small print, with a register or tax number. */
  readonly small?: boolean;
};

/** Who is to be paid, as printed. */
export function vendorField(
  paper: Paper,
  receipt: boolean,
  headers: ReadonlySet<number> = new Set(),
): Field<string> | null {
  const found = vendorCandidates(paper, receipt, headers);
  const [best] = found;
  if (!best) return null;
  const other = found.find((candidate) => !alike(candidate.name, best.name));
  const lead = best.score - (other?.score ?? 0);
  const base =
    best.proofs >= 2
      ? 0.97
      : best.proofs >= 1.5
        ? 0.95
        : best.proofs >= 1
          ? 0.92
          : best.score > 4 && lead > 2
            ? 0.9
            : best.score > 3
              ? 0.78
              : 0.55;
  const seen = paper.scanned ? 0.55 + 0.45 * Math.min(1, ...best.tokens.map((token) => token.confidence)) : 1;
  const confidence = (base - (lead < 0.7 ? 0.25 : lead < 1.5 ? 0.04 : 0)) * seen;
  const value = paper.scanned ? withForm(best.name) : best.name;
  return { value, confidence: Math.max(0.05, confidence), found: foundAt(paper, best.tokens, best.page) };
}

/** Are these two prints of one name? */
function alike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a).join(''), wordsOf(b).join('')];
  return x === y || (x.length > 3 && y.includes(x)) || (y.length > 3 && x.includes(y));
}

export function vendorCandidates(paper: Paper, receipt: boolean, headers: ReadonlySet<number>): readonly Candidate[] {
  const buyers = buyerSegments(paper);
  const domains = domainsOf(paper, buyers);
  const labelled = new Map<Segment, number>();
  for (const label of paper.labels.flat())
    if (label.kind === 'seller' || isRemittance(paper, label))
      for (const [segment, weight] of sellerPlaces(paper, label))
        labelled.set(segment, Math.max(weight, labelled.get(segment) ?? 0));
  const raw: Candidate[] = [];
  const known = namesOf(paper, buyers);
  const traded = tradingNames(paper);
  for (const line of paper.lines) {
    if (headers.has(line.index)) continue;
    for (const segment of line.segments) {
      const candidate = candidateOf(paper, segment, {
        receipt,
        domains,
        told: Math.max(labelled.get(segment) ?? 0, traded.has(wordsOf(segment.text).join('')) ? 3 : 0),
        buyer: buyers.has(segment) || known.has(wordsOf(segment.text).join('')),
      });
      if (!candidate) continue;
      raw.push(candidate);
      const logo = stacked(paper, segment, candidate);
      if (logo) raw.push(logo);
    }
  }
  raw.push(...imprintNames(paper, buyers));
  return withEchoes([...withLogos(raw, paper)].sort((a, b) => b.score - a.score).slice(0, mostCandidates));
}

/** Companies named amid the small print at the foot, with their register or tax number: who sends the paper must say so there. */
function imprintNames(paper: Paper, buyers: ReadonlySet<Segment>): readonly Candidate[] {
  const low = paper.lines.filter((line) => {
    const page = paper.pages.find(({ number }) => number === line.page);
    return line.index > paper.lines.length * 0.6 || (page !== undefined && line.top > page.height * 0.75);
  });
  return low.flatMap((line) =>
    line.segments.flatMap((segment): readonly Candidate[] => {
      if (segment.tokens.length < 8 || buyers.has(segment) || !registered(paper, segment)) return [];
      const end = segment.tokens.findIndex(
        ({ text }, at) =>
          at > 0 && (/^(?:SA|AG|SE|NV|BV|AB)[,.;]?$/.test(text) || isLegalForm(text.replace(/[,.;:]+$/, ''))),
      );
      if (end < 1) return [];
      let from = end;
      while (from > 0 && end - from < 5 && /^[\p{Lu}&][^.:;]*$/u.test(segment.tokens[from - 1]?.text ?? '')) from -= 1;
      const tokens = segment.tokens.slice(from, end + 1);
      const name = cleanName(tokens.map(({ text }) => text).join(' '));
      if (from === end || !isName(name) || (from === 0 && upToForm(segment.text) !== segment.text)) return [];
      return [{ name, score: 3.1, proofs: 0.5, tokens, page: segment.page, small: true }];
    }),
  );
}

const mostCandidates = 100;

/** The small print spells out the logo at the top: "Fernklang" above, "Fernklang Deutschland GmbH, HRB 5919" below. */
function withLogos(raw: readonly Candidate[], paper: Paper): readonly Candidate[] {
  const head = paper.lines[Math.min(7, paper.lines.length - 1)];
  return raw.map((one) => {
    const [place] = one.tokens;
    if (!one.small || !place) return one;
    const words = wordsOf(one.name);
    const logo = raw.some((other) => {
      const own = wordsOf(other.name);
      const above =
        (other.tokens[0]?.top ?? 0) < place.top &&
        other.page === head?.page &&
        (other.tokens[0]?.top ?? 0) <= head.bottom;
      return (
        above && own.length < words.length && own.join('').length > 3 && own.every((word, at) => word === words[at])
      );
    });
    return logo ? { ...one, score: one.score + 1.7, proofs: one.proofs + 0.5 } : one;
  });
}

/** A name that is printed again elsewhere, or whose words all are, is likelier to be the vendor's. */
function withEchoes(raw: readonly Candidate[]): readonly Candidate[] {
  const words = raw.map((one) => wordsOf(one.name));
  const names = words.map((list) => list.join(''));
  const counted = raw.map((one, index) => {
    const times = raw.filter((other, at) => at !== index && names[at] === names[index] && other.score > 0).length;
    const own = words[index] ?? [];
    const elsewhere = (word: string) =>
      raw.some((other, at) => other.tokens !== one.tokens && words[at]?.includes(word));
    const echoed = times === 0 && own.length > 1 && own.every(elsewhere);
    const score = one.score + Math.min(times, 2) * 0.7 + (echoed ? 0.8 : 0);
    return { ...one, score, proofs: one.proofs + Math.min(times, 1) * 0.5 };
  });
  return counted.filter((one) => one.score > 0).sort((a, b) => b.score - a.score);
}

/** A name that is broken before its legal form, or a logo of two lines in large letters, is one name. */
function stacked(paper: Paper, segment: Segment, above: Candidate): Candidate | null {
  const below = paper.lines
    .slice(segment.line + 1, segment.line + 4)
    .flatMap((line) => line.segments)
    .find((other) => other.page === segment.page && isUnder(segment, other));
  if (!below || legalForm(above.name) > 0) return null;
  const broken = isLegalForm(below.text);
  const large = segment.height > paper.height * 1.25 && isName(below.text) && isName(segment.text);
  if (!broken && !large) return null;
  const name = cleanName(`${segment.text} ${below.text}`);
  const score = above.score + (broken ? 0.6 : 0.3) + legalForm(name) * 0.9;
  return { ...above, name, score, tokens: [...above.tokens, ...below.tokens] };
}

/** Does `other` stand right under the segment, in letters of about its size? */
function isUnder(segment: Segment, other: Segment): boolean {
  const shared = Math.min(other.right, segment.right) - Math.max(other.left, segment.left);
  const alike = other.height > segment.height * 0.6 && other.height < segment.height * 1.6;
  return alike && shared > 0 && other.top - segment.bottom < segment.height * 0.9 && other.top > segment.top;
}

/** The places a word like "seller" or "account holder" announces. */
function sellerPlaces(paper: Paper, label: Label): readonly (readonly [Segment, number])[] {
  const [right] = rightOf(paper, label);
  const plain = wordsOf(label.text).join(' ');
  const weak =
    /^(?:from|to|kontoinhaber|account holder|titulaire du compte|company|societe|empresa|inhaber|absender|bedrijf|provider)$/.test(
      plain,
    ) ||
    (label.from > 0 && (label.segment.tokens.length > 6 || label.to < label.segment.tokens.length));
  const weight = (weak ? 1.2 : 3) * label.weight;
  const open = label.text.endsWith(':') ? 1 : 0.5;
  if (right && /\p{L}{2}/u.test(right.text))
    return right.segment === label.segment
      ? [[right.segment, weight * open]]
      : right.text.length > 3
        ? [[right.segment, weight]]
        : [];
  const [below] = [
    ...belowOf(paper, label, 1).filter(({ text }) => !/\d{5}/.test(text)),
    ...underHeading(paper, label),
  ];
  if (!below) return [];
  const cell = isNameWord(below.text) ? paper.lines[below.segment.line]?.segments : undefined;
  const named = cell?.find((segment) => segment.left >= below.segment.right);
  return [[named ?? below.segment, weight * 0.9]];
}

/** The lines below a heading that fills its line alone, wherever they begin: the first one with a name. */
function underHeading(
  paper: Paper,
  { segment, to }: Label,
): readonly { readonly segment: Segment; readonly text: string }[] {
  if (paper.lines[segment.line]?.segments.length !== 1 || to < segment.tokens.length) return [];
  return paper.lines
    .slice(segment.line + 1, segment.line + 4)
    .flatMap(({ page, segments }) => (page === segment.page ? segments.slice(0, 1) : []))
    .filter(({ text }) => isName(cleanName(text)))
    .map((own) => ({ segment: own, text: own.text }));
}

type Setting = {
  readonly receipt: boolean;
  readonly domains: ReadonlyMap<string, number>;
  readonly told: number;
  readonly buyer: boolean;
};

function candidateOf(paper: Paper, segment: Segment, { receipt, domains, told, buyer }: Setting): Candidate | null {
  const labels = (paper.labels[segment.line] ?? []).filter((label) => label.segment === segment);
  const seller = labels.find((label) => label.kind === 'seller' && label.from <= 1);
  const tokens = seller ? segment.tokens.slice(seller.to) : segment.tokens;
  const printed = tokens.map((token) => token.text).join(' ');
  const sender = isSenderLine(segment);
  const name = cleanName(upToForm(sender ? (printed.split(/\s*[·•|∙,]\s*|\s[-–—]\s/)[0] ?? printed) : printed));
  if (name.length < 3 || !isName(name)) return null;
  const form = legalForm(name);
  const blocking = labels.some(
    (label) =>
      label !== seller &&
      !['seller', 'number', 'contact', 'total', 'buyer', 'net', 'shipping', 'discount', 'cash'].includes(label.kind) &&
      label.from === 0,
  );
  if (blocking && form < 2) return null;
  if (isSumLabel(paper, segment, labels)) return null;
  const line = paper.lines[segment.line];
  const first = segment.page === (paper.pages[0]?.number ?? 1);
  const page = paper.pages.find(({ number }) => number === segment.page);
  const top = page ? segment.top / page.height : 1;
  const order = paper.lines.filter(
    (other) =>
      other.page === segment.page &&
      other.index < segment.line &&
      other.segments.some((part) => /\p{L}{3}/u.test(part.text)),
  ).length;
  let score = first ? positionScore(top, order, receipt) : -1;
  let proofs = 0;
  score += form * (receipt ? 1.3 : 0.9);
  if (form === 2) proofs += 0.5;
  if (form === 0 && namesTrade(name)) score += 0.8;
  if (form === 0 && /^\d+\p{L}?,?\s/u.test(name)) score -= 1.2;
  const size = segment.height / Math.max(paper.height, 1);
  if (size > 1.25) score += Math.min(size - 1, 1) * (receipt ? 1 : 1.6);
  if (segment.tokens.every((token) => token.bold)) score += 0.4;
  const fit = Math.max(
    0,
    ...[...domains].map(([domain, count]) => domainFits(domain, name) * Math.min(1, 0.6 + count * 0.2)),
  );
  if (fit >= 0.5) [score, proofs] = [score + fit * 2.4, proofs + (fit >= 0.8 ? 1 : 0.5)];
  if (told > 0) [score, proofs] = [score + told, proofs + (told > 2 ? 1 : 0.3)];
  else if (buyer) score -= 4;
  const low = top > 0.75 || segment.line > paper.lines.length * 0.7;
  const footer = low && form === 2 && registered(paper, segment);
  if (footer) [score, proofs] = [score + 1.6, proofs + 0.5];
  if (callable(paper, segment, 'contact')) score += 0.7;
  if (!buyer && callable(paper, segment, 'taxId')) score += 0.6;
  if (page && followedByAddress(paper, segment)) score += receipt ? (top > 0.7 ? 1.9 : 0.9) : 0.6;
  if ((paper.amounts[segment.line] ?? []).some((amount) => amount.places === 2)) score -= 1.2;
  if (labels.some((label) => label.kind === 'number' && label.from === 0) && form === 0) score -= 1;
  if (sender && first && top < 0.4 && !buyer) [score, proofs] = [score + 1.2, proofs + 0.5];
  else score -= sentence(name, segment) && !footer ? 2 : 0;
  if (paper.scanned) score -= noise(tokens);
  if ((line?.segments.length ?? 0) > 3) score -= 1;
  return { name, score, proofs, tokens, page: segment.page, small: footer };
}

/** "Subtotal" and nothing else, with an amount beside it. */
const isSumLabel = (paper: Paper, segment: Segment, labels: readonly Label[]): boolean =>
  (paper.amounts[segment.line] ?? []).length > 0 &&
  labels.some(
    ({ kind, from, to }) =>
      ['net', 'total', 'gross', 'amountDue'].includes(kind) && from === 0 && to === segment.tokens.length,
  );

/** Receipts open with the shop's name; letters too, or they close with it. */
function positionScore(top: number, order: number, receipt: boolean): number {
  if (receipt) return order < 7 ? 2.8 - order * 0.4 : top > 0.85 ? -0.3 : -1;
  if (order < 3) return 2 - order * 0.2;
  if (top < 0.3) return 1.1;
  return top > 0.82 ? 0.7 : -0.4;
}

const sentence = (name: string, segment: Segment): boolean =>
  segment.tokens.length > 9 || (/[.!?]$/.test(name) && legalForm(name) === 0 && wordsOf(name).length > 4);
