import { amountCell, currencyNamed } from '../domain/import/amount-cell.ts';
import type { InvoiceFilter } from '../domain/invoice-filter.ts';
import { isCurrency } from '../domain/money.ts';

type Bound = 'over' | 'least' | 'under' | 'most';
type Said = { readonly decimal: string; readonly currency: string | null };

/** How many of the words were understood, and as what; null where they are of something else. */
export type Taken = { readonly words: number; readonly filter: InvoiceFilter } | null;

const comparisons: readonly (readonly [RegExp, Bound])[] = [
  [/^(over|above|exceeding|(more|greater|larger|higher) than)$/, 'over'],
  [/^(under|below|(less|lower|smaller) than)$/, 'under'],
  [/^(at least|min|minimum)$/, 'least'],
  [/^(at most|up to|max|maximum)$/, 'most'],
];
const signs: Readonly<Record<string, Bound>> = {
  '>': 'over',
  '>=': 'least',
  '≥': 'least',
  '<': 'under',
  '<=': 'most',
  '≤': 'most',
};

/** Amounts that begin the words: "over 500", "more than €1.000,50", ">500 USD", "between 100 and 200". */
export function amountsAt(words: readonly string[]): Taken {
  return between(words) ?? signed(words) ?? compared(words);
}

function compared(words: readonly string[]): Taken {
  for (const length of [2, 1]) {
    const said = words.slice(0, length).join(' ').toLowerCase();
    const bound = comparisons.find(([words]) => words.test(said))?.[1];
    const amount = bound && amountAt(words.slice(length));
    if (bound && amount)
      return { words: length + amount.words, filter: bounds({ [bound]: amount.said.decimal }, amount.said) };
  }
  return null;
}

function signed([first = '', ...rest]: readonly string[]): Taken {
  const [, sign, glued] = /^([<>]=?|[≥≤])(.*)$/.exec(first) ?? [];
  const bound = sign === undefined ? undefined : signs[sign];
  const amount = amountAt(glued ? [glued, ...rest] : rest);
  if (!bound || !amount) return null;
  return { words: amount.words + (glued ? 0 : 1), filter: bounds({ [bound]: amount.said.decimal }, amount.said) };
}

function between([first = '', ...rest]: readonly string[]): Taken {
  if (first.toLowerCase() !== 'between') return null;
  const low = amountAt(rest);
  const joint = low && rest[low.words]?.toLowerCase();
  const high = low && (joint === 'and' || joint === 'to') ? amountAt(rest.slice(low.words + 1)) : null;
  if (!low || !high) return null;
  const [least, most] = [low.said.decimal, high.said.decimal].toSorted((a, b) => Number(a) - Number(b));
  const currency = low.said.currency ?? high.said.currency;
  return { words: low.words + high.words + 2, filter: bounds({ least, most }, { currency }) };
}

const bounds = (filter: InvoiceFilter, { currency }: Pick<Said, 'currency'>): InvoiceFilter => ({
  ...filter,
  ...(currency !== null && { currency }),
});

/** An amount in any notation, with its currency before or after it. */
function amountAt(words: readonly string[]): { readonly words: number; readonly said: Said } | null {
  const [first = '', second = ''] = words;
  const lead = currencyOf(first);
  if (lead !== null) {
    const said = amountIn(second);
    return said && { words: 2, said: { ...said, currency: lead } };
  }
  const said = amountIn(first);
  const after = currencyOf(second);
  if (!said) return null;
  return after !== null && said.currency === null
    ? { words: 2, said: { ...said, currency: after } }
    : { words: 1, said };
}

const currencyOf = (word: string): string | null =>
  isCurrency(word.toUpperCase()) || /^\p{Sc}$/u.test(word) ? currencyNamed(word) : null;

function amountIn(word: string): Said | null {
  const [, short, thousand] = /^(.*\d)(k)?$/i.exec(word) ?? [word, word];
  const text = short ?? word;
  const cell = amountCell(text, /,\d{3}$/.test(text) ? '.' : ','); // a lone group of three is thousands
  if (cell === null) return null;
  const decimal = thousand ? String(Number(cell.decimal) * 1000) : cell.decimal;
  const currency = cell.mark === null ? null : currencyNamed(cell.mark);
  return /^-?\d{1,15}(\.\d{1,4})?$/.test(decimal) ? { decimal, currency } : null;
}
