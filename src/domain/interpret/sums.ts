import type { Claim } from './claims.ts';
import type { Paper } from './paper.ts';

/** A net and a tax that make a total, the claims that state them, and how well the paper proves it (0–3.5). */
export type Parts = {
  readonly net: bigint;
  readonly tax: bigint;
  readonly netClaim: Claim | null;
  readonly taxClaim: Claim | null;
  readonly proof: number;
  /** What stands beside net and tax in the total: a rounding, a tip, what is not taxed. */
  readonly beside?: bigint;
};

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

export const size = (value: bigint): bigint => (value < 0n ? -value : value);
export const near = (a: bigint, b: bigint, most = 2n): boolean => size(a - b) <= most;

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
    untaxed: new Set(
      paper.amounts
        .flat()
        .flatMap(({ minor, places }) => (places === 2 && minor > 0n && !claimed.has(minor) ? [minor] : [])),
    ),
    tables: taxTables(paper),
    items,
    printed: new Set(paper.amounts.flat().map((amount) => amount.minor)),
    rates: [...new Set(paper.percents.flat().map((percent) => Math.abs(Number(percent.decimal))))].filter(
      (rate) => rate > 1 && rate < 30,
    ),
  };
}

/** The net and tax that make this total, before it was rounded too, with the best proof on the paper; `null` when none do. */
export function partsOf(total: bigint, evidence: Evidence): Parts | null {
  const rounded = evidence.roundings.flatMap((rounding) => {
    const parts = exactParts(total - rounding, evidence);
    return parts && parts.proof >= 2 ? [{ ...parts, beside: rounding }] : [];
  });
  return [exactParts(total, evidence), ...rounded, ...withUntaxed(total, evidence)].reduce(
    (best, parts) => (parts && parts.proof > (best?.proof ?? 0) ? parts : best),
    null,
  );
}

/** A tip, expenses or a fee without tax, printed too: net and tax do not make the total alone. A tax at a printed rate of the net proves it. */
function withUntaxed(total: bigint, { nets, taxes, untaxed, rates }: Evidence): readonly Parts[] {
  const stated = nets.filter(({ kind }) => kind === 'net');
  return taxes.flatMap((taxClaim) => {
    const tax = taxClaim.minor;
    if (!withinTotal(tax, total)) return [];
    const fits = (net: bigint) => {
      const beside = total - net - tax;
      return beside > 0n && beside * 3n < total && beside !== tax && untaxed.has(beside);
    };
    const part = { tax, taxClaim, beside: 0n };
    const labelled = stated
      .filter(({ minor }) => fits(minor) && isPlausible(rates, minor, tax))
      .map((netClaim) => ({
        ...part,
        net: netClaim.minor,
        netClaim,
        proof: isRate(rates, netClaim.minor, tax) ? 3.05 : 2.2,
      }));
    const bare = rates
      .map((rate) => netAt(tax, rate, untaxed, fits))
      .filter((net) => net !== null)
      .map((net) => ({ ...part, net, netClaim: null, proof: 1.8 }));
    return [...labelled, ...bare].map((found) => ({ ...found, beside: total - found.net - tax }));
  });
}

/** The printed amount of which `tax` is `rate` percent, within the cents that rounding allows. */
function netAt(tax: bigint, rate: number, printed: ReadonlySet<bigint>, fits: (net: bigint) => boolean): bigint | null {
  const guess = BigInt(Math.round((Number(tax) * 100) / rate));
  for (let off = 0n; off <= 12n; off += 1n)
    for (const net of [guess + off, guess - off])
      if (printed.has(net) && isRate([rate], net, tax) && fits(net)) return net;
  return null;
}

function exactParts(total: bigint, stated: Evidence): Parts | null {
  const evidence = { ...stated, taxes: stated.taxes.map((claim) => signed(claim, total)) };
  const labelled = [
    ...bothLabelled(total, evidence),
    ...rowsOfTax(total, evidence),
    ...withExtras(total, evidence),
    ...taxLabelled(total, evidence),
    ...netLabelled(total, evidence),
    ...tabled(total, evidence),
    ...untaxed(total, evidence),
  ];
  const found = labelled.length > 0 ? labelled : unlabelled(total, evidence);
  return found.sort((a, b) => b.proof - a.proof)[0] ?? null;
}

