import type { Amount } from './amounts.ts';
import { fold } from './fold.ts';
import type { LabelKind } from './label-words.ts';
import type { Label } from './labels.ts';
import type { Line, Segment } from './lines.ts';
import type { Paper } from './paper.ts';

const claiming = [
  'gross',
  'total',
  'amountDue',
  'net',
  'tax',
  'paid',
  'cash',
  'change',
  'rounding',
  'discount',
  'shipping',
  'tip',
] as const satisfies readonly LabelKind[];
export type ClaimKind = (typeof claiming)[number];

/** An amount that a label claims for itself. */
export type Claim = {
  readonly kind: ClaimKind;
  readonly minor: bigint;
  readonly label: Label;
  readonly amount: Amount;
  /** `right` of the label; `below` it as the only one; `column` of several, of which this is the sum. */
  readonly how: 'right' | 'below' | 'column';
  /** Letters or a decimal point were put right to read it so. */
  readonly repaired: boolean;
};

/** Every labelled amount of the paper. `skip` are lines whose labels head columns of the item table. */
export function claimsOf(paper: Paper, skip: ReadonlySet<number>): readonly Claim[] {
  const usual = mostlyTwoPlaces(paper);
  return paper.lines.flatMap((line) => {
    const item = multiplies(paper.amounts[line.index] ?? []);
    const labels = (paper.labels[line.index] ?? [])
      .filter(isClaiming)
      .filter(({ kind }) => !item || !['tax', 'shipping', 'discount', 'tip'].includes(kind));
    const amounts = (paper.amounts[line.index] ?? []).filter((amount) => isMoney(amount, paper, usual));
    if (labels.length === 0) return dueClaims(paper, line);
    if (amounts.length > 0)
      return labels.flatMap((label, index) => {
        const beside = besideClaims(paper, line, labels, index, amounts);
        const whole = label.from === 0 && label.to === label.segment.tokens.length;
        const below = beside.length === 0 && isTotalLike(label) && whole && labels.length === 1;
        return below ? columnClaims(paper, label, usual).filter(({ how }) => how === 'below') : beside;
      });
    const taxed =
      labels.some(({ kind }) => kind === 'tax') || /summary|\b(?:gst|vat|tva|mwst|iva|btw)\b/i.test(line.text);
    const meant = labels.map((label) => (taxed && isAmountWord(label) ? { ...label, kind: 'net' as const } : label));
    return skip.has(line.index) ? [] : meant.flatMap((label) => columnClaims(paper, label, usual));
  });
}

/** A quantity and a price that make the amount behind them: the line is an item, whatever its words say. */
export function multiplies(amounts: readonly Amount[]): boolean {
  const [quantity, price, amount] = amounts.slice(-3);
  if (!quantity || !price || !amount || quantity.minor === 0n) return false;
  return Math.abs(Number(quantity.decimal) * Number(price.decimal) - Number(amount.decimal)) < 0.011;
}

/** "Payable by 5 December 2026   397.86": a due date with an amount behind it tells what is due. */
function dueClaims(paper: Paper, line: Line): readonly Claim[] {
  const label = (paper.labels[line.index] ?? []).find(({ kind }) => kind === 'due');
  const amount = (paper.amounts[line.index] ?? []).at(-1);
  if (!label || !amount || amount.places !== 2 || amount.segment === label.segment || line.segments.length > 3)
    return [];
  return readings(paper, { ...label, kind: 'amountDue', weight: label.weight * 0.8 }, amount, 'right', amount.minor);
}

const isClaiming = (label: Label): label is Label & { readonly kind: ClaimKind } =>
  (claiming as readonly LabelKind[]).includes(label.kind);

/** "Amount" over a column beside "Tax" heads what is taxed. */
const isAmountWord = ({ kind, text }: Label): boolean =>
  kind === 'total' && /^(?:amount|amt|betrag|montant|importe|importo|bedrag|valor|kwota)/iu.test(text);

/** Do the paper's amounts show cents? Then a bare whole number is a quantity. */
const mostlyTwoPlaces = (paper: Paper): boolean =>
  paper.amounts.flat().filter((amount) => amount.places === 2).length >= 2;

const isMoney = (amount: Amount, paper: Paper, usual: boolean): boolean =>
  amount.places === 2 ||
  amount.marked ||
  (!usual && amount.places !== 1) ||
  (paper.scanned && amount.places === 0 && amount.decimal.length >= 3 && amount.decimal.length <= 7);

