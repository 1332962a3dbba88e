import type { Field } from '../reading.ts';
import { buyerSegments } from './buyer.ts';
import { wordsOf } from './fold.ts';
import { isLegalForm, legalForm, withForm } from './legal-forms.ts';
import type { Segment } from './lines.ts';
import { foundAt, type Paper } from './paper.ts';
import { townsOf } from './vendor-block.ts';
import { candidateOf, type VendorCandidate } from './vendor-candidate.ts';
import { accountCountries } from './vendor-country.ts';
import { announcesSeller, domainsOf, isWithheld, namesOf, tradingNames } from './vendor-evidence.ts';
import { imprintNames, withLogos } from './vendor-imprint.ts';
import { cleanName, isName, isNameWord } from './vendor-names.ts';
import { sellerPlaces, signersOf } from './vendor-places.ts';
import { townOfIssue } from './vendor-town.ts';
import { printedWords } from './vendor-words.ts';

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

export function vendorCandidates(
  paper: Paper,
  receipt: boolean,
  headers: ReadonlySet<number>,
): readonly VendorCandidate[] {
  const buyers = buyerSegments(paper);
  const domains = domainsOf(paper, buyers);
  const labelled = new Map<Segment, number>();
  for (const label of paper.labels.flat())
    if (announcesSeller(paper, label) && !(isNameWord(label.text) && buyers.has(label.segment)))
      for (const [segment, weight] of sellerPlaces(paper, label, buyers))
        labelled.set(segment, Math.max(weight, labelled.get(segment) ?? 0));
  for (const signer of signersOf(paper)) labelled.set(signer, Math.max(1.6, labelled.get(signer) ?? 0));
  const raw: VendorCandidate[] = [];
  const known = namesOf(paper, buyers);
  const [town, withheld] = [townOfIssue(paper), isWithheld(paper)];
  const accounts = accountCountries(paper);
  const towns = townsOf(paper);
  const words = printedWords(
    paper,
    buyers,
    [...buyers].map(({ text }) => text).filter((text) => isName(text)),
  );
  const traded = tradingNames(paper);
  for (const line of paper.lines) {
    if (headers.has(line.index)) continue;
    for (const segment of line.segments) {
      const candidate = candidateOf(paper, segment, {
        receipt,
        domains,
        town,
        withheld,
        towns,
        accounts,
        words,
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

const mostCandidates = 100;

/** A name that is printed again elsewhere, or whose words all are, is likelier to be the vendor's. */
function withEchoes(raw: readonly VendorCandidate[]): readonly VendorCandidate[] {
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
function stacked(paper: Paper, segment: Segment, above: VendorCandidate): VendorCandidate | null {
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
