import { type Currency, toDecimal } from '../money.ts';
import type { Candidate, Check, Expense, Field, ReadLine } from '../reading.ts';
import type { AmountStyle } from './amounts.ts';
import { amountIn, labelKinds } from './candidate-paper.ts';
import { near } from './tax-rates.ts';
import type { TotalFields } from './totals.ts';

/** What an answer's amount claims to be. `extra` is what stands between net and total besides tax: shipping, service, tips; discounts negative. */
const claimed = {
  TOTAL: 'total',
  AMOUNT_DUE: 'due',
  AMOUNT_PAID: 'paid',
  SUBTOTAL: 'net',
  TAX: 'tax',
  SHIPPING_HANDLING_CHARGE: 'extra',
  SERVICE_CHARGE: 'extra',
  GRATUITY: 'extra',
  DISCOUNT: 'discount',
  PRIOR_BALANCE: 'prior',
} as const satisfies Readonly<Record<string, string>>;
type ClaimKind = (typeof claimed)[keyof typeof claimed];

type Claim = {
  readonly kind: ClaimKind;
  readonly minor: bigint;
  readonly trust: number;
  readonly candidate: Candidate;
  /** Its label says that it is the total, tax included. */
  readonly gross: boolean;
};

type Choice = {
  readonly claim: Claim;
  readonly score: number;
  readonly parts: Parts | null;
  readonly why: Reason | null;
};
type Parts = {
  readonly net: bigint;
  readonly tax: bigint;
  readonly nets: readonly Claim[];
  readonly taxes: readonly Claim[];
  /** The subtotal has the tax in it already. */
  readonly included?: boolean;
};

/** Total, net and tax of an answer, chosen so that the sums hold; and, when it names several totals, why this one. */
export function totalsOf(
  expense: Expense,
  lines: readonly ReadLine[],
  style: AmountStyle,
): { readonly fields: TotalFields; readonly check: Check | null } {
  const claims = expense.fields.flatMap((candidate) => claimOf(candidate, style));
  const choices = ranked(claims, lines);
  const [best] = choices;
  if (!best) return { fields: partFields(claims, null), check: null };
  const rivals = choices.slice(1).filter(({ claim }) => claim.minor !== 0n && claim.kind === 'total');
  const total = fieldOf(best.claim, best.claim.minor, totalTrust(best, rivals.length > 0));
  return { fields: { total, ...partFields(claims, best) }, check: checkOf(choices, best, style.currency) };
}

function claimOf(candidate: Candidate, style: AmountStyle): readonly Claim[] {
  const minor = amountIn(candidate.value.text, style)?.minor;
  const labels = labelKinds(candidate);
  const kind = kindOf(candidate.type, labels);
  if (minor === undefined || kind === null) return [];
  const trust = candidate.value.confidence * candidate.typeConfidence;
  return [{ kind, minor, trust, candidate, gross: labels.includes('gross') }];
}

/** The label knows better than the type: "Total Paid" and "Balance" come as TOTAL, and a total may come as OTHER. */
function kindOf(type: string, labels: readonly string[]): ClaimKind | null {
  const named = Object.hasOwn(claimed, type) ? claimed[type as keyof typeof claimed] : null; // it is one of them
  const [label] = labels;
  if (type === 'TOTAL' && label === 'paid') return 'paid';
  if (type === 'TOTAL' && label === 'amountDue') return 'due';
  if (type === 'TOTAL' && label === 'net' && !labels.includes('gross')) return 'net';
  if (type === 'TOTAL' && (label === 'cash' || label === 'change' || label === 'discount')) return null;
  if (type === 'OTHER' && (label === 'gross' || label === 'total')) return 'total';
  return named;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);
