import type { IsoDate } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { Page } from '../page.ts';
import type { Field } from '../reading.ts';
import { type Amount, type AmountStyle, amountsIn, decimalSign } from './amounts.ts';
import { currencyIn } from './currency.ts';
import type { Hints } from './hinted.ts';
import { type Label, labelsOf } from './labels.ts';
import { boxOf, type Line, linesOf, median, type Token } from './lines.ts';

/** All that is known of one document's print before any field is chosen. */
export type Paper = {
  readonly pages: readonly Page[];
  readonly lines: readonly Line[];
  /** By line. */
  readonly labels: readonly (readonly Label[])[];
  /** By line; percentages left out. */
  readonly amounts: readonly (readonly Amount[])[];
  readonly percents: readonly (readonly Amount[])[];
  readonly currency: Field<Currency> | null;
  readonly style: AmountStyle;
  /** Some page was read by OCR. */
  readonly scanned: boolean;
  readonly text: string;
  /** The usual height of a letter on it. */
  readonly height: number;
  readonly today: IsoDate;
};

export type Context = { readonly today: IsoDate; readonly home?: Currency; readonly hints?: Hints };

/** Reads the pages of one document as lines, labels and amounts. */
export function paperOf(pages: readonly Page[], context: Context): Paper {
  const lines = linesOf(pages);
  const scanned = pages.some((page) => page.source === 'ocr');
  const currency = currencyIn(lines, scanned, context.home);
  const code = currency && currency.confidence >= 0.5 ? currency.value : null;
  const style = { sign: decimalSign(lines.map((line) => line.text)), currency: code };
  const all = lines.map((line) => line.segments.flatMap((segment) => amountsIn(segment, style, scanned)));
  return {
    pages,
    lines,
    labels: lines.map((line) => labelsOf(line, scanned)),
    amounts: all.map((list) => list.filter((amount) => !amount.percent)),
    percents: all.map((list) => list.filter((amount) => amount.percent)),
    currency,
    style,
    scanned,
    text: lines.map((line) => line.text).join('\n'),
    height: median(lines.map((line) => line.height)),
    today: context.today,
  };
}

/** Where tokens stand, as a field tells it. */
export function foundAt(paper: Paper, tokens: readonly Token[], page: number): NonNullable<Field<unknown>['found']> {
  const sheet = paper.pages.find(({ number }) => number === page);
  const text = tokens.map((token) => token.text).join(' ');
  return sheet && tokens.length > 0 ? { text, page, box: boxOf(tokens, sheet) } : { text, page };
}
