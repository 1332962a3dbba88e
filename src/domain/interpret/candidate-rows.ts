import type { Candidate, Expense, ReadLine } from '../reading.ts';
import type { AmountStyle } from './amounts.ts';
import { amountIn, lineOf } from './candidate-paper.ts';
import { labelsOf } from './labels.ts';

/** The line items of an answer. Textract calls a row's amount PRICE; its older answers TOTAL, and its text DESCRIPTION. */
export function rowsOf({ rows }: Expense, style: AmountStyle): readonly ReadLine[] {
  return rows
    .map((row) => lineItem(row, style))
    .filter((line) => (line.description !== '' || line.total !== null) && !sumsUp(line));
}

function lineItem(row: readonly Candidate[], style: AmountStyle): ReadLine {
  const texts = (...types: readonly string[]) =>
    row.filter(({ type, value }) => types.includes(type) && value.text.trim() !== '').map(({ value }) => value.text);
  const decimal = (type: string) =>
    texts(type)
      .map((text) => amountIn(text, style)?.decimal ?? null)
      .find((found) => found !== null) ?? null;
  const [named] = [texts('ITEM', 'DESCRIPTION'), texts('PRODUCT_CODE')].filter((found) => found.length > 0);
  const amounts = [texts('PRICE'), texts('TOTAL')].find((found) => found.length > 0) ?? [];
  return {
    description: (named ?? []).join(' ').replace(/\s+/g, ' ').trim(),
    quantity: decimal('QUANTITY'),
    unitPrice: decimal('UNIT_PRICE'),
    total: amountIn(amounts.at(-1) ?? '', style)?.minor ?? null,
  };
}

/** A row "Subtotal" or "VAT 19 %" at the end of a table is no item. */
function sumsUp({ description, quantity, unitPrice }: ReadLine): boolean {
  if (quantity !== null || unitPrice !== null) return false;
  const line = lineOf(description);
  const [label] = line ? labelsOf(line, true) : [];
  return (
    label?.opens === true &&
    ['gross', 'total', 'net', 'tax', 'amountDue'].includes(label.kind) &&
    /^[^\p{L}]*$/u.test(
      label.segment.tokens
        .slice(label.to)
        .map(({ text }) => text)
        .join(''),
    ) // nothing but a rate follows it
  );
}
