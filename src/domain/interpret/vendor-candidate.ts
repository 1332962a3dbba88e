import { isSenderLine } from './buyer.ts';
import type { Label } from './labels.ts';
import { legalForm, upToForm } from './legal-forms.ts';
import type { Segment, Token } from './lines.ts';
import type { Paper } from './paper.ts';
import { blockBelow } from './vendor-block.ts';
import { announcesSeller, registered } from './vendor-evidence.ts';
import { isTagline } from './vendor-layout.ts';
import { marks, type Setting, type View } from './vendor-marks.ts';
import { cleanName, isName } from './vendor-names.ts';
import { leadOf, type Words } from './vendor-words.ts';

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

/** The name that a segment may hold, weighed by its place, its print and what stands around it. */
export function candidateOf(
  paper: Paper,
  segment: Segment,
  setting: Setting & Pick<View, 'told' | 'buyer'>,
): VendorCandidate | null {
  const labels = (paper.labels[segment.line] ?? []).filter((label) => label.segment === segment);
  const seller = labels.find((label) => label.from <= 1 && announcesSeller(paper, label));
  const tokens = seller ? segment.tokens.slice(seller.to) : segment.tokens;
  const sender = isSenderLine(segment);
  const name = nameIn(tokens, sender) ?? (seller ? nameIn(upToComma(tokens), sender) : null);
  if (name === null) return null;
  const form = legalForm(name);
  if (form < 2 && labels.some((label) => label !== seller && label.from === 0 && !harmless.has(label.kind)))
    return null;
  if (isSumLabel(paper, segment, labels)) return null;
  const view = {
    ...setting,
    paper,
    segment,
    labels,
    tokens,
    name,
    form,
    sender,
    ...standing(paper, segment, form),
    ...echoes(setting.words, name, segment),
  };
  const weights = Object.values(marks).map((mark) => mark(view));
  const score = weights.reduce((sum, [own]) => sum + own, 0);
  const proofs = weights.reduce((sum, [, own]) => sum + own, 0);
  return { name, score, proofs, tokens, page: segment.page, small: view.footer };
}

/** Labels that a name may begin with. */
const harmless: ReadonlySet<Label['kind']> = new Set<Label['kind']>([
  'seller',
  'number',
  'contact',
  'total',
  'buyer',
  'net',
  'shipping',
  'discount',
  'cash',
]);

function nameIn(tokens: readonly Token[], sender: boolean): string | null {
  const printed = tokens.map((token) => token.text).join(' ');
  const name = cleanName(upToForm(sender ? (printed.split(/\s*[·•|∙,]\s*|\s[-–—]\s/)[0] ?? printed) : printed));
  return name.length < 3 || !isName(name) ? null : name;
}

/** "Remit to: Acme, PO Box 118, Columbus": the name ends where its address begins. */
function upToComma(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ text }) => text.endsWith(','));
  return end < 0 ? tokens : tokens.slice(0, end + 1);
}

/** Where on the paper a segment stands. */
function standing(paper: Paper, segment: Segment, form: 0 | 1 | 2) {
  const page = paper.pages.find(({ number }) => number === segment.page);
  const top = page ? segment.top / page.height : 1;
  const low = top > 0.75 || segment.line > paper.lines.length * 0.7;
  return {
    top,
    alone: paper.lines[segment.line]?.segments.length === 1,
    firstPage: segment.page === (paper.pages[0]?.number ?? 1),
    order: paper.lines.filter((line) => line.page === segment.page && line.index < segment.line && hasWord(line.text))
      .length,
    large: segment.height / Math.max(paper.height, 1),
    block: blockBelow(paper, segment),
    footer: low && form === 2 && registered(paper, segment),
    tagline: form === 0 && isTagline(paper, segment),
  };
}

function echoes(words: Words, name: string, { line }: Segment) {
  const lead = leadOf(name);
  const lines = [...(lead === undefined ? [] : (words.lines.get(lead) ?? []))];
  return {
    echoes: lines.filter((other) => other !== line).length,
    namesake: lead !== undefined && words.buyers.has(lead),
  };
}

const hasWord = (text: string): boolean => /\p{L}{3}/u.test(text);

/** "Subtotal" and nothing else, with an amount beside it. */
const isSumLabel = (paper: Paper, segment: Segment, labels: readonly Label[]): boolean =>
  (paper.amounts[segment.line] ?? []).length > 0 &&
  labels.some(
    ({ kind, from, to }) =>
      ['net', 'total', 'gross', 'amountDue'].includes(kind) && from === 0 && to === segment.tokens.length,
  );
