import type { Field } from '../reading.ts';
import { type Claim, type ClaimKind, claimsOf } from './claims.ts';
import { ledgerClaims, netsOf, summedClaims, tripleClaims } from './derived-claims.ts';
import { evidenceOf } from './evidence.ts';
import { fold } from './fold.ts';
import { foundAt, type Paper } from './paper.ts';
import { type Parts, partsOf } from './sums.ts';
import { near, size } from './tax-rates.ts';

export type TotalFields = {
  readonly total?: Field<bigint>;
  readonly net?: Field<bigint>;
  readonly tax?: Field<bigint>;
  /** What stands beside net and tax in the total: a rounding, a tip, what is not taxed. */
  readonly beside?: bigint;
};

/** What the sums say for a total: the net and tax that make it, if any, and points. */
type Weighed = { readonly claim: Claim; readonly score: number; readonly proofs: number; readonly parts: Parts | null };

/** Total, net and tax of the paper, chosen so that the sums hold. `items` is what the line items add up to. */
export function totalFields(paper: Paper, skip: ReadonlySet<number>, items: bigint | null): TotalFields {
  const stated = distinct([...claimsOf(paper, skip), ...tripleClaims(paper), ...ledgerClaims(paper)]);
  const labelled = netsOf(paper, stated.slice(-mostClaims));
  const claims = [...labelled, ...summedClaims(paper, labelled)];
  const weighed = weigh(paper, claims, items);
  const [best] = weighed;
  if (!best) return lastResort(paper);
  const other = weighed.find(({ claim }) => claim.minor !== best.claim.minor);
  const total = fieldOf(paper, best.claim, best.claim.minor, confidenceOf(paper, best, other));
  if (!best.parts) return { total, ...netAlone(paper, best.claim, claims, total) };
  const { beside } = best.parts;
  return { total, ...partFields(paper, best.parts, total), ...(beside !== undefined && { beside }) };
}

/** The buyer owes the tax: the paper states none. */
const reversed =
  /reverse[ -]charge|steuerschuldnerschaft|autoliquidation|inversion del sujeto pasivo|inversione contabile|btw verlegd|verlegging|autoliquidacao|odwrotne obciazenie|omvendt betalingspligt|omvand skattskyldighet/;

/** Where nothing is taxed, the labelled subtotal that is the total too. */
function netAlone(paper: Paper, chosen: Claim, claims: readonly Claim[], total: Field<bigint>): TotalFields {
  const net = claims.find(({ kind, minor }) => kind === 'net' && minor === chosen.minor);
  if (claims.some(({ kind, minor }) => kind === 'tax' && minor !== 0n)) return {};
  if (reversed.test(fold(paper.text)))
    return { net: { value: total.value, confidence: 0.85 }, tax: { value: 0n, confidence: 0.85 } };
  if (!net || net === chosen || claims.some(({ kind }) => kind === 'tax')) return {};
  return { net: fieldOf(paper, net, net.minor, total.confidence) };
}

/** A long list may bear any number of labels; the sums stand at its end. */
const mostClaims = 80;

function distinct(claims: readonly Claim[]): readonly Claim[] {
  const keyOf = ({ kind, minor, label }: Claim) => `${kind} ${minor} ${label.segment.line}`;
  return [...new Map(claims.map((claim) => [keyOf(claim), claim])).values()];
}

const base: Readonly<Partial<Record<ClaimKind, number>>> = { gross: 5, total: 3.6, amountDue: 3, net: 1.3, cash: 0.7 };

