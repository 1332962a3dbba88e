import { addDays, type IsoDate } from '../calendar.ts';
import type { Field } from '../reading.ts';
import { dateOrder, type PlacedDate, placedDates, type TableLines } from './date-places.ts';
import { type DateOrder, dayIn } from './dates.ts';
import { fold, wordsOf } from './fold.ts';
import type { Label } from './labels.ts';
import type { Segment } from './lines.ts';
import { foundAt, type Paper } from './paper.ts';
import { termsIn } from './terms.ts';

export type DateFields = { readonly date?: Field<IsoDate>; readonly due_date?: Field<IsoDate> };

type Ranked = { readonly day: IsoDate; readonly score: number; readonly placed: PlacedDate };

/** The day of issue and the day when payment is due. */
export function dateFields(paper: Paper, table?: TableLines): DateFields {
  const dates = placedDates(paper, table);
  const likely = dateOrder(paper, dates);
  const { order, trust } =
    orderByTerms(paper, dates) ?? (likely.trust > 0.6 ? likely : (orderByGap(paper, dates) ?? likely));
  const issue = best(paper, dates, order, issueScore);
  const date = issue && fieldOf(paper, dates, issue, trust, rivals(paper, dates, order, issue));
  const due_date = dueDate(paper, dates, order, trust, date);
  return { ...(date && { date }), ...(due_date && { due_date }) };
}

/** "Within 15 days" between a date and its due date tells which number is the month. */
function orderByTerms(paper: Paper, dates: readonly PlacedDate[]): { order: DateOrder; trust: number } | null {
  const days = termsIn(paper)?.days;
  if (days === undefined) return null;
  const fits = (['dmy', 'mdy'] as const).filter((order) => {
    const issue = best(paper, dates, order, issueScore);
    const due = best(paper, dates, order, dueScore);
    return issue && due && issue.placed.date.numeric && days > 0 && addDays(issue.day, days) === due.day;
  });
  const [order] = fits;
  return order && fits.length === 1 ? { order, trust: 1 } : null;
}

/** Days that people usually give for paying; a month has 28 to 31. */
const usualTerms = new Set([7, 10, 14, 15, 20, 21, 28, 29, 30, 31, 45, 60, 61, 90, 91, 92]);

/** Where nothing else tells, the order in which the due date lies a usual time after the date; the other would be a day or half a year. */
function orderByGap(paper: Paper, dates: readonly PlacedDate[]): { order: DateOrder; trust: number } | null {
  const fits = (['dmy', 'mdy'] as const).filter((order) => {
    const issue = best(paper, dates, order, issueScore);
    const due = best(paper, dates, order, dueScore);
    const days = issue && due ? (Date.parse(due.day) - Date.parse(issue.day)) / 86_400_000 : 0;
    return issue?.placed.date.numeric && usualTerms.has(days);
  });
  const [order] = fits;
  return order && fits.length === 1 ? { order, trust: 0.8 } : null;
}

type Score = (paper: Paper, placed: PlacedDate, day: IsoDate) => number;

function best(paper: Paper, dates: readonly PlacedDate[], order: DateOrder, score: Score): Ranked | null {
  return ranked(paper, dates, order, score)[0] ?? null;
}

function ranked(paper: Paper, dates: readonly PlacedDate[], order: DateOrder, score: Score): readonly Ranked[] {
  return dates
    .map((placed) => ({ day: dayIn(placed.date, order), placed }))
    .map((entry) => ({ ...entry, score: score(paper, entry.placed, entry.day) }))
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score);
}

const plainDate = new Set([
  'date',
  'datum',
  'data',
  'fecha',
  'le',
  'den',
  'del',
  'dt',
  'dated',
  'dnia',
  'z dnia',
  'in data',
  'date time',
  'issued',
]);

