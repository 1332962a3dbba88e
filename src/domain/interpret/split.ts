import type { Page } from '../page.ts';
import { fold } from './fold.ts';
import { numbersIn, plain } from './number-field.ts';
import { type Context, paperOf } from './paper.ts';

/** The pages of each document of a file, in order. A page begins a new one when it says it is page 1, or bears another number. */
export function documentsOf(pages: readonly Page[], context: Context): readonly (readonly Page[])[] {
  const filled = pages.filter((page) => page.words.length > 0);
  if (filled.length < 2) return filled.length === 0 ? [] : [filled];
  const documents: Page[][] = [];
  let current: string | null = null;
  for (const page of filled) {
    const paper = paperOf([page], context);
    const mark = pageMark(paper.text);
    const [best] = numbersIn(paper);
    const number = best && best.score >= 2.4 && plain(best.value).length >= 3 ? plain(best.value) : null;
    const document = documents[documents.length - 1];
    const other =
      number !== null &&
      current !== null &&
      number !== current &&
      !paper.text.split(/\s+/).some((word) => plain(word) === current);
    if (!document || starts(mark, other, number !== null)) {
      documents.push([page]);
      current = number;
    } else {
      document.push(page);
      current ??= number;
    }
  }
  return documents;
}

function starts(mark: Mark | null, other: boolean, numbered: boolean): boolean {
  if (mark && mark.number > 1) return false;
  if (other) return true;
  return mark !== null && mark.number === 1 && (mark.of === 1 || numbered);
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
