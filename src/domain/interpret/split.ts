import type { Page } from '../page.ts';
import { fold } from './fold.ts';
import { numbersIn } from './number-field.ts';
import { plain } from './number-print.ts';
import { type Context, paperOf } from './paper.ts';
import { totalFields } from './totals.ts';

/** The pages of each document of a file, in order. A page begins a new one when it says it is page 1, bears another number, or proves another total. */
export function documentsOf(pages: readonly Page[], context: Context): readonly (readonly Page[])[] {
  const filled = pages.filter((page) => page.words.length > 0);
  if (filled.length < 2) return filled.length === 0 ? [] : [filled];
  const documents: Page[][] = [];
  let current: Sight | null = null;
  for (const page of filled) {
    const sight: Sight = look(page, context);
    const document = documents[documents.length - 1];
    if (!document || !current || begins(sight, current)) {
      documents.push([page]);
      current = sight;
    } else {
      document.push(page);
      current = joined(current, sight);
    }
  }
  return documents;
}

/** What a page alone says of the document it belongs to. */
type Sight = {
  readonly mark: Mark | null;
  readonly number: string | null;
  /** The total that it states and proves by its sums. */
  readonly total: bigint | null;
  readonly words: ReadonlySet<string>;
};

function look(page: Page, context: Context): Sight {
  const paper = paperOf([page], context);
  const [best] = numbersIn(paper);
  const { total } = totalFields(paper, new Set(), null);
  return {
    mark: pageMark(paper.text),
    number: best && best.score >= 1.8 ? plain(best.value) : null,
    total: total && total.confidence >= 0.9 ? total.value : null,
    words: new Set(paper.text.split(/\s+/).map(plain)),
  };
}

/** What is known of a document when a page joins it. */
const joined = (known: Sight, next: Sight): Sight => ({
  ...known,
  number: known.number ?? next.number,
  total: next.total ?? known.total,
});

function begins(sight: Sight, current: Sight): boolean {
  if (sight.mark && sight.mark.number > 1) return false;
  const other = sight.number !== null && current.number !== null && sight.number !== current.number;
  if (other) return !(current.number && sight.words.has(current.number) && sight.total === null);
  if (sight.number !== null && sight.number === current.number) return false;
  if (sight.mark?.number === 1 && (sight.mark.of === 1 || sight.number !== null)) return true;
  return sight.total !== null && current.total !== null && sight.total !== current.total;
}

type Mark = { readonly number: number; readonly of: number | null };

/** "Page 2 of 3", "Seite 2/3", "2 / 3" at an edge: which page of how many this is. */
function pageMark(text: string): Mark | null {
  const match =
    /\b(?:page|seite|pagina|pag|pg|strona|str|blatt|hoja|folha|blad|bladzijde|foglio)[.:]?(?: ?(?:no|nr|n)[.:°]*)? ?(\d{1,3})(?: ?(?:of|von|sur|de|di|van|z|\/|aus) ?(\d{1,3}))?\b/.exec(
      fold(text),
    );
  if (!match) return null;
  return { number: Number(match[1]), of: match[2] === undefined ? null : Number(match[2]) };
}
