import { datesIn } from './dates.ts';
import { fold } from './fold.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';

/** "Bremen, den 3.5.2025", "Lausanne, le 19 juin", "Mantova, 9 settembre": where a letter was written, folded; `null` when it does not say. */
export function townOfIssue(paper: Paper): string | null {
  for (const { segments } of paper.lines.slice(0, Math.max(12, Math.ceil(paper.lines.length / 2)))) {
    for (const { text } of segments) {
      const [, town, rest = ''] =
        /^(\p{Lu}[\p{L}.' /-]{2,30}?),? (?:(?:den|dem|am|le|a|il|lì|li|dnia|em|den) )?(?=\d)(.*)$/u.exec(text) ?? [];
      const [date] = datesIn(rest);
      if (
        town &&
        date &&
        rest.startsWith(date.text) &&
        rest.length < date.text.length + 3 &&
        /,|\b(?:den|dnia)\b/.test(text)
      )
        return fold(town).replace(/,$/, '');
    }
  }
  return null;
}

/** Does the address at or below a name lie in the town? `null` where no address shows a town. */
export function livesIn(paper: Paper, name: Segment, town: string): boolean | null {
  for (const line of paper.lines.slice(name.line, name.line + 5)) {
    if (line.page !== name.page) return null;
    for (const segment of line.segments) {
      if (segment !== name && (segment.left >= name.right || segment.right <= name.left)) continue;
      const address = postcode.exec(segment.text)?.[1];
      if (address) return fold(address).startsWith(town) || town.startsWith(fold(address));
    }
  }
  return null;
}

const postcode =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}[- ])?\d{2}[- ]?\d{2,3}(?: ?[A-Z]{2})? (\p{Lu}[\p{L}'-]*\p{L}(?: \p{Lu}[\p{L}'-]+)*)/u;