function issueScore(paper: Paper, placed: PlacedDate, day: IsoDate): number {
  const { label, above, line, tokens } = placed;
  const late = day > addDays(paper.today, 45) ? -3 : 0;
  const old = day < '2000-01-01' ? -2 : 0;
  const high = 1 - line.index / Math.max(paper.lines.length, 1);
  const crowded =
    (line.segments.find((segment) => segment.tokens.includes(tokens[0] ?? (segment.tokens[0] as never)))?.tokens
      .length ?? 0) > 14
      ? -1
      : 0;
  const base = late + old + crowded + (placed.inRow ? -1.2 : 0) + high * 0.6;
  if (!label) return 1.4 + base;
  const plain = plainDate.has(wordsOf(label.text).join(' '));
  const near = (above ? 0 : 0.4) + label.weight * 0.5;
  if (label.kind === 'date') return (plain ? 3 - otherWords(placed, label) : 4) + near + base;
  if (label.kind === 'number') return (isOwnNumber(placed, label) || isTerm(placed, label) ? 0.3 : 2.6) + near + base;
  if (label.kind === 'amountDue') return 0.9 + base;
  if (label.kind === 'due') return 0;
  return label.kind === 'otherDate' || label.kind === 'order' ? 0.5 + base : 1.2 + base;
}

/** "Facture n° 2026/11/18": what follows the words for a number at once is one, though it looks like a day. */
const isOwnNumber = ({ above, tokens }: PlacedDate, { segment, to, text }: Label): boolean =>
  !above && segment.tokens[to] === tokens[0] && /(?:n[°ºor]\.?|num\p{L}*|nummer|nr\.?)[.:]?$/iu.test(text);

/** "Beitragsrechnung zum 1.12.": for when, not of when. */
const isTerm = ({ above, tokens }: PlacedDate, { segment, to }: Label): boolean =>
  !above &&
  segment.tokens
    .slice(to, tokens[0] ? segment.tokens.indexOf(tokens[0]) : to)
    .some(({ text }) => /^(?:zum|per|f[uü]r|for|pour|para|per|za|bis|until|ab)$/iu.test(text));

/** "Date of the meter reading: …" is more than a date: words that follow the label make it another's. */
function otherWords({ above, tokens }: PlacedDate, label: Label): number {
  const [first] = tokens;
  const at = first && !above ? label.segment.tokens.indexOf(first) : label.segment.tokens.length;
  const between = label.segment.tokens.slice(label.to, at < 0 ? undefined : at);
  return between.some(({ text }) => /\p{L}{4}/u.test(text)) && !label.text.endsWith(':') ? 1.3 : 0;
}

/** Sentences that tell when the money is taken: "wird am 23.11. abgebucht", "will be debited on". */
const debits =
  /abgebucht|abbuchen|buchen wir|eingezogen|einziehen|ziehen wir|belastet|lastschrift am|debit(?:ed)?\b.{0,24}\bon\b|be (?:taken|collected|charged) on|direct debit|preleve|prelevement|se cargara|cargaremos|cargo en (?:su|tu) cuenta|sera cargado|domicili|addebit|afgeschreven|schrijven we|incasso|incasseren|debitad|debito direto|pobran|obciazon/;

/** What stands right above a segment. */
const overOf = (paper: Paper, own: Segment): string =>
  paper.lines[own.line - 1]?.segments.find(
    ({ left, right, page, bottom }) =>
      page === own.page && left < own.right && right > own.left && own.top - bottom < own.height,
  )?.text ?? '';

