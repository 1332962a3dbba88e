import type { Claim } from './claims.ts';
import type { Paper } from './paper.ts';
import { isRate, size } from './tax-rates.ts';

/** What a paper offers for a proof: labelled nets and taxes, every amount printed, every rate printed. */
export type Evidence = {
  readonly nets: readonly Claim[];
  readonly taxes: readonly Claim[];
  readonly printed: ReadonlySet<bigint>;
  /** What the items add up to. */
  readonly items: bigint | null;
  /** What a label calls a total, shipping, discount or a payment is no tax. */
  readonly others: ReadonlySet<bigint>;
  /** What is added to the net or taken off before tax: freight, a discount. */
  readonly extras: readonly bigint[];
  readonly roundings: readonly bigint[];
  /** Amounts that no label calls a sum, a payment, a discount or freight. */
  readonly untaxed: ReadonlySet<bigint>;
  readonly rates: readonly number[];
  /** What a table of rates states: rows of a rate, what it is of and what it makes; and rows of two sums, a net and its tax. */
  readonly tables: readonly { readonly net: bigint; readonly tax: bigint }[];
};

/** Gathers what `partsOf` needs, once a paper. */
export function evidenceOf(paper: Paper, claims: readonly Claim[], items: bigint | null): Evidence {
  const claimed = new Set(claims.filter(({ kind }) => kind !== 'tip').map(({ minor }) => minor));
  return {
    nets: claims.filter(({ kind }) => kind === 'net' || kind === 'total' || kind === 'gross'),
    taxes: claims.filter(({ kind }) => kind === 'tax'),
    others: new Set(claims.filter(({ kind }) => kind !== 'tax' && kind !== 'net').map(({ minor }) => minor)),
    extras: claims.flatMap(({ kind, minor }) =>
      kind === 'shipping' ? [minor] : kind === 'discount' ? [-size(minor)] : [],
    ),
    roundings: claims
      .filter(({ kind, minor }) => kind === 'rounding' && minor !== 0n && size(minor) < 100n)
      .flatMap(({ minor }) => [minor, -minor]),
    untaxed: new Set([
      ...paper.amounts
        .flat()
        .flatMap(({ minor, places }) => (places === 2 && minor > 0n && !claimed.has(minor) ? [minor] : [])),
      ...outlays(paper, claims, claimed),
    ]),
    tables: taxTables(paper),
    items,
    printed: new Set(paper.amounts.flat().map((amount) => amount.minor)),
    rates: [...new Set(paper.percents.flat().map((percent) => Math.abs(Number(percent.decimal))))].filter(
      (rate) => rate > 1 && rate < 30,
    ),
  };
}

/** Rows below the tax, up to the next labelled sum, added up: what was laid out for the client bears none. */
function outlays(paper: Paper, claims: readonly Claim[], claimed: ReadonlySet<bigint>): readonly bigint[] {
  const taxed = claims.filter(({ kind, how, minor }) => kind === 'tax' && how === 'right' && minor !== 0n);
  return taxed.flatMap(({ label }) => {
    const sums: bigint[] = [];
    let sum = 0n;
    for (const { index } of paper.lines.slice(label.segment.line + 1)) {
      const [amount, ...more] = (paper.amounts[index] ?? []).filter(({ places }) => places === 2);
      if (more.length > 0 || (amount && claimed.has(amount.minor))) break;
      if (!amount) continue;
      sum += amount.minor;
      sums.push(sum);
    }
    return sums.slice(1);
  });
}

/** Two taxes side by side, as VAT and its surcharge in Spain or the two of Québec. */
export function pairsOf(taxes: readonly Claim[]): readonly bigint[] {
  const few = taxes.filter(({ how, minor }) => how !== 'column' && minor !== 0n).slice(0, 8);
  return few.flatMap((one, index) =>
    few
      .slice(index + 1)
      .flatMap((other) =>
        one.minor !== other.minor && one.label.segment !== other.label.segment ? [one.minor + other.minor] : [],
      ),
  );
}

/** The rows "21 %  350.00  73.50" of a page added up, and each row "Total  350.00  73.50". */
function taxTables(paper: Paper): readonly { readonly net: bigint; readonly tax: bigint }[] {
  let [net, tax] = [0n, 0n];
  const sums: { readonly net: bigint; readonly tax: bigint }[] = [];
  for (const line of paper.lines) {
    const amounts = (paper.amounts[line.index] ?? []).filter(({ places }) => places === 2).map(({ minor }) => minor);
    const [first, second] = amounts;
    if (first === undefined || second === undefined || amounts.length > 4) continue;
    const rates = (paper.percents[line.index] ?? [])
      .map(({ decimal }) => Math.abs(Number(decimal)))
      .filter((rate) => rate > 0);
    if (rates.length === 1 && isRate(rates, first, second)) [net, tax] = [net + first, tax + second];
    else if (rates.length === 1 && isRate(rates, second, first)) [net, tax] = [net + second, tax + first];
    else if (
      amounts.length === 2 &&
      (paper.labels[line.index] ?? []).some(({ kind, opens }) => kind === 'total' && opens)
    )
      sums.push({ net: first, tax: second });
  }
  return [...sums, ...(tax === 0n ? [] : [{ net, tax }])];
}

/** Rows of one kind added up, each line once and their own sum left out; `null` for fewer than two rows. */
export function sumOf(claims: readonly Claim[]): bigint | null {
  const rows = claims.filter(
    ({ how, label }) => how === 'right' && !/total|gesamt|summe|totale|totaal|razem/iu.test(label.text),
  );
  const byLine = new Map(rows.map((claim) => [claim.label.segment.line, claim.minor]));
  return byLine.size < 2 ? null : [...byLine.values()].reduce((sum, minor) => sum + minor, 0n);
}