const rightEdge = (label: Label): number =>
  Math.max(...label.segment.tokens.slice(label.from, label.to).map((token) => token.right));
const leftEdge = (label: Label): number => label.segment.tokens[label.from]?.left ?? label.segment.left;

/** The amounts between this label and the next. A tax word that only explains a total ("Total (19 % VAT) 119.00") hands its amount on. */
function besideClaims(
  paper: Paper,
  line: Line,
  labels: readonly (Label & { readonly kind: ClaimKind })[],
  index: number,
  amounts: readonly Amount[],
): readonly Claim[] {
  const label = labels[index];
  if (!label) return [];
  let stop = index + 1;
  const carried = (paper.labels[line.index] ?? [])
    .filter(({ kind }) => kind === 'carry')
    .map(leftEdge)
    .filter((left) => left > rightEdge(label));
  const edge = (at: number) => Math.min(labels[at] ? leftEdge(labels[at]) : Number.POSITIVE_INFINITY, ...carried);
  const between = (from: number, to: number) =>
    amounts.filter((amount) => amount.left >= from - line.height * 0.3 && amount.left < to);
  const head = labels[index - 1];
  const explains =
    label.kind === 'tax' &&
    head &&
    isTotalLike(head) &&
    between(rightEdge(head), leftEdge(label)).length === 0 &&
    !holds(head, label) &&
    !/^(?:\+|plus|zzgl|dont|davon)/iu.test(label.text);
  if (
    explains ||
    (label.kind === 'tax' && amounts.some(({ minor }) => minor !== 0n) && exempt.test(fold(label.segment.text)))
  )
    return [];
  const settled = (label.kind === 'paid' || label.kind === 'cash') && head && isTotalLike(head);
  if (settled && head.segment === label.segment && head.to === label.from) return []; // "Total TTC réglé" is the total
  if (isTotalLike(label))
    while (goesOn(label, labels[stop]) && between(rightEdge(label), edge(stop)).length === 0) stop += 1;
  const marked = behind.test(fold(label.text)) ? amounts.find((amount) => endsBefore(amount, label)) : undefined;
  if (marked) return readings(paper, label, marked, 'right', marked.minor);
  const own = between(rightEdge(label), edge(stop));
  const [first, within] = own;
  if (first && within && isTotalLike(label) && tellsTax(line, first, within)) {
    return [
      ...readings(paper, label, first, 'right', first.minor),
      ...readings(paper, { ...label, kind: 'tax' }, within, 'right', within.minor),
    ];
  }
  const last = own[own.length - 1];
  if (!last) return [];
  return readings(paper, label, last, 'right', last.minor);
}

/** "1 860,00 € TTC", "25,00 € netto": words that stand behind their amount in a sentence. */
const behind = /^\(?(?:ttc|ht|htva|tvac|hors taxes|netto|brutto)[,.;)]*$/;
const endsBefore = (amount: Amount, { segment, from }: Label): boolean =>
  amount.segment === segment &&
  segment.tokens.length > 4 &&
  [from - 1, from - 2].some((at) => segment.tokens[at] !== undefined && amount.tokens.includes(segment.tokens[at]));

/** "Im Betrag enthalten: MwSt. 26,03": the amount is the tax within. */
const holds = (label: Label, next: Label): boolean =>
  next.segment === label.segment &&
  label.segment.tokens
    .slice(label.to, next.from)
    .some(({ text }) => /^(?:enthalten|contained|conten[iu]|zawart|begrepen|comprend)/iu.test(text));

/** What only explains a total: its tax, or that it is paid. */
const goesOn = (label: Label, next: Label | undefined): boolean =>
  (next?.kind === 'tax' && !holds(label, next)) ||
  ((next?.kind === 'paid' || next?.kind === 'cash') && next.segment === label.segment && next.from === label.to);

/** "Fuori campo IVA", "VAT exempt": what is not taxed is no tax. */
const exempt =
  /\b(?:fuori campo|esent[ei]|non imponibil|non soggett|esclus[oa] (?:iva|art)|exempt|exent[oa]s?|no sujet|exoner|non soumis|hors champ|steuerfrei|nicht steuerbar|umsatzsteuerbefreit|vrijgesteld|isent|zwolnion|out ?side the scope|out of scope|zero rated|reverse charge|autoliquid|inversion|btw verlegd|verlegd|steuerschuld|odwrotne|tourist tax|taxe de sejour|imposta di soggiorno|kurtaxe|ortstaxe|bettensteuer|toeristenbelasting|impuesto estancias|taxa turistica|citytax|city tax)/;

