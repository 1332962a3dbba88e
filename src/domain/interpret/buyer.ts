import type { Label } from './labels.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';
import { isSignature } from './vendor-evidence.ts';
import { isNameWord, payerDesk } from './vendor-names.ts';

/** The segments of the blocks headed "bill to", "Lieferadresse" and the like: the lines below in the same column, up to a gap or another label. */
export function buyerSegments(paper: Paper): ReadonlySet<Segment> {
  const found = new Set<Segment>();
  for (const label of paper.labels.flat()) {
    if (label.kind !== 'buyer' || label.from > 1 || isSignature(paper, label)) continue;
    for (const segment of blockOf(paper, label)) found.add(segment);
  }
  for (const segment of customerMarks(paper)) found.add(segment);
  for (const segment of [...namesAbovePersons(paper), ...windowBlocks(paper)]) found.add(segment);
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
        !isNameWord(other.text) &&
        column.length > 0,
    );
    if (heads) break;
    if (own.length === 0) continue;
    column.push(...own);
    bottom = next.bottom;
  }
  return [label.segment, ...beside, ...column];
}

const persons =
  /^(?:attn|attention|att|z\.? ?hd|zu handen|frau|herrn?|t\.? ?a\.? ?v|ter attentie|a l'attention|à l'attention|c\/o|all'attenzione|c\.a\.|do rąk|a\/c|at[.:]|att[.:])(?![\p{L}])/iu;

/** Right above "Attn: Ann Miller" or "Accounts Payable" stands the company that she works for: who the paper is for. */
function namesAbovePersons(paper: Paper): readonly Segment[] {
  return paper.lines.flatMap((line) =>
    line.segments.flatMap((segment) => {
      if (!persons.test(segment.text) && !payerDesk.test(segment.text)) return [];
      const above = segmentsNear(paper, segment, -1).find(
        (other) => Math.abs(other.left - segment.left) < segment.height,
      );
      return above && segment.top - above.bottom < segment.height ? [above, segment] : [segment];
    }),
  );
}

/** The segments of the two lines before or after that share the column. */
const segmentsNear = (paper: Paper, segment: Segment, step: 1 | -1): readonly Segment[] =>
  [1, 2].flatMap((away) =>
    (paper.lines[segment.line + step * away]?.segments ?? []).filter(
      (other) => other.page === segment.page && other.left < segment.right && other.right > segment.left,
    ),
  );

/** A sender's name and address in one small line is what shows in an envelope's window: below it stands the buyer. */
function windowBlocks(paper: Paper): readonly Segment[] {
  return paper.lines
    .flatMap((line) => line.segments.filter((segment) => isSenderLine(segment)))
    .flatMap((sender) => {
      const block: Segment[] = [];
      let bottom = sender.bottom;
      for (const line of paper.lines.slice(sender.line + 1, sender.line + 14)) {
        if (line.page !== sender.page) break;
        const own = line.segments.find((segment) => Math.abs(segment.left - sender.left) < sender.height * 2);
        if (!own) continue;
        if (own.top - bottom > own.height * 2.5 || block.length >= 7) break;
        block.push(own);
        bottom = own.bottom;
      }
      const small = block[0] !== undefined && sender.height < block[0].height * 0.95;
      return small && block.length > 1 ? block : [];
    });
}

/** "Acme GmbH · Ecke 12 · 12345 Stadt": three parts of which the last is a postal code and a town. */
export function isSenderLine({ text, tokens }: Segment): boolean {
  const parts = text.split(/\s*[·•|●∙,]\s*|\s+[-–—/]\s+/).filter((part) => part !== '');
  return (
    tokens.length < 18 &&
    parts.length >= 3 &&
    parts.length <= 6 &&
    /^\p{L}[^:]+$/u.test(parts[0] ?? '') &&
    parts.slice(1).some((part) => /^(?:[A-Z]{1,2}[- ])?\d{2}[- ]?\d{2,3}(?:[- ]?[A-Z]{2})? \p{L}{2}/u.test(part))
  );
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