function dueScore(paper: Paper, { label, above, date, line, tokens }: PlacedDate): number {
  const [first] = tokens;
  const own = line.segments.find((segment) => first && segment.tokens.includes(first));
  const before = own && line.segments[line.segments.indexOf(own) - 1];
  const told =
    own && (own.tokens.length < 4 ? `${before?.text ?? ''} ${overOf(paper, own)}` : clauseOf(own.text, date.text));
  if (told && label?.kind !== 'due' && debits.test(fold(told))) return 1.4;
  const clause = fold(clauseOf(own?.text ?? '', date.text));
  if (
    /(?:^|\b)(?:bis|until|by|avant le|antes del|entro il|voor|ate|do) .{6,24}(?:ohne abzug|rein netto|netto|sans escompte|without (?:deduction|discount)|sin descuento)/.test(
      clause,
    )
  )
    return 1.5;
  if (
    label?.kind === 'amountDue' &&
    own &&
    /\b(?:by|on|bis|am|le|avant|antes|entro|voor|por|do|el|il)\b/.test(fold(own.text))
  )
    return 1.6;
  if (label && /skonto|escompte|discount|sconto|korting|rabat/.test(fold(clauseOf(label.segment.text, date.text))))
    return 0;
  if (label?.kind === 'terms') return 1 + label.weight * 0.5;
  return label?.kind === 'due' ? 2 + label.weight + (above ? 0 : 0.5) : 0;
}

/** The part of a sentence that holds the date; a discount's date is none for payment. */
const clauseOf = (text: string, date: string): string =>
  text.split(/;|,(?!\d)|\.(?=\s)/).find((clause) => clause.includes(date)) ?? '';

/** How many other days claim to be the day of issue nearly as well. */
function rivals(paper: Paper, dates: readonly PlacedDate[], order: DateOrder, chosen: Ranked): number {
  const close = ranked(paper, dates, order, issueScore).filter(
    (entry) => entry.day !== chosen.day && entry.score > chosen.score - 0.5,
  );
  return new Set(close.map((entry) => entry.day)).size;
}

function fieldOf(
  paper: Paper,
  dates: readonly PlacedDate[],
  { day, placed, score }: Ranked,
  trust: number,
  others: number,
): Field<IsoDate> {
  const base = score > 3.8 ? 0.97 : score > 2.8 ? 0.93 : score > 1.6 ? 0.8 : 0.5;
  const alone = new Set(dates.map(({ date }) => date.dmy ?? date.mdy)).size === 1;
  const order = placed.date.numeric && placed.date.dmy !== null && placed.date.mdy !== null ? trust : 1;
  const seen = Math.min(1, ...placed.tokens.map((token) => token.confidence));
  const clear = !paper.scanned || seenTwice(dates, placed, day) ? 1 : clearness(seen);
  const confidence =
    Math.min(0.99, (alone && score > 1.3 ? Math.max(base, 0.92) : base) * order * clear) - Math.min(others, 2) * 0.15;
  return { value: day, confidence: Math.max(0.05, confidence), found: foundAt(paper, placed.tokens, placed.line.page) };
}

/** A day that another place of the paper gives too was not misread. */
const seenTwice = (dates: readonly PlacedDate[], placed: PlacedDate, day: IsoDate): boolean =>
  dates.some((other) => other !== placed && (other.date.dmy === day || other.date.mdy === day));

/** Of one digit misread in a date (05 as 06) nothing else on the paper tells: below 0.9 of OCR's own confidence it is asked about. */
const clearness = (seen: number): number => (seen >= 0.9 ? 1 : 0.55 + 0.4 * seen);

function dueDate(
  paper: Paper,
  dates: readonly PlacedDate[],
  order: DateOrder,
  trust: number,
  issued: Field<IsoDate> | null,
): Field<IsoDate> | null {
  const stated = ranked(paper, dates, order, dueScore).find(
    ({ day }) => !issued || (day >= issued.value && day <= addDays(issued.value, 400)),
  );
  if (stated) {
    const field = fieldOf(paper, dates, { ...stated, score: stated.score + 1 }, trust, 0);
    return field;
  }
  const terms = termsIn(paper);
  if (!terms || !issued) return null;
  return {
    value: addDays(issued.value, terms.days),
    confidence: Math.min(issued.confidence, terms.days === 0 ? 0.8 : 0.85),
    found: foundAt(paper, terms.tokens, terms.page),
  };
}
