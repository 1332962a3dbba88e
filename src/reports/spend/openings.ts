import { addDays } from '../../domain/calendar.ts';
import type { InvoiceFilter } from '../../domain/invoice-filter.ts';
import { firstDay, lastDay, monthName, monthOf } from '../../domain/months.ts';
import type { Period } from '../../domain/period.ts';
import type { Opening, Question } from '../../engine/report.ts';

type Figures = { readonly invoices: number; readonly minor: bigint };
type Filters = Pick<InvoiceFilter, 'vendor' | 'category'>;

const filtersOf = ({ vendor, category }: Question): Filters => ({
  ...(vendor !== null && { vendor }),
  ...(category !== null && { category }),
});

/** Invoices that count as spend of the question; `more` narrows them, or puts other days in place of the period's. */
export const spentIn = (question: Question, more: InvoiceFilter = {}): InvoiceFilter => ({
  counted: true,
  currency: question.currency,
  dates: question.period,
  ...filtersOf(question),
  ...more,
});

/** Invoices with something to pay that fall due on these days. */
export const dueIn = (question: Question, due: Period): InvoiceFilter => ({
  owed: true,
  currency: question.currency,
  due,
  ...filtersOf(question),
});

export const overdueIn = (question: Question): InvoiceFilter =>
  dueIn(question, { from: '0001-01-01', to: addDays(question.today, -1), says: 'before today' });

/** What waits in review, of any currency and time. */
export const inReviewIn = (question: Question): InvoiceFilter => ({ states: ['review'], ...filtersOf(question) });

/** Duplicates that were held or thrown out among what came in within the period. */
export const stoppedIn = (question: Question): InvoiceFilter => ({
  stopped: true,
  added: question.period,
  ...filtersOf(question),
});

/** All of the answer at once. */
export const whole = (question: Question, { invoices, minor }: Figures): Opening => ({
  key: 'all',
  group: 'Figures',
  label: question.period.says,
  invoices,
  minor,
  filter: spentIn(question),
});

/** By months of the period; its ends may cut one short. */
export function months(
  question: Question,
  rows: readonly (Figures & { readonly month: string })[],
): readonly Opening[] {
  const { from, to } = question.period;
  return rows.map(({ month, invoices, minor }) => {
    const number = monthOf(`${month}-01`);
    const says = monthName(number);
    const [, first = from] = [firstDay(number), from].toSorted();
    const [last = to] = [lastDay(number), to].toSorted();
    const dates = { from: first, to: last, says };
    return { key: month, group: 'Months', label: says, invoices, minor, filter: spentIn(question, { dates }) };
  });
}

/** The one of this id, or all that have none. */
export const idOf = (id: bigint | null): string => (id === null ? 'none' : String(id));
