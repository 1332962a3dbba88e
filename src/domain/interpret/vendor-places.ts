import { wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';
import { belowOf, rightOf } from './places.ts';
import { cleanName, isName, isNameWord } from './vendor-names.ts';

/** The places a word like "seller" or "account holder" announces. */
export function sellerPlaces(
  paper: Paper,
  label: Label,
  buyers: ReadonlySet<Segment>,
): readonly (readonly [Segment, number])[] {
  const [beside] = rightOf(paper, label);
  const right = beside && beside.segment !== label.segment && buyers.has(beside.segment) ? undefined : beside; // his block stands in the next column
  const plain = wordsOf(label.text).join(' ');
  const weak =
    /^(?:from|to|kontoinhaber|account holder|titulaire du compte|company|societe|empresa|inhaber|absender|bedrijf|provider)$/.test(
      plain,
    ) ||
    isFormRow(paper, label) ||
    (label.from > 0 && (label.segment.tokens.length > 6 || label.to < label.segment.tokens.length));
  const weight = (weak ? 1.2 : 3) * label.weight;
  const open = label.text.endsWith(':') ? 1 : 0.5;
  if (right && /\p{L}{2}/u.test(right.text))
    return right.segment === label.segment
      ? [[right.segment, weight * open]]
      : right.text.length > 3
        ? [[right.segment, weight]]
        : [];
  const [below] = [
    ...belowOf(paper, label, 1).filter(({ text }) => !/\d{5}/.test(text)),
    ...underHeading(paper, label),
  ];
  if (!below) return [];
  const cell = isNameWord(below.text) ? paper.lines[below.segment.line]?.segments : undefined;
  const named = cell?.find((segment) => segment.left >= below.segment.right);
  return [[named ?? below.segment, weight * 0.9]];
}

/** The lines below a heading that fills its line alone, wherever they begin: the first one with a name. */
function underHeading(
  paper: Paper,
  { segment, to }: Label,
): readonly { readonly segment: Segment; readonly text: string }[] {
  if (paper.lines[segment.line]?.segments.length !== 1 || to < segment.tokens.length) return [];
  return paper.lines
    .slice(segment.line + 1, segment.line + 4)
    .flatMap(({ page, segments }) => (page === segment.page ? segments.slice(0, 1) : []))
    .filter(({ text }) => isName(cleanName(text)))
    .map((own) => ({ segment: own, text: own.text }));
}

/** The names below "Yours faithfully": a letter without a letterhead is known by who signs it. */
export const signersOf = (paper: Paper): readonly Segment[] =>
  paper.lines.flatMap((line) => {
    const closing = line.segments.find(({ text }) => closings.test(text));
    if (!closing) return [];
    const below = paper.lines.slice(line.index + 1, line.index + 4).flatMap(({ segments }) => segments);
    const [name] = below.filter(
      ({ page, left, text }) =>
        page === closing.page && left < closing.right + closing.height && isName(cleanName(text)),
    );
    return name ? [name] : [];
  });

const closings =
  /^(?:mit (?:freundlichen|besten) gr[üu](?:ß|ss)en|(?:freundliche|beste|viele) gr[üu](?:ß|ss)e|hochachtungsvoll|yours (?:faithfully|sincerely|truly)|sincerely|(?:kind|best|warm) regards|(?:bien )?cordialement|atentamente|(?:un )?(?:cordial )?saludos?|(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|hoogachtend|(?:com os )?melhores cumprimentos|atenciosamente|z poważaniem|med vänlig(?:a)? hälsning(?:ar)?|med venlig hilsen)[,.]?$/iu;

/** A row amid others that are labelled: "Verkäufer  Jens Petersen" between the reference and the terms names a clerk. */
function isFormRow(paper: Paper, { segment, text, to }: Label): boolean {
  if (to < segment.tokens.length || text.endsWith(':') || !clerk.test(text)) return false;
  return [-2, -1, 1, 2].some((step) =>
    (paper.labels[segment.line + step] ?? []).some(
      ({ kind, segment: own }) =>
        kind !== 'seller' && kind !== 'contact' && own.page === segment.page && Math.abs(own.left - segment.left) < 2,
    ),
  );
}

const clerk =
  /^(?:verkäufer(?:in)?|vendeur|vendedora?|verkoper|venditore|sprzedawca|säljare|sælger|selger|seller|salesperson)$/iu;
