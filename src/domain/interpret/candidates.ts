import { addDays, type IsoDate } from '../calendar.ts';
import { type Currency, isCurrency } from '../money.ts';
import type { Page } from '../page.ts';
import type { Candidate, Check, Expense, Field, Fields, FieldsReading, InvoiceReading } from '../reading.ts';
import { fieldOf, named, trustOf } from './candidate-choice.ts';
import { expensesOf, type Joined } from './candidate-joins.ts';
import { amountIn, labelKinds, lineOf, pagesOfCandidates } from './candidate-paper.ts';
import { rowsOf } from './candidate-rows.ts';
import { totalsOf } from './candidate-totals.ts';
import { vendorOf } from './candidate-vendor.ts';
import { checksOf } from './checks.ts';
import { currencyIn } from './currency.ts';
import { dateOrder, placedDates } from './date-places.ts';
import { type DateOrder, datesIn, dayIn } from './dates.ts';
import { withHints } from './hinted.ts';
import { kindOf } from './kind.ts';
import { plain } from './number-print.ts';
import { type Context, type Paper, paperOf } from './paper.ts';
import { asBooked } from './signs.ts';
import { vatIdsIn } from './tax-ids.ts';
import { termsIn } from './terms.ts';

/** What the words of the pages say by themselves; asked where the reader named no field. */
export type ReadPages = (pages: readonly Page[]) => InvoiceReading;

/** The invoices of an answer in which the reader named the fields. Each field is chosen among its candidates by the paper's own evidence. */
export function interpretFields(
  reading: FieldsReading,
  context: Context,
  readPages: ReadPages,
): readonly InvoiceReading[] {
  return expensesOf(reading)
    .map((joined) => interpretExpense(joined, reading.unread, context, readPages))
    .filter(({ fields, lines }) => fields.total || fields.vendor || fields.invoice_number || lines.length > 0);
}

function interpretExpense(
  { expense, printed, from, to }: Joined,
  unread: readonly number[],
  context: Context,
  readPages: ReadPages,
): InvoiceReading {
  const paper = paperOf(printed.length > 0 ? printed : pagesOfCandidates(expense), context);
  const currency = currencyOf(expense, paper);
  const style = { ...paper.style, currency: currency?.value ?? paper.style.currency };
  const lines = rowsOf(expense, style);
  const totals = totalsOf(expense, lines, style);
  const own: Fields = {
    ...textFields(expense),
    ...dateFields(expense, paper),
    ...(currency && { currency }),
    ...totals.fields,
  };
  const fields = printed.length > 0 ? filled(own, readPages(printed).fields) : own;
  const missing = unread.filter((page) => page >= from && page <= to);
  const read: InvoiceReading = {
    kind: kindOf(paper),
    pageFrom: from,
    pageTo: to,
    fields,
    lines,
    checks: [
      ...checksOf(fields, lines, context.today),
      ...(totals.check ? [totals.check] : []),
      ...(missing.length > 0 ? [unreadCheck(missing)] : []),
    ],
  };
  return asBooked(withHints(read, paper, context.hints?.[from]));
}

const unreadCheck = (pages: readonly number[]): Check => ({
  name: 'pages',
  ok: false,
  says: `Page ${pages.join(', ')} could not be read; look at it yourself.`,
});

/** No more than this is believed of a field that the reader did not name, though the words of the page seem to tell it; what they hardly tell is left out. */
const unnamed = 0.75;
const hardly = 0.6;

/** What the answer lacks is taken from the words of its pages. Amounts come together or not at all: they were chosen to fit. */
function filled(own: Fields, printed: Fields): Fields {
  const { net, tax, total, ...rest } = printed;
  const lacking = Object.entries(own.total ? rest : printed).filter(
    ([name, field]) => own[name as keyof Fields] === undefined && field.confidence >= hardly, // Object.entries widens the keys
  );
  const doubted = lacking.map(([name, field]) => [
    name,
    { ...field, confidence: Math.min(field.confidence, name === 'iban' ? 0.97 : unnamed) },
  ]);
  return { ...Object.fromEntries(doubted), ...own };
}

function textFields(expense: Expense): Fields {
  const vendor = vendorOf(expense);
  const invoice_number = numberOf(expense);
  const vendor_tax_id = taxIdOf(expense);
  return {
    ...(vendor && { vendor }),
    ...(invoice_number && { invoice_number }),
    ...(vendor_tax_id && { vendor_tax_id }),
  };
}

