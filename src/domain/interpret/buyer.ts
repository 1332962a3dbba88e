import type { Label } from './labels.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';

/** The segments of the blocks headed "bill to", "Lieferadresse" and the like: the lines below in the same column, up to a gap or another label. */
export function buyerSegments(paper: Paper): ReadonlySet<Segment> {
  const found = new Set<Segment>();
  for (const label of paper.labels.flat()) {
    if (label.kind !== 'buyer' || label.from > 1) continue;
    for (const segment of blockOf(paper, label)) found.add(segment);
  }
  for (const segment of customerMarks(paper)) found.add(segment);
  return found;
}

function blockOf(paper: Paper, label: Label): readonly Segment[] {
  const rest = label.segment.tokens
    .slice(label.to)
    .map((token) => token.text)
    .join(' ');
  const words = label.segment.tokens.length;
  if (words > 7 && rest.length > 40) return [label.segment];
  const line = paper.lines[label.segment.line];
  const right = line?.segments.find((segment) => segment.left >= label.segment.right);
  const close = right !== undefined && right.left - label.segment.right < label.segment.height * 12;
  const beside =
    rest.length < 3 && close && !(paper.labels[line?.index ?? -1] ?? []).some((other) => other.segment === right)
      ? [right]
      : [];
  const column: Segment[] = [];
  let bottom = label.segment.bottom;
  const [left, far] = [label.segment.left, Math.max(label.segment.right, beside[0]?.right ?? 0)];
  for (const next of paper.lines.slice(label.segment.line + 1)) {
    if (next.page !== label.segment.page || next.top - bottom > label.segment.height * 2.2 || column.length >= 7) break;
    const own = next.segments.filter((segment) => segment.left < far && segment.right > left - label.segment.height);
    const heads = (paper.labels[next.index] ?? []).some(
      (other) =>
        own.includes(other.segment) &&
        other.from === 0 &&
        ['seller', 'number', 'date', 'total', 'net', 'gross'].includes(other.kind) &&
        column.length > 0,
    );
    if (heads) break;
    if (own.length === 0) continue;
    column.push(...own);
    bottom = next.bottom;
  }
  return [label.segment, ...beside, ...column];
}

/** "Customer VAT number ESA12345674": whoever has it is not the vendor. */
function customerMarks(paper: Paper): readonly Segment[] {
  return paper.lines.flatMap((line) =>
    line.segments.filter(
      (segment) =>
        /(?:customer|client|buyer|kunden|votre|your|ihre|cliente|nabywcy|klant|uw)\b/iu.test(segment.text) &&
        /vat|tva|ust|nif|iva|nip|btw|tax/iu.test(segment.text),
    ),
  );
}
