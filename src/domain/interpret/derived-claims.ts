import type { Amount } from './amounts.ts';
import type { Claim, ClaimKind } from './claims.ts';
import type { Paper } from './paper.ts';
import { size } from './tax-rates.ts';

/** "Net" alone heads what is to be paid on a receipt, and what is taxed where it makes a printed amount together with a tax, or stands over its amount. */
export function netsOf(paper: Paper, claims: readonly Claim[]): readonly Claim[] {
  const taxes = claims.filter(({ kind, minor }) => kind === 'tax' && minor !== 0n);
  const printed = new Set(paper.amounts.flat().map(({ minor }) => minor));
  const isNet = ({ kind, label, how, minor }: Claim) =>
    kind === 'total' &&
    /^nett?\W*$/iu.test(label.text) &&
    (how !== 'right' || taxes.some((tax) => printed.has(minor + tax.minor)));
  return claims.map((claim) => (isNet(claim) ? { ...claim, kind: 'net' } : claim));
}

/** A row of totals over a ledger's columns, charges less payments and what is left: 221.50 -164.27 57.23. */
export function ledgerClaims(paper: Paper): readonly Claim[] {
  return paper.lines.flatMap((line): readonly Claim[] => {
    const amounts = (paper.amounts[line.index] ?? []).filter((amount) => amount.places === 2 || amount.marked);
    const label = (paper.labels[line.index] ?? []).find(({ kind, opens }) => kind === 'total' && opens);
    const [charged, left] = [amounts[0], amounts.at(-1)];
    if (!label || !charged || !left || amounts.length < 3 || charged.minor <= 0n) return [];
    const between = amounts.slice(1, -1);
    const made = between.reduce((sum, { minor }) => sum + minor, charged.minor);
    if (made !== left.minor || between.some(({ minor }) => minor > 0n)) return [];
    const claim = (kind: ClaimKind, amount: Amount): Claim => ({
      kind,
      minor: amount.minor,
      label,
      amount,
      how: 'right',
      repaired: false,
    });
    return [claim('gross', charged), claim('amountDue', left)];
  });
}

/** A row "net, tax, gross" whose amounts add up claims all three. */
export function tripleClaims(paper: Paper): readonly Claim[] {
  return paper.lines.flatMap((line): readonly Claim[] => {
    const amounts = (paper.amounts[line.index] ?? []).filter((amount) => amount.places === 2 || amount.marked);
    const label = (paper.labels[line.index] ?? []).find(
      ({ kind }) => kind === 'total' || kind === 'gross' || kind === 'amountDue',
    );
    const [net, tax, gross] = amounts.slice(-3);
    if (
      !label ||
      !net ||
      !tax ||
      !gross ||
      tax.minor === 0n ||
      net.minor + tax.minor !== gross.minor ||
      size(tax.minor) * 10n > size(net.minor) * 3n
    )
      return [];
    const claim = (kind: ClaimKind, amount: Amount): Claim => ({
      kind,
      minor: amount.minor,
      label,
      amount,
      how: 'right',
      repaired: false,
    });
    return [claim('net', net), claim('tax', tax), claim('gross', gross)];
  });
}

/** An amount below a labelled net and tax that is their sum is the gross, whatever it is called. */
export function summedClaims(paper: Paper, claims: readonly Claim[]): readonly Claim[] {
  const of = (wanted: ClaimKind) => claims.filter(({ kind, how }) => kind === wanted && how === 'right');
  const known = new Set(
    claims.filter(({ kind }) => !['net', 'tax', 'paid', 'cash'].includes(kind)).map(({ minor }) => minor),
  );
  const sums = of('net').flatMap((net) =>
    of('tax')
      .filter((tax) => tax.minor !== 0n && size(tax.minor) < size(net.minor) && !known.has(net.minor + tax.minor))
      .map((tax) => ({ minor: net.minor + tax.minor, label: { ...tax.label, weight: 0.6 } })),
  );
  return sums.flatMap(({ minor, label }): readonly Claim[] => {
    const near = paper.amounts.slice(Math.max(0, label.segment.line - 6), label.segment.line + 8).flat();
    const amount = near.find((one) => one.minor === minor);
    return amount ? [{ kind: 'gross', minor, label, amount, how: 'right', repaired: false }] : [];
  });
}