/** Several numbers leave a doubt, unless they are one written in two ways. */
function numberOf(expense: Expense): Field<string> | null {
  const found = named(expense, 'INVOICE_RECEIPT_ID').filter(({ value }) => plain(value.text) !== '');
  const [best] = found.toSorted((a, b) => weight(b) - weight(a));
  if (!best) return null;
  const rivals = new Set(found.map(({ value }) => plain(value.text))).size - 1;
  const value = best.value.text.replace(/\s+/g, ' ').replace(/^[#:№.\s]+|[\s,;:.]+$/gu, '');
  return fieldOf(value, best, 1 - Math.min(rivals, 2) * 0.2);
}

const weight = (candidate: Candidate): number =>
  trustOf(candidate) +
  (labelKinds(candidate)[0] === 'number' ? 0.2 : 0) -
  (/order|check|table/i.test(candidate.label?.text ?? '') ? 0.3 : 0);

function taxIdOf(expense: Expense): Field<string> | null {
  const types = ['VENDOR_VAT_NUMBER', 'VENDOR_GST_NUMBER', 'VENDOR_ABN_NUMBER', 'VENDOR_PAN_NUMBER', 'TAX_PAYER_ID'];
  const receiver = new Set(
    named(expense, ...types.map((type) => type.replace('VENDOR', 'RECEIVER'))).map(({ value, type }) =>
      type === 'TAX_PAYER_ID' ? '' : plain(value.text),
    ),
  );
  const own = named(expense, ...types).filter(
    ({ value, groups }) => !receiver.has(plain(value.text)) && !groups.some((group) => group.startsWith('RECEIVER')),
  );
  const best = types.flatMap((type) => own.filter((candidate) => candidate.type === type))[0];
  if (!best) return null;
  const value = vatIdsIn(best.value.text)[0]?.value ?? best.value.text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
  return fieldOf(value, best);
}

function dateFields(expense: Expense, paper: Paper): Fields {
  const order = dateOrder(paper, placedDates(paper));
  const issued = daysOf(named(expense, 'INVOICE_RECEIPT_DATE'), order);
  const [date] = issued;
  const due = daysOf(named(expense, 'DUE_DATE'), order).find(({ value }) => !date || value >= date.value);
  const terms = date && !due ? termsIn(paper) : null;
  const others = new Set(issued.map(({ value }) => value)).size - 1;
  return {
    ...(date && { date: { ...date, confidence: Math.max(0.05, date.confidence - Math.min(others, 2) * 0.2) } }),
    ...(due && { due_date: due }),
    ...(date &&
      terms && { due_date: { value: addDays(date.value, terms.days), confidence: Math.min(date.confidence, 0.85) } }),
  };
}

type Order = { readonly order: DateOrder; readonly trust: number };

/** What the candidates mean; one that calls itself the invoice's date before one that is another's. */
function daysOf(candidates: readonly Candidate[], { order, trust }: Order): readonly Field<IsoDate>[] {
  return candidates
    .toSorted((a, b) => dateWeight(b) - dateWeight(a))
    .flatMap((candidate) => {
      const [found] = datesIn(candidate.value.text, { compact: true });
      if (!found) return [];
      const doubtful = found.numeric && found.dmy !== null && found.mdy !== null;
      return [fieldOf(dayIn(found, order), candidate, doubtful ? trust : 1)];
    });
}

const dateWeight = (candidate: Candidate): number => {
  const kinds = labelKinds(candidate);
  return (
    trustOf(candidate) +
    (kinds.includes('date') || kinds.includes('due') ? 0.2 : 0) -
    (kinds.includes('otherDate') ? 0.5 : 0)
  );
};

/** The code that the reader gives its amounts, else what marks and the vendor's own country tell. Where the buyer lives, or a patient was treated, says nothing. */
function currencyOf(expense: Expense, paper: Paper): Field<Currency> | null {
  const all = [...expense.fields, ...expense.rows.flat()];
  const votes = all.flatMap(({ currency }) => (currency && isCurrency(currency.code) ? [currency] : []));
  const [best] = [...Map.groupBy(votes, ({ code }) => code)].toSorted((a, b) => b[1].length - a[1].length);
  if (!best) return markedCurrency(all, paper);
  const [code, same] = best;
  const confidence = Math.max(...same.map((vote) => vote.confidence)) * (same.length / votes.length);
  return { value: code, confidence: Math.min(0.99, confidence) };
}

function markedCurrency(candidates: readonly Candidate[], paper: Paper): Field<Currency> | null {
  const own = candidates.filter(
    ({ type, value, groups }) =>
      type.startsWith('VENDOR') ||
      groups.some((group) => group.startsWith('VENDOR')) ||
      amountIn(value.text, paper.style)?.marked,
  );
  const lines = own.map(({ value }) => lineOf(value.text)).filter((line) => line !== null);
  const marked = currencyIn(lines, true);
  if (!marked || paper.currency?.value === marked.value) return paper.currency;
  return { ...marked, confidence: Math.min(marked.confidence, unnamed) };
}
