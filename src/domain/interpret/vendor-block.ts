import { wordsOf } from './fold.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';

/** The lines right below a name in its column, up to a gap: mostly its address. */
export function blockBelow(paper: Paper, name: Segment): readonly Segment[] {
  const block: Segment[] = [];
  let bottom = name.bottom;
  for (const line of paper.lines.slice(name.line + 1, name.line + 8)) {
    if (line.page !== name.page || line.top - bottom > Math.min(name.height, line.height) * 1.2) break;
    const own = line.segments.filter(({ left, right }) => left < name.right && right > name.left);
    if (own.length === 0) continue;
    block.push(...own);
    bottom = Math.max(...own.map((segment) => segment.bottom));
  }
  return block;
}

/** A street and a town, and nothing by which one could answer: the address of somebody to whom a paper is sent. */
export function isAddressee(paper: Paper, block: readonly Segment[]): boolean {
  const town = block.findLastIndex(({ text }) => townLine.test(text));
  return town > 0 && town < 5 && !block.some((segment) => answers(paper, segment));
}

/** The towns of the addresses on the paper, folded. */
export const townsOf = (paper: Paper): ReadonlySet<string> =>
  new Set(
    paper.lines.flatMap(({ segments }) =>
      segments.flatMap(({ text }) =>
        townLine.test(text)
          ? [wordsOf(text.replace(/[\p{L}-]*\d[\p{L}\d -]*(?=$| \p{Lu})|,.*$| - .*$/gu, '')).join(' ')]
          : [],
      ),
    ),
  );

/** Does a postal code follow, behind it or right below, as it follows a street? */
export const isStreetOf = (name: string, { text }: Segment, [below]: readonly Segment[]): boolean =>
  /\p{L}\.? \d{1,4} ?[a-z]?(?: ?[/-] ?\d+ ?[a-z]?)*$|^\d{1,5}[a-z]?,? \p{L}/iu.test(name) &&
  [text.slice(text.indexOf(name) + name.length).replace(/^[\s,;·•|–-]+/, ''), below?.text ?? ''].some((next) =>
    townLine.test(next.split(/\s*[·•|]\s*/)[0] ?? ''),
  );

/** The line of an address with the postal code, as the countries write it. https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions */
export const townLine =
  /^(?:[A-Z]{1,3}[- ])?(?:\d{5}|\d{4}(?: ?[A-Z]{2})?|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}) \p{Lu}|\p{L},? (?:[A-Z]{2,3},? )?\d{4,5}(?:-\d{4})?$|(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$|(?<![A-Z\d])[A-Z]\d[A-Z] \d[A-Z]\d$|\p{L}(?: -)? \d{6}$/u;

/** A phone, a web or mail address, a register or an account. */
export const answers = (paper: Paper, segment: Segment): boolean =>
  /@|www\.|\+\d{2}/.test(segment.text) ||
  (paper.labels[segment.line] ?? []).some(
    (label) =>
      label.segment === segment && (label.kind === 'contact' || label.kind === 'iban') && /\d{3}/.test(segment.text),
  );
