import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { Box, Page, Word } from '../../domain/page.ts';
import type { Candidate, Expense, FieldsReading, Seen } from '../../domain/reading.ts';

/** The parts of an AnalyzeExpense answer that Penny reads; older answers lack Currency, GroupProperties and Blocks. https://docs.aws.amazon.com/textract/latest/dg/API_ExpenseDocument.html */
const Geometry = z
  .object({
    BoundingBox: z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() }).partial(),
  })
  .partial()
  .nullish();
const Detection = z.object({ Text: z.string().nullish(), Confidence: z.number().nullish(), Geometry }).nullish();
const ExpenseField = z.object({
  Type: z.object({ Text: z.string().nullish(), Confidence: z.number().nullish() }).nullish(),
  LabelDetection: Detection,
  ValueDetection: Detection,
  PageNumber: z.number().int().positive().nullish(),
  Currency: z.object({ Code: z.string().nullish(), Confidence: z.number().nullish() }).nullish(),
  GroupProperties: z.array(z.object({ Types: z.array(z.string()).nullish() })).nullish(),
});
const LineItem = z.object({ LineItemExpenseFields: z.array(ExpenseField).nullish() });
const Block = z.object({
  BlockType: z.string().nullish(),
  Text: z.string().nullish(),
  Confidence: z.number().nullish(),
  Page: z.number().int().positive().nullish(),
  Geometry,
});
const ExpenseDocument = z.object({
  ExpenseIndex: z.number().int().nullish(),
  SummaryFields: z.array(ExpenseField).nullish(),
  LineItemGroups: z.array(z.object({ LineItems: z.array(LineItem).nullish() })).nullish(),
  Blocks: z.array(Block).nullish(),
});
const Answer = z.object({
  DocumentMetadata: z.object({ Pages: z.number().int().nonnegative().nullish() }).nullish(),
  ExpenseDocuments: z.array(ExpenseDocument),
  Warnings: z.array(z.object({ Pages: z.array(z.number().int()).nullish() })).nullish(),
});
type ExpenseDocument = z.infer<typeof ExpenseDocument>;
type ExpenseField = z.infer<typeof ExpenseField>;

/** What the answers to one file say, in the order they came; one for a picture, up to 20 results each for a long file. Throws for what is no such answer. */
export function readingOf(answers: readonly unknown[]): FieldsReading {
  const parsed = answers.map((answer) => Answer.parse(answer));
  const papers = together(parsed.flatMap((answer) => answer.ExpenseDocuments));
  return {
    kind: 'fields',
    reader: 'textract',
    documents: papers.map(expenseOf),
    pages: pagesOf(papers),
    unread: [...new Set(parsed.flatMap(({ Warnings }) => (Warnings ?? []).flatMap(({ Pages }) => Pages ?? [])))],
  };
}

/** A recorded answer from a JSON file. Throws Fault('invalid') when it is none. */
export function recordedReading(json: string): FieldsReading {
  try {
    return readingOf([JSON.parse(json)]);
  } catch (cause) {
    const says =
      'This JSON is no recorded Textract answer. Give an AnalyzeExpense answer, or the PDF or picture itself.';
    throw new Fault('invalid', says, { cause });
  }
}

/** How many pages Textract read, as it says. */
export const pagesRead = (answer: unknown): number => Answer.parse(answer).DocumentMetadata?.Pages ?? 1;

/** A paper may be told in two parts, at the end of one answer and at the start of the next. */
function together(papers: readonly ExpenseDocument[]): readonly ExpenseDocument[] {
  const joined: ExpenseDocument[] = [];
  for (const paper of papers) {
    const last = joined.at(-1);
    if (!last || paper.ExpenseIndex == null || last.ExpenseIndex !== paper.ExpenseIndex) joined.push(paper);
    else
      joined[joined.length - 1] = {
        ExpenseIndex: paper.ExpenseIndex,
        SummaryFields: [...(last.SummaryFields ?? []), ...(paper.SummaryFields ?? [])],
        LineItemGroups: [...(last.LineItemGroups ?? []), ...(paper.LineItemGroups ?? [])],
        Blocks: [...(last.Blocks ?? []), ...(paper.Blocks ?? [])],
      };
  }
  return joined;
}

const expenseOf = ({ SummaryFields, LineItemGroups }: ExpenseDocument): Expense => ({
  fields: (SummaryFields ?? []).map(candidateOf),
  rows: (LineItemGroups ?? []).flatMap(({ LineItems }) =>
    (LineItems ?? []).map(({ LineItemExpenseFields }) => (LineItemExpenseFields ?? []).map(candidateOf)),
  ),
});

function candidateOf(field: ExpenseField): Candidate {
  const page = field.PageNumber ?? 1;
  const code = field.Currency?.Code;
  return {
    type: field.Type?.Text ?? 'OTHER',
    typeConfidence: share(field.Type?.Confidence),
    label: field.LabelDetection?.Text ? seenOf(field.LabelDetection, page) : null,
    value: seenOf(field.ValueDetection, page),
    currency: code ? { code, confidence: share(field.Currency?.Confidence) } : null,
    groups: [...new Set((field.GroupProperties ?? []).flatMap(({ Types }) => Types ?? []))],
  };
}

function seenOf(detection: z.infer<typeof Detection>, page: number): Seen {
  const box = boxOf(detection?.Geometry);
  return { text: detection?.Text ?? '', confidence: share(detection?.Confidence), page, ...(box && { box }) };
}

/** Textract counts confidence to 100. */
const share = (confidence: number | null | undefined): number =>
  Math.round(Math.min(Math.max(confidence ?? 0, 0), 100) * 100) / 10_000;

function boxOf(geometry: z.infer<typeof Geometry>): Box | null {
  const { Left: left, Top: top, Width: width, Height: height } = geometry?.BoundingBox ?? {};
  if (left === undefined || top === undefined || width === undefined || height === undefined) return null;
  return { left, top, width, height };
}

/** The words of the pages, where the answer tells them. */
function pagesOf(papers: readonly ExpenseDocument[]): readonly Page[] {
  const words = papers.flatMap(({ Blocks }) =>
    (Blocks ?? []).flatMap((block): readonly (Word & { readonly page: number })[] => {
      const box = boxOf(block.Geometry);
      if (block.BlockType !== 'WORD' || !block.Text || !box) return [];
      return [{ text: block.Text, confidence: share(block.Confidence), box, page: block.Page ?? 1 }];
    }),
  );
  return [...Map.groupBy(words, ({ page }) => page)]
    .map(([number, found]): Page => {
      const unique = new Map(
        found.map(({ page: _, ...word }) => [`${word.text} ${word.box.left} ${word.box.top}`, word]),
      );
      return {
        number,
        width: 1000,
        height: heightFor([...unique.values()]),
        source: 'ocr',
        words: [...unique.values()],
      };
    })
    .sort((a, b) => a.number - b.number);
}

/** Boxes are fractions of a page whose shape is not told: letters, about two thirds as wide as their word is high, tell it. For a page 1000 wide. */
function heightFor(words: readonly Word[]): number {
  const ratios = words
    .filter(({ text, box }) => text.length > 2 && box.height > 0)
    .map(({ text, box }) => box.width / text.length / box.height)
    .sort((a, b) => a - b);
  const usual = ratios[ratios.length >> 1];
  return usual ? 1000 * Math.min(Math.max(usual / 0.65, 0.6), 8) : 1414;
}
