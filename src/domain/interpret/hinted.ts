import { addDays } from '../calendar.ts';
import { type HintedField, hintedFields, hintKind, type LayoutHint, provedFrom } from '../layout-hint.ts';
import type { Field, Fields, InvoiceReading } from '../reading.ts';
import { checksOf } from './checks.ts';
import { type Spot, valueAt } from './hint-values.ts';
import { plain } from './number-print.ts';
import { foundAt, type Paper } from './paper.ts';
import { near } from './tax-rates.ts';
import { termsIn } from './terms.ts';

/** What the hints of a vendor make of a reading of theirs, by the first page of each invoice. */
export type Hints = Readonly<Record<number, readonly LayoutHint[]>>;

/** So far a field is trusted that a proved hint found; and one that a hint of a single paper did, about which a person is asked. */
const proved = 0.93;
const unproved = 0.75;

/** What the amounts decide besides: what stands beside net and tax in the total, and which rows are the lines. */
type Rest = { readonly beside?: bigint | undefined; readonly linesFor?: (totals: Fields) => InvoiceReading['lines'] };

/**
 * Prefers what stands where people found the value on earlier papers of the vendor. Sums that hold are left alone. A hint that a single paper taught finds a value
 * and makes nothing sure; one that was right on several does.
 */
export function withHints(
  reading: InvoiceReading,
  paper: Paper,
  hints: readonly LayoutHint[] = [],
  { beside = 0n, linesFor = () => reading.lines }: Rest = {},
): InvoiceReading {
  if (hints.length === 0) return reading;
  const ofKind = hints.filter(({ kind }) => kind === hintKind(reading.kind));
  const found = hintedFields.flatMap((field) => pointed(paper, field, ofKind));
  const kept = sumsHold(reading.fields) ? found.filter((one) => !isAmount(one.field) || agrees(reading, one)) : found;
  if (kept.length === 0) return reading;
  const fields = moved(
    reading.fields,
    kept.map((one) => [one.field, chosen(reading, paper, one)] as const),
    paper,
  );
  const standard = new Set(['sums', 'lines', 'date', 'currency']);
  const lines = linesFor(fields);
  return {
    ...reading,
    fields,
    lines,
    checks: [
      ...checksOf(fields, lines, paper.today, beside),
      ...reading.checks.filter(({ name }) => !standard.has(name)),
    ],
    hinted: Object.fromEntries(kept.map(({ field, hint }) => [field, hint.id])),
  };
}

type Pointed = { readonly field: HintedField; readonly hint: LayoutHint; readonly spot: Spot };

/** By the hint that was right most often, of those the newest. */
function pointed(paper: Paper, field: HintedField, hints: readonly LayoutHint[]): readonly Pointed[] {
  const own = hints
    .filter((hint) => hint.field === field)
    .toSorted((a, b) => b.papers - a.papers || (b.id > a.id ? 1 : -1));
  for (const hint of own) {
    const spot = valueAt(paper, hint);
    if (spot) return [{ field, hint, spot }];
  }
  return [];
}

const isAmount = (field: HintedField): boolean => field === 'net' || field === 'tax' || field === 'total';

const sumsHold = ({ net, tax, total }: Fields): boolean =>
  net !== undefined && tax !== undefined && total !== undefined && near(net.value + tax.value, total.value);

function agrees({ fields }: InvoiceReading, { field, spot }: Pointed): boolean {
  const own = fields[field]?.value;
  if (typeof own === 'string' && typeof spot.value === 'string') return plain(own) === plain(spot.value);
  return own === spot.value;
}

function chosen(reading: InvoiceReading, paper: Paper, one: Pointed): Field<string | bigint> {
  const { hint, spot, field } = one;
  const seen = Math.min(1, ...spot.tokens.map(({ confidence }) => confidence));
  const clear = (paper.scanned ? Math.min(1, 0.35 + seen * 0.7) : 1) * spot.trust;
  const confidence = (hint.papers >= provedFrom ? proved : unproved) * clear;
  const own = reading.fields[field];
  if (own && agrees(reading, one)) return { ...own, confidence: Math.max(own.confidence, confidence) };
  return { value: spot.value, confidence, found: foundAt(paper, spot.tokens, spot.page) };
}

/** The fields with the hinted ones put in. A due date that was reckoned from another date moves with it. */
function moved(fields: Fields, chosen: readonly (readonly [HintedField, unknown])[], paper: Paper): Fields {
  const all = { ...fields, ...Object.fromEntries(chosen) } as Fields; // each value of the kind of its field, by valueIn
  const { date: before, due_date } = fields;
  const days = before && due_date && due_date === all.due_date ? termsIn(paper)?.days : undefined;
  if (!before || !due_date || !all.date || days === undefined || due_date.value !== addDays(before.value, days))
    return all;
  return { ...all, due_date: { ...due_date, value: addDays(all.date.value, days) } };
}
