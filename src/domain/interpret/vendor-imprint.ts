import { wordsOf } from './fold.ts';
import { isLegalForm, upToForm } from './legal-forms.ts';
import type { Segment } from './lines.ts';
import type { Paper } from './paper.ts';
import type { VendorCandidate } from './vendor-candidate.ts';
import { registered } from './vendor-evidence.ts';
import { cleanName, isName } from './vendor-names.ts';

/** Companies named amid the small print at the foot, with their register or tax number: who sends the paper must say so there. */
export function imprintNames(paper: Paper, buyers: ReadonlySet<Segment>): readonly VendorCandidate[] {
  return paper.lines.flatMap((line) =>
    line.segments.flatMap((segment): readonly VendorCandidate[] => {
      if (segment.tokens.length < 8 || buyers.has(segment) || !isSmallPrint(paper, segment)) return [];
      const end = segment.tokens.findIndex(
        ({ text }, at) =>
          at > 0 && (/^(?:SA|AG|SE|NV|BV|AB)[,.;]?$/.test(text) || isLegalForm(text.replace(/[,.;:]+$/, ''))),
      );
      if (end < 1) return [];
      let from = end;
      while (
        from > 0 &&
        end - from < 7 &&
        /^(?:[\p{Lu}&][^.:;]*|de|del|della|di|du|des|der|für|und|et|e|y|of|and|van|voor|en)$/u.test(
          segment.tokens[from - 1]?.text ?? '',
        )
      )
        from -= 1;
      const tokens = segment.tokens.slice(from, end + 1);
      const name = cleanName(tokens.map(({ text }) => text).join(' '));
      if (from === end || !isName(name) || (from === 0 && upToForm(segment.text) !== segment.text)) return [];
      return [{ name, score: 3.1, proofs: 0.5, tokens, page: segment.page, small: true }];
    }),
  );
}

/** At the foot with a register or tax number, or anywhere with two of them. */
function isSmallPrint(paper: Paper, segment: Segment): boolean {
  const page = paper.pages.find(({ number }) => number === segment.page);
  const low = segment.line > paper.lines.length * 0.6 || (page !== undefined && segment.top > page.height * 0.75);
  const own = (paper.labels[segment.line] ?? []).filter((label) => label.segment === segment && label.kind === 'taxId');
  return (low && registered(paper, segment)) || own.length > 1;
}

/** The small print spells out the logo at the top: "Fernklang" above, "Fernklang Deutschland GmbH, HRB 5919" below. */
export function withLogos(raw: readonly VendorCandidate[], paper: Paper): readonly VendorCandidate[] {
  const head = paper.lines[Math.min(7, paper.lines.length - 1)];
  return raw.map((one) => {
    const [place] = one.tokens;
    if (!one.small || !place) return one;
    const words = wordsOf(one.name);
    const logo = raw.some((other) => {
      const own = wordsOf(other.name);
      const alike = own.every((word, at) => word === words[at]) || ((own[0]?.length ?? 0) > 4 && own[0] === words[0]);
      const above =
        (other.tokens[0]?.top ?? 0) < place.top &&
        other.page === head?.page &&
        (other.tokens[0]?.top ?? 0) <= head.bottom;
      return above && alike && own.length < words.length && own.join('').length > 3;
    });
    return logo ? { ...one, score: one.score + 1.7, proofs: one.proofs + 0.5 } : one;
  });
}
