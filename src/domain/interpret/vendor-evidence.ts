import { wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import { upToForm } from './legal-forms.ts';
import type { Segment, Token } from './lines.ts';
import type { Paper } from './paper.ts';
import { vatIdsIn } from './tax-ids.ts';
import { cleanName, domainsIn, isName, mailsIn } from './vendor-names.ts';

/** The names in the buyer's blocks: printed elsewhere too, they are still his. */
export function namesOf(paper: Paper, buyers: ReadonlySet<Segment>): ReadonlySet<string> {
  const weak = new Set(
    paper.labels
      .flat()
      .filter(({ kind }) => kind === 'buyer' || kind === 'seller')
      .map(({ segment }) => segment),
  );
  const blocks = [...buyers].filter((segment) => !weak.has(segment) && isName(segment.text)).map(({ text }) => text);
  return new Set([...blocks, ...namedBuyers(paper)].map((name) => wordsOf(name).join('')));
}

/** "Lieferung an: Fjordlager ApS, Terminal 3": the buyers whose names stand behind their label. */
const namedBuyers = (paper: Paper): readonly string[] =>
  paper.labels.flat().flatMap((label) => {
    const { kind, text, segment, to } = label;
    if (
      (kind !== 'buyer' && !isDebtor(paper, label)) ||
      !text.endsWith(':') ||
      isRemittance(paper, label) ||
      isSignature(paper, label)
    )
      return [];
    const [rest = ''] = upToForm(textOf(segment.tokens.slice(to))).split(/,\s/);
    const name = cleanName(rest);
    return isName(name) && name.length > 3 ? [name] : [];
  });

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

/** "Heartwood is the trading name of C. & M. Duthie", "X B.V. h.o.d.n. Hotel De Leeuw": by which name the vendor is known. */
export function tradingNames(paper: Paper): ReadonlySet<string> {
  const names = [
    ...paper.text.matchAll(/([^\n.|·]{3,50}?) (?:is|are) (?:a|the) trading (?:name|style) of/giu),
    ...paper.text.matchAll(
      /(?:h\.?o\.?d\.?n\.?|handelend onder de naam|trading as|t\/a|d\/?b\/?a|a trading name of|nom commercial ?:?|nombre comercial ?:?) ([^\n.,|·]{3,50})/giu,
    ),
  ];
  return new Set(names.map(([, name = '']) => wordsOf(name).join('')));
}

/** Does the label announce who is to be paid? */
export const announcesSeller = (paper: Paper, label: Label): boolean =>
  (label.kind === 'seller' && !isDebtor(paper, label)) ||
  isPayee(paper, label) ||
  isRemittance(paper, label) ||
  isSignature(paper, label);

/** "Account name" beside a sort code names who is paid; elsewhere it is the customer's. */
const isPayee = (paper: Paper, { kind, text, segment }: Label): boolean =>
  kind === 'customer' &&
  /^(?:bank )?(?:account|acct?|a\/c) name/iu.test(text) &&
  paper.labels
    .slice(Math.max(0, segment.line - 2), segment.line + 3)
    .some((labels) => labels.some((label) => label.kind === 'iban' && label.segment !== segment));

/** Whose account a direct debit is drawn on pays. */
const isDebtor = (paper: Paper, { text, segment }: Label): boolean =>
  /kontoinhaber|account holder|titula|rekeninghouder|intestatario/iu.test(text) &&
  paper.lines
    .slice(Math.max(0, segment.line - 3), segment.line + 4)
    .some((line) =>
      /mandat|lastschrift|prélèvement|domiciliaci|incasso|direct debit|addebito|débito direto/iu.test(line.text),
    );

/** On the slip that goes back with the money, "To" is who gets it. */
function isRemittance(paper: Paper, { kind, text, segment }: Label): boolean {
  if (kind !== 'buyer' || !/^(?:to|an|à|a|para|aan|do)[:.]?$/iu.test(text)) return false;
  return paper.lines
    .slice(Math.max(0, segment.line - 4), segment.line)
    .some((line) => /remittance|payment (?:advice|slip)|zahlungsabschnitt|talon|strook/iu.test(line.text));
}

/** "for Acme Ltd" above "Authorised Signatory": who signs the paper sends it. */
export function isSignature(paper: Paper, { kind, text, segment }: Label): boolean {
  if (kind !== 'buyer' || !/^for[:.]?$/iu.test(text) || segment.line < paper.lines.length / 2) return false;
  return paper.lines
    .slice(segment.line + 1, segment.line + 6)
    .some((line) => /signator|signature|director|proprietor|(?<!business )partner\b/iu.test(line.text));
}

/** What OCR is unsure of, or what has no vowel, is likely no name. */
export function noise(tokens: readonly Token[]): number {
  const doubt =
    tokens.reduce((sum, token) => sum + (1 - token.confidence) * token.text.length, 0) /
    Math.max(
      1,
      tokens.reduce((sum, token) => sum + token.text.length, 0),
    );
  const text = tokens.map((token) => token.text).join(' ');
  const odd = (text.match(/[^\p{L}\p{N}\s.,&'’()/-]/gu)?.length ?? 0) / text.length;
  const words = text.split(/\s+/).filter((word) => word.length > 2 && /[aeiouyäöüéè]/iu.test(word));
  return doubt * 2.5 + odd * 6 + (words.length === 0 ? 1.5 : 0) + (/\p{L}{4}/u.test(text) ? 0 : 1.2);
}

/** A footer that gives a company's register, tax number or account speaks of who sends the paper. */
export const registered = (paper: Paper, segment: Segment): boolean =>
  (paper.labels[segment.line] ?? []).some(({ kind }) => kind === 'taxId' || kind === 'iban') ||
  vatIdsIn(segment.text).length > 0 ||
  /\b(?:registered (?:in|office|no|number)|authori[sz]ed and regulated|incorporated in)\b/i.test(segment.text);

/** A phone or a tax number in the block below: vendors print theirs, buyers' are seldom known. */
export const callable = (paper: Paper, segment: Segment, mark: 'contact' | 'taxId'): boolean =>
  paper.lines
    .slice(segment.line + 1, segment.line + 6)
    .some(
      (line) =>
        line.page === segment.page &&
        (paper.labels[line.index] ?? []).some(
          ({ kind, segment: own }) =>
            kind === mark && own.left < segment.right && own.right > segment.left && /\d{3}/.test(own.text),
        ),
    );

/** A company's register in the block below: who sends the paper must name it, who gets it is not asked. */
export const isRegisteredBelow = (paper: Paper, segment: Segment): boolean =>
  paper.lines
    .slice(segment.line + 1, segment.line + 6)
    .some(
      ({ page, segments }) =>
        page === segment.page &&
        segments.some(
          ({ left, right, text }) =>
            left < segment.right &&
            right > segment.left &&
            /\b(?:hr[ab] ?\d|fn ?\d{4}|rcs |kvk|rea |reg\. ?merc|krs|rpr|company (?:no|number|reg)|registered (?:in|no))/iu.test(
              text,
            ),
        ),
    );

/** Do an address, a phone or a tax number stand within the next lines below it? */
export function followedByAddress(paper: Paper, segment: Segment): boolean {
  const near = paper.lines.slice(segment.line + 1, segment.line + 5).filter((line) => line.page === segment.page);
  const text = near
    .flatMap((line) => line.segments.filter((other) => other.left < segment.right && other.right > segment.left))
    .map((other) => other.text)
    .join('\n');
  return (
    /\d{4,6}\s+\p{L}{3}|\p{L}{3,},?\s+\d{5}|\b(?:tel|phone|fax|gst|vat|ust|tva|siret|nif|p\.? ?iva|kvk|nip)\b|\d+[,]?\s+(?:jalan|jln|rue|street|road)|(?:straße|strasse|str\.)\s*\d/iu.test(
      text,
    ) || /\(\d{4,7}-[A-Z]\)/.test(`${segment.text}\n${text}`)
  );
}

/** Income tax that the buyer keeps back in Spain, Italy and Portugal: he who bills is a person, seldom a company. */
export const isWithheld = (paper: Paper): boolean =>
  /\b(?:retenci[oó]n|retenç[aã]o)\b.*\b(?:irpf|irs)|\birpf\b.*-|ritenuta d.?acconto/iu.test(paper.text);

export function domainsOf(paper: Paper, buyers: ReadonlySet<Segment>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of paper.lines) {
    for (const segment of line.segments) {
      if (buyers.has(segment)) continue;
      for (const domain of [...domainsIn(segment.text), ...mailsIn(segment.text)])
        found.set(domain, (found.get(domain) ?? 0) + 1);
    }
  }
  return found;
}