/** "Totaal € 77,90 (inclusief € 13,52 btw)": the second amount is the tax within the first. */
function tellsTax(line: Line, first: Amount, second: Amount): boolean {
  const between = line.segments
    .flatMap((segment) => segment.tokens)
    .filter((token) => token.left >= first.right - 1 && token.left < second.left)
    .map((token) => token.text)
    .join(' ');
  return /\b(?:incl|inkl|inclusi|including|dont|davon|of which|waarvan|di cui|darin|enth)/iu.test(between);
}

const isTotalLike = (label: Label): boolean => ['gross', 'total', 'amountDue', 'net'].includes(label.kind);

/** A label that heads a column: its only amount, or the sum of the column and its last one. */
function columnClaims(paper: Paper, label: Label & { readonly kind: ClaimKind }, usual: boolean): readonly Claim[] {
  const column = columnBelow(paper, label, usual);
  const [first] = column;
  const last = column[column.length - 1];
  if (!first || !last) return [];
  if (column.length === 1) return readings(paper, label, first, 'below', first.minor);
  const before = column.slice(0, -1).reduce((sum, amount) => sum + amount.minor, 0n);
  return readings(paper, label, last, 'column', before === last.minor ? last.minor : before + last.minor);
}

function columnBelow(paper: Paper, label: Label, usual: boolean): readonly Amount[] {
  const found: Amount[] = [];
  const heads = paper.lines[label.segment.line]?.segments ?? [];
  let bottom = label.segment.bottom;
  const left = leftEdge(label) - label.segment.height * 2;
  const right = rightEdge(label) + label.segment.height * 2;
  for (const line of paper.lines.slice(label.segment.line + 1)) {
    if (line.page !== label.segment.page || line.top - bottom > label.segment.height * 3) break;
    const amounts = (paper.amounts[line.index] ?? []).filter((amount) => isMoney(amount, paper, usual));
    const cell = cellUnder(paper, label, heads, line);
    const fitting = amounts.filter((amount) =>
      cell ? cell.includes(amount) : amount.right > left && amount.left < right,
    );
    const [nearest] = fitting.toSorted(
      (a, b) => Math.abs(a.left + a.right - left - right) - Math.abs(b.left + b.right - left - right),
    );
    const labelled = (paper.labels[line.index] ?? []).some((other) => isClaiming(other) && other.segment.left < left);
    if (!nearest && found.length > 0) break;
    if (!nearest) continue;
    if (labelled && found.length > 0) break;
    const [above] = found;
    if (
      above &&
      Math.min(Math.abs(above.right - nearest.right), Math.abs(above.left - nearest.left)) > line.height * 1.5
    )
      break;
    found.push(nearest);
    bottom = line.bottom;
  }
  return found;
}

/** The amounts of the label's own cell, where the line has a cell or a number for each heading; else where they stand decides. */
function cellUnder(paper: Paper, label: Label, heads: readonly Segment[], line: Line): readonly Amount[] | null {
  const at = heads.indexOf(label.segment);
  if (heads.length < 3 || at < 0) return null;
  const amounts = paper.amounts[line.index] ?? [];
  if (line.segments.length === heads.length) return amounts.filter(({ segment }) => segment === line.segments[at]);
  const numbers = [...amounts, ...(paper.percents[line.index] ?? [])].sort((a, b) => a.left - b.left);
  return numbers.length === heads.length ? numbers.slice(at, at + 1) : null;
}

/** The claim as printed; on a scan also with the decimal point that OCR may have lost. */
function readings(
  paper: Paper,
  label: Label & { readonly kind: ClaimKind },
  amount: Amount,
  how: Claim['how'],
  minor: bigint,
): readonly Claim[] {
  const claim = { kind: label.kind, minor, label, amount, how, repaired: false };
  const bare = paper.scanned && amount.places === 0 && !amount.marked && amount.decimal.length >= 3;
  return bare && minor % 100n === 0n ? [{ ...claim, minor: minor / 100n, repaired: true }] : [claim];
}
