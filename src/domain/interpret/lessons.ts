import { type HintedField, hintedFields, hintKind, type Lesson } from '../layout-hint.ts';
import { isCurrency } from '../money.ts';
import type { DocumentKind, Reading } from '../reading.ts';
import { labelWords, middleOf, type Spot, type Standpoint, valueAt, valueIn, wholeOf } from './hint-values.ts';
import type { Segment, Token } from './lines.ts';
import { plain } from './number-print.ts';
import { type Context, type Paper, paperOf } from './paper.ts';
import { belowOf } from './places.ts';
import { size } from './tax-rates.ts';

/** What a person says that the pages of one invoice state. Amounts as booked; the paper may state them with the other sign. */
export type Stated = {
  readonly kind: DocumentKind;
  readonly pageFrom: number;
  readonly pageTo: number;
  readonly values: Readonly<Partial<Record<HintedField, string | bigint>>>;
};

/** Where on the paper these values stand: of each the first place by which it alone is found again. A value that does not stand there teaches nothing. */
export function lessonsIn(
  reading: Reading,
  { kind, pageFrom, pageTo, values }: Stated,
  context: Context,
): readonly Lesson[] {
  if (reading.kind === 'exact') return [];
  const pages = reading.pages.filter(({ number }) => number >= pageFrom && number <= pageTo);
  if (pages.length === 0) return [];
  const paper = paperOf(pages, context);
  return hintedFields.flatMap((field) => {
    const value = values[field];
    const lesson = value === undefined ? undefined : lessonOf(paper, field, value);
    return lesson ? [{ ...lesson, kind: hintKind(kind) }] : [];
  });
}

function lessonOf(paper: Paper, field: HintedField, value: string | bigint): Standpoint | undefined {
  const standing = occurrences(paper, field, value);
  const lessons = [
    ...standing.flatMap((spot) => beside(spot, field)),
    ...standing.flatMap((spot) => under(paper, spot, field)),
    ...standing.flatMap((spot) => region(paper, spot, field)),
  ];
  return lessons.find((lesson) => {
    const found = valueAt(paper, lesson);
    return found !== null && same(field, found.value, value);
  });
}

type Standing = Spot & { readonly segment: Segment; readonly before: Segment | undefined };

/** Everywhere the value stands; sums stand at the end of a paper, what names it at its beginning. */
function occurrences(paper: Paper, field: HintedField, value: string | bigint): readonly Standing[] {
  if (typeof value === 'string')
    return paper.lines.flatMap((line) => line.segments.flatMap((one) => inSegment(paper, field, value, one)));
  return paper.amounts
    .flat()
    .filter(({ minor }) => same(field, minor, value))
    .map(({ minor, tokens, segment }) =>
      standing(paper, segment, { value: minor, tokens, page: segment.page, trust: 1 }),
    )
    .toReversed();
}

/** No number or date has more words. */
const longestValue = 8;

function inSegment(paper: Paper, field: HintedField, value: string, segment: Segment): readonly Standing[] {
  return segment.tokens.flatMap((first, from) => {
    const tokens = segment.tokens.slice(from, from + longestValue);
    const spot = valueIn(paper, field, { text: tokens.map(({ text }) => text).join(' '), segment, tokens }, true);
    return spot && spot.tokens[0] === first && same(field, spot.value, value) ? [standing(paper, segment, spot)] : [];
  });
}

function standing(paper: Paper, segment: Segment, spot: Spot): Standing {
  const { segments = [] } = paper.lines[segment.line] ?? {};
  return { ...spot, segment, before: segments[segments.indexOf(segment) - 1] };
}

function same(field: HintedField, found: string | bigint, wanted: string | bigint): boolean {
  if (typeof found === 'bigint' || typeof wanted === 'bigint')
    return typeof found === typeof wanted && size(BigInt(found)) === size(BigInt(wanted));
  return field === 'invoice_number' ? plain(found) === plain(wanted) : found === wanted;
}

/** More words than these are a sentence, of which the nearest ones announce the value. */
const mostWords = 6;
const longestLabel = 60;

function labelledBy(tokens: readonly Token[]): Pick<Lesson, 'label' | 'printed'> | null {
  const own = tokens
    .filter(({ text }) => labelWords(text).length > 0 && !isCurrency(text.toUpperCase()))
    .slice(-mostWords);
  const label = own.flatMap(({ text }) => labelWords(text)).join(' ');
  const printed = own
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\s:.]+$/u, '');
  const isLabel = /\p{L}{2}/u.test(label) && label.length <= longestLabel;
  return isLabel ? { label, printed: printed.slice(0, longestLabel) } : null;
}

const nowhere = { x: 0, y: 0 };

/** The words before it in its own segment, else the segment before. */
function beside({ segment, before, tokens }: Standing, field: HintedField): readonly Standpoint[] {
  const [first] = tokens;
  const own = first ? segment.tokens.slice(0, segment.tokens.indexOf(first)) : [];
  const found = labelledBy(own) ?? (before ? labelledBy(before.tokens) : null);
  return found ? [{ field, place: 'right', ...found, ...nowhere }] : [];
}

/** The nearest words above, under which it stands. */
function under(paper: Paper, { segment }: Standing, field: HintedField): readonly Standpoint[] {
  const above = paper.lines.slice(Math.max(0, segment.line - 3), segment.line).toReversed();
  return above.flatMap(({ segments }) =>
    segments.flatMap((head): readonly Standpoint[] => {
      const found = labelledBy(head.tokens);
      const all = {
        kind: 'number',
        segment: head,
        from: 0,
        to: head.tokens.length,
        text: '',
        opens: true,
        weight: 1,
      } as const;
      const isAbove = found !== null && belowOf(paper, all).some((place) => place.segment === segment);
      return isAbove ? [{ field, place: 'below', ...found, ...nowhere }] : [];
    }),
  );
}

/** Only on the first page: what has no label on a later one wanders with the length of the list. */
function region(paper: Paper, spot: Standing, field: HintedField): readonly Standpoint[] {
  const middle =
    spot.page === paper.pages[0]?.number && valueIn(paper, field, wholeOf(spot.segment), false)
      ? middleOf(paper, spot)
      : null;
  return middle ? [{ field, place: 'region', label: '', printed: '', ...middle }] : [];
}
