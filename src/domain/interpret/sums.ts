import type { Claim } from './claims.ts';
import { type Evidence, pairsOf, sumOf } from './evidence.ts';
import { isPlausible, isRate, known, near, size } from './tax-rates.ts';

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
  return taxes.flatMap((taxClaim) => {
    const tax = taxClaim.minor;
    const stated = nets.filter(({ kind, minor }) => kind === 'net' || (kind === 'total' && isRate(rates, minor, tax))); // "Total fees"
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