const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Every value that may be the total, the best first. */
function ranked(claims: readonly Claim[], lines: readonly ReadLine[]): readonly Choice[] {
  const of: Of = (...kinds) => claims.filter(({ kind }) => kinds.includes(kind));
  const amounts = lines.map(({ total }) => total).filter((value) => value !== null);
  const items = amounts.length > 0 ? sum(amounts) : null;
  const best = new Map<bigint, Choice>();
  for (const claim of of('total', 'due', 'paid')) {
    const parts = partsOf(claim.minor, claims);
    const held = reasonsFor(claim, parts, items, of);
    const agreeing = claims.filter((other) => other !== claim && other.minor === claim.minor).length;
    const base = { total: claim.candidate.type === 'OTHER' ? 2 : 4, due: 2.5, paid: 2 }[claim.kind as 'total'] ?? 0; // `of` gives these three
    const score =
      base +
      claim.trust +
      (claim.gross ? 0.8 : 0) +
      held.reduce((all, { points }) => all + points, 0) +
      Math.min(agreeing, 3) * 0.5 -
      (claim.minor === 0n ? 4 : 0);
    const before = best.get(claim.minor);
    if (!before || before.score < score) best.set(claim.minor, { claim, score, parts, why: held[0] ?? null });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

type Reason = { readonly says: string; readonly points: number; readonly proves: boolean };
type Of = (...kinds: readonly ClaimKind[]) => readonly Claim[];

/** What speaks for a total, the best reason first. That it is the subtotal too proves nothing: a larger one may have been overlooked. */
function reasonsFor({ kind, minor }: Claim, parts: Parts | null, items: bigint | null, of: Of): readonly Reason[] {
  const reason = (holds: boolean, says: string, points: number, proves = true) =>
    holds ? [{ says, points, proves }] : [];
  const stated = parts !== null && parts.taxes.length > 0 && !parts.included;
  return [
    ...reason(stated, 'net and tax make it', 3),
    ...reason(items !== null && near(items, minor), 'the lines add up to it', 1.5),
    ...reason(kind === 'total' && settles(minor, of), 'what was paid and what is still due make it', 2),
    ...reason(parts !== null && !stated, 'the subtotal is the same', 1.5, false),
  ];
}

/** Paid and due make the total, or the total and an older balance make what is due. */
function settles(total: bigint, of: Of): boolean {
  const pair = (one: ClaimKind, other: ClaimKind, holds: (a: bigint, b: bigint) => boolean) =>
    of(one).some((a) => of(other).some((b) => b.minor !== 0n && holds(a.minor, b.minor)));
  return (
    pair('due', 'paid', (due, paid) => due + size(paid) === total) ||
    pair('due', 'prior', (due, prior) => due === total + prior && due !== total)
  );
}

/** The nets and taxes of the answer that make this total, or the subtotal that has its tax in it already. */
function partsOf(total: bigint, claims: readonly Claim[]): Parts | null {
  const of = (kind: ClaimKind) => distinct(claims.filter((claim) => claim.kind === kind));
  const signed = (some: readonly Claim[]) => sum(some.map(({ minor }) => (total < 0n && minor > 0n ? -minor : minor)));
  const extras = sum(of('extra').map(({ minor }) => minor)) - sum(of('discount').map(({ minor }) => size(minor)));
  const madeWith = (taxes: readonly Claim[]): Parts | null => {
    const tax = signed(taxes);
    for (const nets of eachOrAll(of('net'))) {
      if (near(signed(nets) + tax, total)) return { net: signed(nets), tax, nets, taxes };
      if (near(signed(nets) + tax + extras, total)) return { net: total - tax, tax, nets: [], taxes };
    }
    return null;
  };
  const taxed = eachOrAll(of('tax')).toReversed(); // all of them first
  const added = taxed.map(madeWith).find((parts) => parts !== null);
  const untaxed = added ? null : madeWith([]);
  const held = untaxed && taxed.find((taxes) => signed(taxes) !== 0n && size(signed(taxes)) < size(total));
  if (!held) return added ?? untaxed;
  return { net: total - signed(held), tax: signed(held), nets: [], taxes: held, included: true };
}

/** One rate's or all together: papers with several rates print a net and a tax for each. */
const eachOrAll = (claims: readonly Claim[]): readonly (readonly Claim[])[] => [
  ...claims.map((claim) => [claim]),
  ...(claims.length > 1 ? [claims] : []),
];

/** The same amount twice is one tax printed twice, not two. */
const distinct = (claims: readonly Claim[]): readonly Claim[] =>
  [...Map.groupBy(claims, ({ minor }) => minor).values()].flatMap((same) => {
    const [best] = same.toSorted((a, b) => b.trust - a.trust);
    return best ? [best] : [];
  });

function totalTrust({ claim, why }: Choice, rivalled: boolean): number {
  if (why?.proves && claim.candidate.value.confidence >= 0.5) return Math.max(claim.trust, rivalled ? 0.91 : 0.95);
  const kind = claim.kind === 'total' ? 1 : 0.85;
  return Math.max(0.05, claim.trust * kind - (rivalled ? 0.25 : 0));
}

const fieldOf = ({ candidate: { value } }: Claim, minor: bigint, confidence: number): Field<bigint> => ({
  value: minor,
  confidence: Math.min(0.99, confidence),
  found: value,
});

/** Net and tax that make the total are as sure as it is; those that do not are told as read, with a doubt. */
function partFields(claims: readonly Claim[], choice: Choice | null): Omit<TotalFields, 'total'> {
  const parts = choice?.parts;
  if (choice && parts) {
    const trust = totalTrust(choice, false) * (parts.included ? 0.9 : 1);
    const [net, ...others] = parts.nets;
    const [tax, ...more] = parts.taxes;
    return {
      net: net && others.length === 0 ? fieldOf(net, parts.net, trust) : { value: parts.net, confidence: trust },
      ...(tax && { tax: more.length === 0 ? fieldOf(tax, parts.tax, trust) : { value: parts.tax, confidence: trust } }),
    };
  }
  const of = (kind: ClaimKind) => distinct(claims.filter((claim) => claim.kind === kind));
  const [net] = of('net').toSorted((a, b) => b.trust - a.trust);
  const taxes = of('tax');
  const [tax] = taxes;
  const total = choice?.claim;
  const rest = total && tax && taxes.length === 1 && !net && size(tax.minor) < size(total.minor);
  return {
    ...(net && { net: fieldOf(net, net.minor, net.trust * (total ? 0.7 : 0.95)) }),
    ...(rest && { net: { value: total.minor - tax.minor, confidence: Math.min(total.trust, tax.trust) * 0.9 } }),
    ...(tax && {
      tax: fieldOf(tax, sum(taxes.map(({ minor }) => minor)), tax.trust * (rest ? 0.95 : 0.7)),
    }),
  };
}

function checkOf(choices: readonly Choice[], { claim, why }: Choice, currency: Currency | null): Check | null {
  const others = choices.filter((choice) => choice.claim.minor !== claim.minor && choice.claim.kind === 'total');
  if (others.length === 0 || claim.kind !== 'total') return null;
  const shown = (minor: bigint) => toDecimal(minor, currency);
  const values = [claim.minor, ...others.map((other) => other.claim.minor)].map(shown).join(', ');
  const says = `The paper names ${others.length + 1} totals (${values}). I took ${shown(claim.minor)}: ${why?.says ?? 'it looks most like one'}.`;
  return { name: 'choice', ok: why?.proves === true, says };
}
