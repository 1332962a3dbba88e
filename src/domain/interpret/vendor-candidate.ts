import { isSenderLine } from './buyer.ts';
import { wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import { legalForm, namesTrade, upToForm } from './legal-forms.ts';
import type { Segment, Token } from './lines.ts';
import type { Paper } from './paper.ts';
import { callable, followedByAddress, isRegisteredBelow, noise, registered } from './vendor-evidence.ts';
import { cleanName, domainFits, isName } from './vendor-names.ts';
import { livesIn } from './vendor-town.ts';

/** A name that may be the vendor's, and how much speaks for it. */
export type VendorCandidate = {
  readonly name: string;
  readonly score: number;
  readonly proofs: number;
  readonly tokens: readonly Token[];
  readonly page: number;
  /** Named amid the small print, with a register or tax number. */
  readonly small?: boolean;
};

type Setting = {
  readonly receipt: boolean;
  readonly domains: ReadonlyMap<string, number>;
  readonly told: number;
  readonly buyer: boolean;
  /** Where the paper was written. */
  readonly town: string | null;
  /** Income tax is kept back. */
  readonly withheld: boolean;
};

/** The name that a segment may hold, weighed by its place, its print and what stands around it. */
export function candidateOf(
  paper: Paper,
  segment: Segment,
  { receipt, domains, told, buyer, town, withheld }: Setting,
): VendorCandidate | null {
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
  if (!withheld) score += form * (receipt ? 1.3 : 0.9);
  if (form === 2 && !withheld) proofs += 0.5;
  const lives = town === null ? null : livesIn(paper, segment, town);
  if (lives !== null) score += lives ? 1.3 : -1.3;
  const tagline = form === 0 && isTagline(paper, segment);
  if (form === 0 && namesTrade(name) && !tagline) score += 0.8;
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
  if (footer) [score, proofs] = [score + 2.2, proofs + 0.5];
  if (callable(paper, segment, 'contact')) score += 0.7;
  if (!buyer && callable(paper, segment, 'taxId')) score += 0.6;
  if (!buyer && isRegisteredBelow(paper, segment)) score += 0.9;
  if (page && !tagline && followedByAddress(paper, segment)) score += receipt ? (top > 0.7 ? 1.9 : 0.9) : 0.6;
  if ((paper.amounts[segment.line] ?? []).some((amount) => amount.places === 2)) score -= 1.2;
  if (labels.some((label) => label.kind === 'number' && label.from === 0) && form === 0) score -= 1;
  if (sender && first && top < 0.4 && !buyer) [score, proofs] = [score + 1.2, proofs + 0.5];
  else score -= sentence(name, segment) && !footer ? 2 : 0;
  if (paper.scanned) score -= noise(tokens);
  if ((line?.segments.length ?? 0) > 3) score -= 1;
  return { name, score, proofs, tokens, page: segment.page, small: footer };
}

/** What a shop does, in smaller letters right below its name. */
function isTagline(paper: Paper, segment: Segment): boolean {
  const above = paper.lines[segment.line - 1]?.segments.find(
    (other) =>
      other.page === segment.page &&
      Math.min(other.right, segment.right) > Math.max(other.left, segment.left) &&
      segment.top - other.bottom < segment.height * 2.5,
  );
  return above !== undefined && above.height > segment.height * 1.12 && isName(cleanName(above.text));
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
