import type { Label } from './labels.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';
import { answers, blockBelow, isStreetOf } from './vendor-block.ts';
import { cleanName, isName } from './vendor-names.ts';

/** What labels of these announce is no name. */
const foreign: ReadonlySet<Label['kind']> = new Set<Label['kind']>([
  'date',
  'due',
  'otherDate',
  'order',
  'customer',
  'terms',
  'total',
  'amountDue',
  'taxId',
]);

/** What stands beside or below a label of something else, as "Reference". */
export function isValue(paper: Paper, segment: Segment): boolean {
  const line = paper.lines[segment.line];
  const before = line?.segments[line.segments.indexOf(segment) - 1];
  const above = paper.lines[segment.line - 1]?.segments.find(
    (other) =>
      other.page === segment.page &&
      Math.abs(other.left - segment.left) < 2 &&
      segment.top - other.bottom < segment.height,
  );
  return [before, above].some(
    (other) =>
      other !== undefined &&
      (paper.labels[other.line] ?? []).some(
        ({ kind, segment: own, from, to }) =>
          own === other && from === 0 && to === other.tokens.length && foreign.has(kind),
      ),
  );
}

/** The line below a name that is as large: what he is, or his street. */
export function isSecond(paper: Paper, segment: Segment): boolean {
  const above = paper.lines[segment.line - 1]?.segments.find(
    (other) => other.page === segment.page && Math.abs(other.left - segment.left) < 2,
  );
  return (
    above !== undefined &&
    segment.top - above.bottom < segment.height * 0.8 &&
    above.height > segment.height * 0.95 &&
    isName(cleanName(above.text)) &&
    !(paper.labels[above.line] ?? []).some((label) => label.segment === above)
  );
}

/** A row of a form: one of its neighbours has a label where this one has its first cell, and a value where this one has its second. */
export function isInGrid(paper: Paper, segment: Segment): boolean {
  const line = paper.lines[segment.line];
  const at = line?.segments.indexOf(segment) ?? -1;
  return [line?.segments[at - 1], line?.segments[at + 1]].some((other) => {
    if (!other) return false;
    const [key, value] = other.left < segment.left ? [other, segment] : [segment, other];
    return [-2, -1, 1, 2].some((step) =>
      (paper.labels[segment.line + step] ?? []).some(
        ({ kind, segment: own, from, to }) =>
          own.page === segment.page &&
          Math.max(own.top, segment.top) - Math.min(own.bottom, segment.bottom) < segment.height * 1.5 &&
          (foreign.has(kind) || kind === 'number') &&
          from === 0 &&
          to === own.tokens.length &&
          Math.abs(own.left - key.left) < 2 &&
          paper.lines[own.line]?.segments.some(({ left }) => Math.abs(left - value.left) < 2),
      ),
    );
  });
}

/** Does a column of an address without a name begin beside it, as on letterheads that part the name from the rest? */
export function hasHeadColumn(paper: Paper, segment: Segment): boolean {
  const beside = paper.lines[segment.line]?.segments.filter(({ left }) => left >= segment.right) ?? [];
  return beside.some((head) => {
    const column = [head, ...blockBelow(paper, head)];
    const named = isName(cleanName(head.text)) && !isStreetOf(head.text, head, column.slice(1));
    return !named && column.some((own) => answers(paper, own));
  });
}

/** What a shop does, in smaller letters right below its name. */
export function isTagline(paper: Paper, segment: Segment): boolean {
  const above = paper.lines[segment.line - 1]?.segments.find(
    (other) =>
      other.page === segment.page &&
      Math.min(other.right, segment.right) > Math.max(other.left, segment.left) &&
      segment.top - other.bottom < segment.height * 2.5,
  );
  return above !== undefined && above.height > segment.height * 1.12 && isName(cleanName(above.text));
}
