import type { Page } from '../page.ts';
import type { Expense, FieldsReading } from '../reading.ts';
import { plain } from './number-print.ts';

/** One invoice of an answer: all its candidates, the words of its pages where the answer tells them and they are its alone, and where it stands. */
export type Joined = {
  readonly expense: Expense;
  readonly printed: readonly Page[];
  readonly from: number;
  readonly to: number;
};

type Placed = { readonly expense: Expense; readonly from: number; readonly to: number };

/** The invoices of an answer. Textract often makes an expense of each page: pages that go on with the same invoice are put together. */
export function expensesOf({ documents, pages }: FieldsReading): readonly Joined[] {
  const joined: Placed[] = [];
  for (const placed of documents.map(placedOf)) {
    const last = joined.at(-1);
    if (last && goesOn(last, placed)) joined[joined.length - 1] = together(last, placed);
    else joined.push(placed);
  }
  return joined.map((placed) => ({ ...placed, printed: alone(placed, joined) ? pagesOf(placed, pages) : [] }));
}

const pagesOf = ({ from, to }: Placed, pages: readonly Page[]): readonly Page[] =>
  pages.filter(({ number, words }) => number >= from && number <= to && words.length > 0);

/** Several papers may lie on one page; its words then belong to no one of them. */
const alone = (placed: Placed, all: readonly Placed[]): boolean =>
  all.every((other) => other === placed || other.to < placed.from || other.from > placed.to);

function placedOf(expense: Expense): Placed {
  const numbers = [...expense.fields, ...expense.rows.flat()].map(({ value }) => value.page);
  return { expense, from: numbers.length > 0 ? Math.min(...numbers) : 1, to: Math.max(1, ...numbers) };
}

function together(one: Placed, other: Placed): Placed {
  return {
    expense: {
      fields: [...one.expense.fields, ...other.expense.fields],
      rows: [...one.expense.rows, ...other.expense.rows],
    },
    from: Math.min(one.from, other.from),
    to: Math.max(one.to, other.to),
  };
}

/** Does the later page belong to the invoice before it? The same number says so; without one, nothing on it may speak of another invoice. */
function goesOn(before: Placed, after: Placed): boolean {
  if (after.from <= before.to) return false;
  const texts = ({ expense }: Placed, type: string) =>
    new Set(
      expense.fields
        .filter((field) => field.type === type)
        .map(({ value }) => plain(value.text))
        .filter(Boolean),
    );
  const agree = (type: string) => {
    const [one, other] = [texts(before, type), texts(after, type)];
    return other.size === 0 || share(one, other);
  };
  const number = texts(after, 'INVOICE_RECEIPT_ID');
  if (number.size > 0) return share(texts(before, 'INVOICE_RECEIPT_ID'), number);
  const totals = texts(before, 'TOTAL').size > 0 && texts(after, 'TOTAL').size > 0;
  return agree('VENDOR_NAME') && agree('INVOICE_RECEIPT_DATE') && (!totals || agree('TOTAL'));
}

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((text) => other.has(text));