function weigh(paper: Paper, claims: readonly Claim[], items: bigint | null): readonly Weighed[] {
  const of = (...kinds: readonly ClaimKind[]) => claims.filter((claim) => kinds.includes(claim.kind));
  const candidates = claims.filter((claim) => base[claim.kind] !== undefined && claim.minor !== 0n);
  const zero = candidates.length === 0 ? of('gross', 'total', 'amountDue') : [];
  const best = new Map<bigint, Weighed>();
  const evidence = evidenceOf(paper, claims, items);
  const carried = carriedSums(paper);
  /** What is due is this total and what earlier papers left. */
  const isNewOnly = (total: bigint) =>
    of('amountDue').some(({ minor }) => carried.some((sum) => sum !== 0n && total + sum === minor));
  const known = new Map<bigint, Parts | null>();
  const partsFor = (total: bigint): Parts | null => {
    const parts = known.has(total) ? (known.get(total) ?? null) : partsOf(total, evidence);
    known.set(total, parts);
    return parts;
  };
  for (const claim of [...candidates, ...zero]) {
    const parts = partsFor(claim.minor);
    let score =
      (base[claim.kind] ?? 0) * claim.label.weight * (claim.how === 'right' ? 1 : 0.8) - (claim.repaired ? 0.7 : 0);
    score += 0.4 * (claim.label.segment.line / Math.max(paper.lines.length, 1));
    const proofs = (parts?.proof ?? 0) + outside(claim.minor, of, items) + (isNewOnly(claim.minor) ? 3 : 0);
    score += proofs - (isPartOfOther(claim, candidates, partsFor) ? 2.5 : 0);
    const same = candidates.filter(
      (other) => other !== claim && other.minor === claim.minor && other.label !== claim.label,
    ).length;
    score += Math.min(same, 3) * 0.5;
    const before = best.get(claim.minor);
    if (!before || before.score < score)
      best.set(claim.minor, { claim, score, proofs: proofs + Math.min(same, 2) * 0.5, parts });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** What stands behind "balance forward" and its like. */
const carriedSums = (paper: Paper): readonly bigint[] =>
  paper.labels.flat().flatMap(({ kind, segment, opens }) => {
    const amount = paper.amounts[segment.line]?.find(({ left }) => left >= segment.left);
    return kind === 'carry' && opens && amount ? [amount.minor] : [];
  });

/** Points from what stands around a total: cash less change, paid and still due, rounding, the items' sum. */
function outside(
  total: bigint,
  of: (...kinds: readonly ClaimKind[]) => readonly Claim[],
  items: bigint | null,
): number {
  let points = 0;
  const pairs = (first: readonly Claim[], second: readonly Claim[], fits: (a: bigint, b: bigint) => boolean) =>
    first.some((a) => second.some((b) => b.minor !== 0n && fits(a.minor, b.minor)));
  if (
    pairs(of('cash', 'paid', 'total'), of('change'), (cash, change) => cash - size(change) === total && cash !== total)
  )
    points += 2;
  else if (of('cash').some((cash) => cash.minor === total) && !of('change', 'paid').some(({ minor }) => minor !== 0n))
    points += 1;
  const settles = (left: bigint, paid: bigint) => paid !== 0n && left + size(paid) === total;
  if (pairs(of('amountDue'), of('paid', 'cash'), settles) || pairs(of('cash'), of('paid'), settles)) points += 2;
  if (
    pairs(
      of('gross', 'total', 'amountDue', 'net'),
      of('rounding'),
      (before, rounding) => size(rounding) < 10n && before !== total && near(before + rounding, total, 0n),
    )
  )
    points += 1.6;
  if (pairs(of('total'), of('total'), (one, other) => one > 0n && other > one && one + other === total)) points += 1.6;
  if (pairs(of('net', 'total'), of('shipping'), (net, shipping) => net + shipping === total)) points += 0.6;
  if (items !== null && near(items, total)) points += 0.8;
  return points;
}

/** Is there a labelled total that this one is only the net of? */
function isPartOfOther(claim: Claim, candidates: readonly Claim[], partsFor: (total: bigint) => Parts | null): boolean {
  return candidates.some((other) => {
    if (size(other.minor) <= size(claim.minor) || other.kind === 'cash') return false;
    const parts = partsFor(other.minor);
    if (parts === null || parts.proof < 2 || parts.tax === 0n) return false;
    return parts.net === claim.minor || (parts.beside !== undefined && parts.net + parts.tax === claim.minor);
  });
}

function confidenceOf(paper: Paper, best: Weighed, other: Weighed | undefined): number {
  const lead = best.score - (other?.score ?? 0);
  const proved =
    best.proofs >= 2.5
      ? 0.98
      : best.proofs >= 1.5
        ? 0.94
        : best.proofs >= 0.5
          ? 0.88
          : best.claim.kind === 'gross'
            ? 0.85
            : 0.75;
  const contested = other && lead < 0.8 ? 0.25 : other && lead < 1.6 ? 0.08 : 0;
  const seen =
    paper.scanned && best.proofs < 2
      ? 0.6 + 0.4 * Math.min(1, ...best.claim.amount.tokens.map((token) => token.confidence))
      : 1;
  return Math.max(0.05, (proved - contested) * seen * (best.claim.repaired ? 0.8 : 1));
}

const fieldOf = (paper: Paper, claim: Claim, value: bigint, confidence: number): Field<bigint> => ({
  value,
  confidence,
  found: foundAt(paper, claim.amount.tokens, claim.amount.segment.page),
});

function partFields(paper: Paper, parts: Parts | null, total: Field<bigint>): TotalFields {
  if (!parts) return {};
  const trust = Math.min(total.confidence, parts.proof >= 3 ? 0.97 : parts.proof >= 2 ? 0.9 : 0.7);
  const at = (claim: Claim | null, value: bigint): Field<bigint> =>
    claim && claim.minor === value ? fieldOf(paper, claim, value, trust) : { value, confidence: trust };
  return { net: at(parts.netClaim, parts.net), tax: at(parts.taxClaim, parts.tax) };
}

/** No label claims anything: the largest marked amount, with little trust. */
function lastResort(paper: Paper): TotalFields {
  const [largest] = paper.amounts
    .flat()
    .filter((amount) => amount.places === 2 || amount.marked)
    .toSorted((a, b) => (size(b.minor) > size(a.minor) ? 1 : -1));
  if (!largest) return {};
  return {
    total: { value: largest.minor, confidence: 0.3, found: foundAt(paper, largest.tokens, largest.segment.page) },
  };
}
