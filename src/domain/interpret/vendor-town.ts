import { datesIn } from './dates.ts';
import { fold } from './fold.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';

/**
 * "Bremen, den 3.5.2025", "Lausanne, le 19 juin", "Mantova, 9 settembre": where a letter was written, folded. `null` when it does not say,
 * or when nobody on it lives there ("Monday, 3 May").
 */
export function townOfIssue(paper: Paper): string | null {
  const head = paper.lines.slice(0, Math.max(12, Math.ceil(paper.lines.length / 2)));
  const town = head.flatMap(({ segments }) => segments.flatMap(({ text }) => datedTown(text) ?? []))[0];
  if (town === undefined) return null;
  const addresses = paper.lines.flatMap(({ segments }) => segments.flatMap(({ text }) => townIn(text) ?? []));
  return addresses.some((address) => isSame(address, town)) ? town : null;
}

function datedTown(text: string): string | null {
  const [, town, rest = ''] =
    /^(\p{Lu}[\p{L}.' /-]{2,30}?)(?:, ?(?:den |am |le |a |il |lì |li |em |dnia )?| den | dnia )(?=\d)(.*)$/u.exec(
      text,
    ) ?? [];
  const [date] = datesIn(rest);
  const alone = date && rest.startsWith(date.text) && rest.length < date.text.length + 3;
  return town && alone ? fold(town) : null;
}

/** The town behind a postal code, folded. */
function townIn(text: string): string | null {
  const town = postcode.exec(text)?.[1];
  return town === undefined ? null : fold(town);
}

const isSame = (address: string, town: string): boolean => address.startsWith(town) || town.startsWith(address);

/** Does the address at or below a name lie in the town? `null` where no address shows a town. */
export function livesIn(paper: Paper, name: Segment, town: string): boolean | null {
  for (const line of paper.lines.slice(name.line, name.line + 5)) {
    if (line.page !== name.page) return null;
    for (const segment of line.segments) {
      if (segment !== name && (segment.left >= name.right || segment.right <= name.left)) continue;
      const address = townIn(segment.text);
      if (address !== null) return isSame(address, town);
    }
  }
  return null;
}

const postcode =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}[- ])?\d{2}[- ]?\d{2,3}(?: ?[A-Z]{2})? (\p{Lu}[\p{L}'-]*\p{L}(?: \p{Lu}[\p{L}'-]+)*)/u;
