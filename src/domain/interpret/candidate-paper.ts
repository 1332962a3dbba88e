import type { Box, Page, Word } from '../page.ts';
import type { Candidate, Expense, Seen } from '../reading.ts';
import { type Amount, type AmountStyle, amountsIn } from './amounts.ts';
import type { LabelKind } from './label-words.ts';
import { labelsOf } from './labels.ts';
import { type Line, linesOf } from './lines.ts';

/** The candidates of an answer laid out as the print they were cut from, for answers that do not tell the words of their pages. */
export function pagesOfCandidates({ fields, rows }: Expense): readonly Page[] {
  const cells = rows.flat().filter(({ type }) => type !== 'EXPENSE_ROW');
  const seen = [...fields, ...cells].flatMap(textsOf);
  const byPage = Map.groupBy(seen, ({ page }) => page);
  return [...byPage]
    .map(([number, texts]): Page => ({ number, width: 1000, height: 1400, source: 'ocr', words: laidOut(texts) }))
    .sort((a, b) => a.number - b.number);
}

/** A label and its value; on one line when nobody says where they stand. */
function textsOf({ label, value }: Candidate): readonly Seen[] {
  if (!label) return [value];
  return value.box ? [label, value] : [{ ...value, text: `${label.text} ${value.text}` }];
}

/** An address comes whole and in its parts: what lies within a larger text is left out. What has no place stands below the rest. */
function laidOut(texts: readonly Seen[]): readonly Word[] {
  const placed: Box[] = [];
  const words: Word[] = [];
  const sorted = texts.filter(({ text }) => text !== '').toSorted((a, b) => area(b.box) - area(a.box));
  let below = 1.02;
  for (const { text, confidence, box } of sorted) {
    if (box && placed.some((other) => within(box, other))) continue;
    if (box) placed.push(box);
    const lines = text.split('\n');
    const place = box ?? { left: 0.05, top: below, width: 0.012 * text.length, height: 0.015 * lines.length };
    if (!box) below += 0.02 * lines.length;
    lines.forEach((line, index) => {
      const height = place.height / lines.length;
      words.push(...wordsIn(line, confidence, { ...place, top: place.top + index * height, height: height * 0.8 }));
    });
  }
  return words;
}

const area = (box: Box | undefined): number => (box ? box.width * box.height : 0);

function within(box: Box, other: Box): boolean {
  const overlap = (from: 'left' | 'top', size: 'width' | 'height') =>
    Math.max(0, Math.min(box[from] + box[size], other[from] + other[size]) - Math.max(box[from], other[from]));
  return overlap('left', 'width') * overlap('top', 'height') > 0.6 * area(box);
}

function wordsIn(line: string, confidence: number, box: Box): readonly Word[] {
  const letter = box.width / Math.max(line.length, 1);
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    confidence,
    box: { ...box, left: box.left + index * letter, width: text.length * letter },
  }));
}

/** A text as one printed line. */
export function lineOf(text: string): Line | null {
  const flat = text.replace(/\s+/g, ' ').trim();
  const words = wordsIn(flat, 1, { left: 0, top: 0, width: 1, height: 1 });
  const page: Page = { number: 1, width: flat.length * 6, height: 10, source: 'text', words };
  return linesOf([page])[0] ?? null;
}

/** What the label of a candidate says it is. */
export function labelKinds({ label }: Candidate): readonly LabelKind[] {
  const line = label && lineOf(label.text);
  return line ? labelsOf(line, true).map(({ kind }) => kind) : [];
}

/** The amount that a text states: the one with a currency mark, else the last. "P21.50/Unit" states one, "300-00" none. */
export function amountIn(text: string, style: AmountStyle): Amount | null {
  const bare = text
    .replace(/(?<=\d)\s?\/\s?\p{L}.*$/su, '')
    .replace(/^[/:*=#\s]+/u, '')
    .replace(/^\p{L}(?=\d)/u, '');
  const line = lineOf(bare);
  if (!line) return null;
  const amounts = line.segments
    .flatMap((segment) => amountsIn(segment, style, true))
    .filter((amount) => !amount.percent);
  return amounts.findLast((amount) => amount.marked) ?? amounts.at(-1) ?? null;
}
