import type { Field } from '../reading.ts';
import { buyerSegments } from './buyer.ts';
import type { Segment } from './lines.ts';
import { foundAt, type Paper } from './paper.ts';
import { ibansIn, vatIdsIn } from './tax-ids.ts';

export type IdentityFields = { readonly vendor_tax_id?: Field<string>; readonly iban?: Field<string> };

/** The vendor's tax number and bank account. The buyer's tax number, in his block or on a line that names the customer, is not taken. */
export function identityFields(paper: Paper): IdentityFields {
  const buyers = buyerSegments(paper);
  const vendor_tax_id = taxId(paper, buyers);
  const iban = ibanOf(paper);
  return { ...(vendor_tax_id && { vendor_tax_id }), ...(iban && { iban }) };
}

function taxId(paper: Paper, buyers: ReadonlySet<Segment>): Field<string> | null {
  const found = paper.lines.flatMap((line) =>
    line.segments.flatMap((segment, index) => {
      const before = line.segments[index - 1];
      const foreign =
        buyers.has(segment) ||
        (before !== undefined &&
          buyers.has(before) &&
          (paper.labels[line.index] ?? []).some((label) => label.segment === before && label.kind === 'taxId'));
      return foreign ? [] : vatIdsIn(segment.text).map(({ value }) => ({ value, segment }));
    }),
  );
  const [first] = found;
  if (!first) return null;
  const several = new Set(found.map(({ value }) => value)).size > 1;
  return {
    value: first.value,
    confidence: several ? 0.7 : 0.93,
    found: foundAt(paper, first.segment.tokens, first.segment.page),
  };
}

function ibanOf(paper: Paper): Field<string> | null {
  for (const line of paper.lines) {
    const next = paper.lines[line.index + 1];
    const [value] = [
      ...ibansIn(line.text.replace(/\s+/g, ' ')),
      ...(/IBAN/i.test(line.text) && next ? ibansIn(`${line.text} ${next.text}`.replace(/\s+/g, ' ')) : []),
    ];
    if (!value) continue;
    const several = new Set(ibansIn(paper.text)).size > 1;
    return {
      value,
      confidence: several ? 0.75 : 0.97,
      found: foundAt(
        paper,
        line.segments.flatMap((segment) => segment.tokens),
        line.page,
      ),
    };
  }
  return null;
}
