import { datesIn } from './dates.ts';
import { wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import { namesTrade } from './legal-forms.ts';
import type { Segment, Token } from './lines.ts';
import type { Paper } from './paper.ts';
import { isAddressee, isStreetOf, townLine } from './vendor-block.ts';
import { banksAtHome } from './vendor-country.ts';
import { callable, followedByAddress, isRegisteredBelow, noise } from './vendor-evidence.ts';
import { hasHeadColumn, isInGrid, isSecond, isValue } from './vendor-layout.ts';
import { domainFits } from './vendor-names.ts';
import { livesIn } from './vendor-town.ts';
import type { Words } from './vendor-words.ts';

/** What the paper as a whole says of its vendor. */
export type Setting = {
  readonly receipt: boolean;
  /** Names in web and mail addresses, each with how often it is printed. */
  readonly domains: ReadonlyMap<string, number>;
  /** Where the paper was written. */
  readonly town: string | null;
  readonly towns: ReadonlySet<string>;
  /** The countries of the accounts that are printed. */
  readonly accounts: ReadonlySet<string>;
  readonly words: Words;
  /** Income tax is kept back. */
  readonly withheld: boolean;
};

/** A name in its place, seen from all sides. */
export type View = Setting & {
  readonly paper: Paper;
  readonly segment: Segment;
  readonly labels: readonly Label[];
  readonly tokens: readonly Token[];
  readonly name: string;
  readonly form: 0 | 1 | 2;
  /** How far down its page it stands, 0–1. */
  readonly top: number;
  readonly firstPage: boolean;
  /** Nothing else stands on its line. */
  readonly alone: boolean;
  /** How many lines of words stand above it. */
  readonly order: number;
  /** How much a word like "seller" speaks for it; 0: none does. */
  readonly told: number;
  readonly buyer: boolean;
  /** "Acme · Ecke 12 · 12345 Stadt". */
  readonly sender: boolean;
  readonly footer: boolean;
  /** Its height in those of a usual letter. */
  readonly large: number;
  /** How many other lines, those of buyers left out, hold its first word. */
  readonly echoes: number;
  /** A buyer's name holds its first word. */
  readonly namesake: boolean;
  /** What stands below it. */
  readonly block: readonly Segment[];
  readonly tagline: boolean;
};

/** How much one mark speaks for a name, or against it, and how far it proves it. */
export type Weight = readonly [score: number, proofs: number];

const no: Weight = [0, 0];
const weight = (score: number, proofs = 0): Weight => [score, proofs];

/** All that can speak for a name or against it; the sums are compared. */
export const marks: Readonly<Record<string, (view: View) => Weight>> = {
  place: ({ firstPage, top, order, receipt }) => weight(firstPage ? placeScore(top, order, receipt) : -1),
  legalForm: ({ withheld, form, receipt }) =>
    withheld ? no : weight(form * (receipt ? 1.3 : 0.9), form === 2 ? 0.5 : 0),
  town({ town, paper, segment }) {
    const lives = town === null ? null : livesIn(paper, segment, town);
    return lives === null ? no : weight(lives ? 1.3 : -1.3);
  },
  trade: ({ form, name, tagline }) => (form === 0 && namesTrade(name) && !tagline ? weight(0.8) : no),
  startsWithNumber: ({ form, name }) => (form === 0 && /^\d+\p{L}?,?\s/u.test(name) ? weight(-1.2) : no),
  large: ({ large, receipt }) => (large > 1.25 ? weight(Math.min(large - 1, 1) * (receipt ? 1 : 1.6)) : no),
  bold: ({ segment }) => (segment.tokens.every((token) => token.bold) ? weight(0.4) : no),
  domain({ domains, name }) {
    const fits = [...domains].map(([domain, count]) => domainFits(domain, name) * Math.min(1, 0.6 + count * 0.2));
    const fit = Math.max(0, ...fits);
    return fit < 0.5 ? no : weight(fit * 2.4, fit >= 0.8 ? 1 : 0.5);
  },
  told: ({ told }) => (told > 0 ? weight(told, told > 2 ? 1 : 0.3) : no),
  buyer: ({ told, buyer }) => (told === 0 && buyer ? weight(-4) : no),
  footer: ({ footer }) => (footer ? weight(2.2, 0.5) : no),
  contact: ({ paper, segment }) => (callable(paper, segment, 'contact') ? weight(0.7) : no),
  letterhead: ({ paper, segment, order, receipt, buyer }) =>
    !receipt && order < 2 && !buyer && hasHeadColumn(paper, segment) ? weight(0.7) : no,
  taxId: ({ buyer, paper, segment }) => (!buyer && callable(paper, segment, 'taxId') ? weight(0.6) : no),
  register: ({ buyer, paper, segment }) => (!buyer && isRegisteredBelow(paper, segment) ? weight(0.9) : no),
  address: ({ tagline, paper, segment, receipt, top }) =>
    !tagline && followedByAddress(paper, segment) ? weight(receipt ? (top > 0.7 ? 1.9 : 0.9) : 0.6) : no,
  addressee({ paper, receipt, told, order, alone, block }) {
    if (receipt || told > 0 || (order === 0 && alone) || !isAddressee(paper, block)) return no;
    return weight(order === 0 ? -0.4 : -0.8);
  },
  second: (view) =>
    !view.receipt && view.told === 0 && view.form === 0 && isSecond(view.paper, view.segment) ? weight(-0.5) : no,
  street: ({ name, segment, block, large }) => (large <= 1.2 && isStreetOf(name, segment, block) ? weight(-5) : no),
  placeName: ({ name, segment, form, towns }) =>
    towns.has(wordsOf(name).join(' ')) || (form === 0 && segment.tokens.length < 6 && townLine.test(segment.text))
      ? weight(-2)
      : no,
  lowerCase: ({ name, large, told }) => (told === 0 && large <= 1.25 && /^\p{Ll}+ /u.test(name) ? weight(-0.8) : no),
  owners: ({ name }) => (ownersOfFlats.test(name) ? weight(-1.2) : no),
  dated: ({ name, form }) => (form === 0 && datesIn(name).length > 0 ? weight(-2) : no),
  country({ name, accounts }) {
    const home = banksAtHome(name, accounts);
    return home === null ? no : weight(home ? 0.3 : -1.2);
  },
  bank: ({ name, told }) => (told === 0 && isBank(name) ? weight(-1.2) : no),
  word: ({ name, order, large, form, told, segment }) =>
    order > 0 && large <= 1.25 && form === 0 && told === 0 && wordsOf(name).length === 1 && segment.tokens.length === 1
      ? weight(-0.6)
      : no,
  value: (view) => (view.told === 0 && isValue(view.paper, view.segment) ? weight(-1.5) : no),
  grid: (view) => (view.told === 0 && view.form < 2 && isInGrid(view.paper, view.segment) ? weight(-1) : no),
  echo: ({ echoes }) => weight(Math.min(echoes, 2) * 0.5),
  namesake: ({ told, namesake }) => (told === 0 && namesake ? weight(-1.5) : no),
  amount: ({ paper, segment }) =>
    (paper.amounts[segment.line] ?? []).some(({ places }) => places === 2) ? weight(-1.2) : no,
  numberLabel: ({ labels, form }) =>
    form === 0 && labels.some(({ kind, from }) => kind === 'number' && from === 0) ? weight(-1) : no,
  sender: (view) => (isLetterSender(view) ? weight(1.2, 0.5) : no),
  sentence: (view) => (view.told < 2 && !isLetterSender(view) && !view.footer && isSentence(view) ? weight(-2) : no),
  noise: ({ paper, tokens }) => (paper.scanned ? weight(-noise(tokens)) : no),
  crowded: ({ paper, segment }) => ((paper.lines[segment.line]?.segments.length ?? 0) > 3 ? weight(-1) : no),
};

/** Receipts open with the shop's name; letters too, or they close with it. */
function placeScore(top: number, order: number, receipt: boolean): number {
  if (receipt) return order < 7 ? 2.8 - order * 0.4 : top > 0.85 ? -0.3 : -1;
  if (order < 3) return 2 - order * 0.2;
  if (top < 0.3) return 1.1;
  return top > 0.82 ? 0.7 : -0.4;
}

/** Who owns flats together pays and never bills. */
const ownersOfFlats =
  /^(?:condom[ií]nio|comunidad de (?:propietarios|vecinos)|cdad\.? (?:de )?prop|weg |(?:wohnungs)?eigentümergemeinschaft|syndicat des copropriétaires|sdc |copropriété|wspólnota mieszkaniowa|vve |vereniging van eigena(?:ren|ars))/iu;

const isBank = (name: string): boolean =>
  /(?<!\p{L})(?:\p{L}*bank|bank\p{L}*|banque|banco|banca|caixa|caja|sparkasse|crédit (?:agricole|mutuel)|kreditbank)(?!\p{L})/iu.test(
    name,
  );

const isLetterSender = ({ sender, firstPage, top, buyer }: View): boolean => sender && firstPage && top < 0.4 && !buyer;

const isSentence = ({ name, segment, form }: View): boolean =>
  segment.tokens.length > 9 || (/[.!?]$/.test(name) && form === 0 && wordsOf(name).length > 4);