/** Credit notes print their tax with or without the minus that their total has. */
const signed = (claim: Claim, total: bigint): Claim =>
  total < 0n && claim.minor > 0n ? { ...claim, minor: -claim.minor } : claim;

const withinTotal = (tax: bigint, total: bigint): boolean =>
  tax !== 0n && size(tax) < size(total) && tax > 0n === total > 0n;

function bothLabelled(total: bigint, { nets, taxes }: Evidence): readonly Parts[] {
  return taxes.flatMap((tax) =>
    nets
      .filter(
        (net) =>
          near(net.minor + tax.minor, total) &&
          (withinTotal(tax.minor, total) || (tax.minor === 0n && net.kind === 'net')),
      )
      .map((net) => {
        const exact = near(net.minor + tax.minor, total, 0n) ? 0.1 : 0;
        return {
          net: net.minor,
          tax: tax.minor,
          netClaim: net,
          taxClaim: tax,
          proof: 3 + (net.kind === 'net' ? 0.3 : 0) + exact,
        };
      }),
  );
}

/** Freight or a discount stands between net and total: it belongs to what is taxed, as e-invoices count it. */
function withExtras(total: bigint, { nets, taxes, extras }: Evidence): readonly Parts[] {
  const rows = sumOf(taxes);
  const all = [
    ...taxes.map((claim) => ({ tax: claim.minor, taxClaim: claim })),
    ...(rows === null ? [] : [{ tax: rows, taxClaim: null }]),
  ];
  return all.flatMap(({ tax, taxClaim }) =>
    nets.flatMap((net) =>
      extras
        .filter((extra) => extra !== 0n && net.minor + extra + tax === total && withinTotal(tax, total))
        .map((extra) => ({ net: net.minor + extra, tax, netClaim: null, taxClaim, proof: 2.8 })),
    ),
  );
}

/** Several rates, a row each: the rows together are the tax, and net rows likewise. */
function rowsOfTax(total: bigint, { nets, taxes }: Evidence): readonly Parts[] {
  const rows = sumOf(taxes);
  const net = sumOf(nets.filter(({ kind }) => kind === 'net'));
  const values = [...nets.map(({ minor }) => minor), ...(net === null ? [] : [net])];
  return [...(rows === null ? [] : [rows]), ...pairsOf(taxes)].flatMap((tax) =>
    values
      .filter((value) => near(value + tax, total))
      .map((value) => ({
        net: value,
        tax,
        netClaim: nets.find(({ minor }) => minor === value) ?? null,
        taxClaim: taxes[0] ?? null,
        proof: 3,
      })),
  );
}

/** Two taxes side by side, as VAT and its surcharge in Spain or the two of Québec. */
function pairsOf(taxes: readonly Claim[]): readonly bigint[] {
  const few = taxes.filter(({ how, minor }) => how !== 'column' && minor !== 0n).slice(0, 8);
  return few.flatMap((one, index) =>
    few
      .slice(index + 1)
      .flatMap((other) =>
        one.minor !== other.minor && one.label.segment !== other.label.segment ? [one.minor + other.minor] : [],
      ),
  );
}

function taxLabelled(total: bigint, { taxes, printed, items, rates }: Evidence): readonly Parts[] {
  const rows = sumOf(taxes);
  const together: readonly Parts[] =
    rows !== null && withinTotal(rows, total) && printed.has(total - rows) && isPlausible(rates, total - rows, rows)
      ? [{ net: total - rows, tax: rows, netClaim: null, taxClaim: null, proof: 2.5 }]
      : [];
  const single = taxes.flatMap((claim) => {
    const [tax, net] = [claim.minor, total - claim.minor];
    if (!withinTotal(tax, total)) return [];
    const part = { net, tax, netClaim: null, taxClaim: claim };
    if (printed.has(net) && isPlausible(rates, net, tax)) return [{ ...part, proof: 2.6 }];
    if (net === items && isPlausible(rates, net, tax)) return [{ ...part, proof: 1.9 }];
    return claim.how === 'right' && isRate([...rates, ...known], net, tax) ? [{ ...part, proof: 1.2 }] : [];
  });
  return [...single, ...together];
}

