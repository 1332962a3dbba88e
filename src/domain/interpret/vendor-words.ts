import { wordsOf } from './fold.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';

/** The words of the paper, each with the lines that hold it, and those of the buyers. */
export type Words = { readonly lines: ReadonlyMap<string, ReadonlySet<number>>; readonly buyers: ReadonlySet<string> };

/** The words that a name may echo. */
export function printedWords(paper: Paper, buyers: ReadonlySet<Segment>, names: readonly string[]): Words {
  const lines = new Map<string, Set<number>>();
  for (const segment of paper.lines.flatMap((line) => line.segments)) {
    if (buyers.has(segment)) continue;
    for (const word of wordsOf(segment.text)) lines.set(word, (lines.get(word) ?? new Set()).add(segment.line));
  }
  return { lines, buyers: new Set(names.flatMap((name) => leadOf(name) ?? [])) };
}

/** The first word of a name that tells it from others. */
export const leadOf = (name: string): string | undefined =>
  wordsOf(name).find((word) => word.length > 3 && !/\d/.test(word) && !common.has(word));

const common = new Set(
  'gmbh,sarl,etablissements,cabinet,studio,hotel,societe,company,group,firma,maison,restaurant,agence,garage,the'.split(
    ',',
  ),
);
