import { addDays, type IsoDate } from '../../domain/calendar.ts';
import { firstDay, lastDay, type MonthNumber, monthOf } from '../../domain/months.ts';
import type { Period } from '../../domain/period.ts';

/** Whole months, quarters or years in a row: each begins on a day from `first` to `last`. */
export type Span = { readonly months: 1 | 3 | 12; readonly first: IsoDate; readonly last: IsoDate };

/** Days that make no whole month; with sign -1 they are part of a span and must be taken off again. */
export type Edge = { readonly sign: 1 | -1; readonly from: IsoDate; readonly to: IsoDate };

type Days = Pick<Period, 'from' | 'to'>;

/**
 * The period as few whole units and few single days: never more than half a month at either end, since of more the rest of that month is taken off instead.
 * `largest` is the longest unit wanted.
 */
export function spansOf(
  { from, to }: Days,
  largest: Span['months'],
): { spans: readonly Span[]; edges: readonly Edge[] } {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === last) {
    const rest = [...days(1, from, to)];
    const off = [...days(-1, firstDay(first), addDays(from, -1)), ...days(-1, addDays(to, 1), lastDay(first))];
    return length(off) < length(rest)
      ? { spans: cut(first, first + 1, largest), edges: off }
      : { spans: [], edges: rest };
  }
  const start = whole(days(-1, firstDay(first), addDays(from, -1)), days(1, from, lastDay(first)));
  const end = whole(days(-1, addDays(to, 1), lastDay(last)), days(1, firstDay(last), to));
  const spans = cut(start.isWhole ? first : first + 1, end.isWhole ? last + 1 : last, largest);
  return { spans, edges: [...start.edges, ...end.edges] };
}

function whole(off: readonly Edge[], on: readonly Edge[]): { isWhole: boolean; edges: readonly Edge[] } {
  const isWhole = length(off) < length(on);
  return { isWhole, edges: isWhole ? off : on };
}

const days = (sign: Edge['sign'], from: IsoDate, to: IsoDate): readonly Edge[] =>
  from <= to ? [{ sign, from, to }] : [];

const length = (edges: readonly Edge[]): number =>
  edges.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0);

const smaller = { 12: 3, 3: 1, 1: 1 } as const;

/** Months from `first` up to, but not with, `end`. */
function cut(first: MonthNumber, end: MonthNumber, months: Span['months']): readonly Span[] {
  if (first >= end) return [];
  const [from, to] = [Math.ceil(first / months) * months, Math.floor(end / months) * months];
  if (from >= to) return cut(first, end, smaller[months]);
  const span = { months, first: firstDay(from), last: firstDay(to - months) };
  return [...cut(first, from, smaller[months]), span, ...cut(to, end, smaller[months])];
}