function netLabelled(total: bigint, { nets, printed, others, rates }: Evidence): readonly Parts[] {
  return nets
    .map((claim) => ({ net: claim.minor, tax: total - claim.minor, netClaim: claim, taxClaim: null, proof: 2.2 }))
    .filter(({ net, tax, netClaim }) => {
      const taxed = netClaim.kind === 'net' ? isPlausible(rates, net, tax) : isRate([...rates, ...known], net, tax);
      return tax !== 0n && printed.has(tax) && !others.has(tax) && taxed;
    });
}

const tabled = (total: bigint, { tables }: Evidence): readonly Parts[] =>
  tables
    .filter(({ net, tax }) => near(net + tax, total, 1n) && withinTotal(tax, total))
    .map(({ net, tax }) => ({ net, tax, netClaim: null, taxClaim: null, proof: 2.6 }));

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

function untaxed(total: bigint, { nets, taxes, extras }: Evidence): readonly Parts[] {
  const taxClaim = taxes.find(({ minor }) => minor === 0n);
  const netClaim = nets.find(({ minor, kind }) => minor === total && kind === 'net');
  if (taxClaim && netClaim) return [{ net: total, tax: 0n, netClaim, taxClaim, proof: 2.8 }];
  if (!taxClaim || taxes.some(({ minor }) => minor !== 0n)) return [];
  const sent = nets.some(
    ({ kind, minor }) => kind === 'net' && extras.some((extra) => extra !== 0n && minor + extra === total),
  );
  if (sent) return [{ net: total, tax: 0n, netClaim: null, taxClaim, proof: 2.9 }];
  const none = taxClaim.how === 'right';
  return none ? [{ net: total, tax: 0n, netClaim: null, taxClaim, proof: 0.8 }] : [];
}

/** No label helps: two printed amounts at a printed rate. */
function unlabelled(total: bigint, { printed, others, rates }: Evidence): Parts[] {
  return [...printed]
    .map((net) => ({ net, tax: total - net, netClaim: null, taxClaim: null, proof: 1.6 }))
    .filter(
      ({ net, tax }) =>
        tax !== 0n && printed.has(tax) && !others.has(tax) && size(tax) < size(net) && isRate(rates, net, tax),
    );
}

/** Rows of one kind added up, each line once and their own sum left out; `null` for fewer than two rows. */
function sumOf(claims: readonly Claim[]): bigint | null {
  const rows = claims.filter(
    ({ how, label }) => how === 'right' && !/total|gesamt|summe|totale|totaal|razem/iu.test(label.text),
  );
  const byLine = new Map(rows.map((claim) => [claim.label.segment.line, claim.minor]));
  return byLine.size < 2 ? null : [...byLine.values()].reduce((sum, minor) => sum + minor, 0n);
}

/** Rates of value added and sales tax that are in force somewhere, in percent. */
const known = [
  2.1, 2.5, 2.6, 3.8, 4, 5, 5.5, 6, 7, 7.7, 8, 8.1, 8.5, 9, 9.5, 9.75, 10, 12, 13, 14, 14.5, 14.975, 15, 16, 17, 18, 19,
  20, 21, 22, 23, 24, 25, 25.5, 27,
]; // prettier-ignore

/** At a rate, or less than 28 % where several rates mix. */
const isPlausible = (rates: readonly number[], net: bigint, tax: bigint): boolean =>
  isRate([...rates, ...known], net, tax) || (net !== 0n && net > 0n === tax > 0n && Number(tax) / Number(net) < 0.28);

const isRate = (rates: readonly number[], net: bigint, tax: bigint): boolean =>
  net !== 0n &&
  net > 0n === tax > 0n &&
  rates.some((rate) => near(BigInt(Math.round((Number(net) * rate) / 100)), tax));
