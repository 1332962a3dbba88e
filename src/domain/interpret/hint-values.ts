import type { HintedField, Lesson } from '../layout-hint.ts';
import { dateOrder, placedDates } from './date-places.ts';
import { type DateOrder, datesIn, dayIn } from './dates.ts';
import { distance, wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import { boxOf, type Segment, type Token } from './lines.ts';
import { numberAt } from './number-print.ts';
import type { Paper } from './paper.ts';
import { belowOf, type Place, rightOf } from './places.ts';

/** A value where a hint points. `trust` is less than 1 where the order of its day and month is in doubt. */
export type Spot = {
  readonly value: string | bigint;
  readonly tokens: readonly Token[];
  readonly page: number;
  readonly trust: number;
};

/** Where to look, whatever the kind of paper. */
export type Standpoint = Omit<Lesson, 'kind'>;

/** The value that this paper shows where the lesson says; null where it shows none, or several. */
export function valueAt(paper: Paper, lesson: Standpoint): Spot | null {
  const spots = lesson.place === 'region' ? inRegion(paper, lesson) : besideLabel(paper, lesson);
  const [first] = spots;
  return first && spots.every(({ value }) => value === first.value) ? first : null;
}

function besideLabel(paper: Paper, { field, place, label }: Standpoint): readonly Spot[] {
  return labelled(paper, label).flatMap((found) => {
    const places = place === 'right' ? rightOf(paper, found) : belowOf(paper, found);
    const spot = places.map((one) => valueIn(paper, field, one, place === 'right')).find((value) => value !== null);
    return spot ? [spot] : [];
  });
}

/** Thousandths of the page by which a value may wander: numbers grow to one side. */
const wanders = { x: 40, y: 12 };

function inRegion(paper: Paper, { field, x, y }: Standpoint): readonly Spot[] {
  const [first] = paper.pages;
  return paper.lines
    .filter(({ page }) => page === first?.number)
    .flatMap(({ segments }) => segments.map((segment) => valueIn(paper, field, wholeOf(segment), false)))
    .filter((spot) => spot !== null)
    .filter((spot) => {
      const middle = middleOf(paper, spot);
      return middle !== null && Math.abs(middle.x - x) <= wanders.x && Math.abs(middle.y - y) <= wanders.y;
    });
}

/** The middle of a value in thousandths of its page. */
export function middleOf(
  paper: Paper,
  { tokens, page }: Pick<Spot, 'tokens' | 'page'>,
): { x: number; y: number } | null {
  const sheet = paper.pages.find(({ number }) => number === page);
  if (!sheet || tokens.length === 0) return null;
  const { left, top, width, height } = boxOf(tokens, sheet);
  const thousandths = (part: number) => Math.min(1000, Math.max(0, Math.round(part * 1000)));
  return { x: thousandths(left + width / 2), y: thousandths(top + height / 2) };
}

export const wholeOf = (segment: Segment): Place => ({ text: segment.text, segment, tokens: segment.tokens });

/** The words by which labels are compared: figures change from paper to paper. */
export const labelWords = (text: string): readonly string[] => wordsOf(text).filter((word) => !/\d/.test(word));

/** Wherever these words stand one after the other within a segment. */
export function labelled(paper: Paper, label: string): readonly Label[] {
  const wanted = label.split(' ');
  return paper.lines.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const words = segment.tokens.flatMap(({ text }, token) => labelWords(text).map((word) => ({ word, token })));
      return words.flatMap((_, at) =>
        wanted.every((word, index) => alike(words[at + index]?.word, word, paper.scanned))
          ? [labelOf(segment, words[at]?.token ?? 0, words[at + wanted.length - 1]?.token ?? 0)]
          : [],
      );
    }),
  );
}

function alike(seen: string | undefined, word: string, scanned: boolean): boolean {
  if (seen === word) return true;
  const slips = word.length > 8 ? 2 : 1;
  return scanned && seen !== undefined && word.length >= 5 && distance(seen, word, slips) <= slips;
}

const labelOf = (segment: Segment, from: number, last: number): Label => ({
  kind: 'number',
  segment,
  from,
  to: last + 1,
  text: segment.tokens
    .slice(from, last + 1)
    .map(({ text }) => text)
    .join(' '),
  opens: from === 0,
  weight: 1,
});

/** The first value of the field's kind that a place holds; `behind`: right behind the label, so that less must prove it a number. */
export function valueIn(paper: Paper, field: HintedField, place: Place, behind: boolean): Spot | null {
  const { page } = place.segment;
  if (field === 'invoice_number') {
    const found = numberAt(place, !behind);
    return found && { ...found, trust: 1 };
  }
  if (field === 'date' || field === 'due_date') return dayAt(paper, place);
  const own = new Set(place.tokens);
  const amount = (paper.amounts[place.segment.line] ?? []).findLast(
    ({ segment, tokens }) => segment === place.segment && tokens.length > 0 && tokens.every((token) => own.has(token)),
  );
  return amount ? { value: amount.minor, tokens: amount.tokens, page, trust: 1 } : null;
}

function dayAt(paper: Paper, { tokens, text, segment }: Place): Spot | null {
  const [found] = datesIn(text, { compact: true });
  if (!found) return null;
  const { order, trust } = orderOf(paper);
  const doubtful = found.numeric && found.dmy !== null && found.mdy !== null;
  let position = 0;
  const own = tokens.filter((token) => {
    const start = position;
    position += token.text.length + 1;
    return start < found.at + found.text.length && start + token.text.length > found.at;
  });
  return { value: dayIn(found, order), tokens: own, page: segment.page, trust: doubtful ? trust : 1 };
}

const orders = new WeakMap<Paper, { readonly order: DateOrder; readonly trust: number }>();

/** Worked out once a paper. */
function orderOf(paper: Paper): { readonly order: DateOrder; readonly trust: number } {
  const known = orders.get(paper) ?? dateOrder(paper, placedDates(paper));
  orders.set(paper, known);
  return known;
}
