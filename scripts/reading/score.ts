import type { Printed } from '../../src/domain/interpret/printed.ts';
import type { Truth } from './truth.ts';

const fields = [
  'vendor',
  'invoice_number',
  'date',
  'due_date',
  'currency',
  'net',
  'tax',
  'total',
  'line_items',
] as const;
type ScoredField = (typeof fields)[number];
const core: readonly ScoredField[] = ['vendor', 'invoice_number', 'date', 'total'];

type Tally = { right: number; asked: number; silent: number };

/** How readings compare with what is true: field by field, whole documents, and how right what was called sure is. */
export type Score = {
  readonly fields: Readonly<Record<ScoredField, Readonly<Tally>>>;
  readonly whole: number;
  readonly documents: number;
  readonly sure: { readonly right: number; readonly of: number };
  /** Documents that would need no person. */
  readonly untouched: number;
  readonly misses: readonly string[];
};

/** Scores the first reading of each document. A field whose truth is not known is not asked. */
export function scoreOf(pairs: readonly { readonly truth: Truth; readonly reading: Printed | undefined }[]): Score {
  const tallies = Object.fromEntries(fields.map((field) => [field, { right: 0, asked: 0, silent: 0 }])) as Record<
    ScoredField,
    Tally
  >; // fromEntries widens the keys
  const sure = { right: 0, of: 0 };
  const misses: string[] = [];
  let [whole, untouched] = [0, 0];
  for (const { truth, reading } of pairs) {
    const asked = fields.filter((field) => isAsked(truth, field));
    const wrong = asked.filter((field) => !isRight(truth, reading, field));
    for (const field of asked) {
      const tally = tallies[field];
      tally.asked += 1;
      if (!wrong.includes(field)) tally.right += 1;
      else if (reading?.[field] == null) tally.silent += 1;
      if (reading?.sure.some((name) => name === field)) {
        sure.of += 1;
        if (!wrong.includes(field)) sure.right += 1;
      }
    }
    if (!wrong.some((field) => core.includes(field))) whole += 1;
    if (core.filter((field) => asked.includes(field)).every((field) => reading?.sure.some((name) => name === field)))
      untouched += 1;
    misses.push(...wrong.map((field) => miss(truth, reading, field)));
  }
  return { fields: tallies, whole, documents: pairs.length, sure, untouched, misses };
}

const isAsked = (truth: Truth, field: ScoredField): boolean =>
  field === 'line_items' ? amountsOf(truth.line_items).length > 0 : truth[field] != null;

function isRight(truth: Truth, reading: Printed | undefined, field: ScoredField): boolean {
  const found = reading?.[field];
  if (!reading || found == null) return false;
  if (field === 'line_items') return amountsOf(reading.line_items).join() === amountsOf(truth.line_items).join();
  if (field === 'vendor') return sameVendor(String(found), truth);
  if (field === 'net' || field === 'tax' || field === 'total')
    return cents(String(found)) === cents(String(truth[field]));
  if (field === 'invoice_number') return plain(String(found)) === plain(String(truth[field]));
  return String(found) === truth[field];
}

const cents = (decimal: string): number => Math.round(Number(decimal) * 100);
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1),
  );

/** One name within the other, or four of five words shared: "Acme" and "ACME Ltd." are one vendor. */
function sameVendor(found: string, { vendor, vendor_alt }: Truth): boolean {
  return [vendor, ...(vendor_alt ?? [])]
    .filter((name) => name != null)
    .some((name) => {
      const [a, b] = [plain(found), plain(name)];
      if (a === b || (a.length > 3 && b.includes(a)) || (b.length > 3 && a.includes(b))) return true;
      const [x, y] = [wordsOf(found), wordsOf(name)];
      const shared = [...x].filter((word) => y.has(word)).length;
      return shared > 0 && (2 * shared) / (x.size + y.size) >= 0.8;
    });
}

const amountsOf = (items: Truth['line_items'] | Printed['line_items']): readonly number[] =>
  (items ?? [])
    .map((item) => item.total ?? ('amount' in item ? item.amount : null))
    .filter((value) => value != null)
    .map(cents)
    .sort((a, b) => a - b);

function miss(truth: Truth, reading: Printed | undefined, field: ScoredField): string {
  const show = (value: Truth | Printed | undefined) =>
    field === 'line_items' ? JSON.stringify(amountsOf(value?.line_items)) : JSON.stringify(value?.[field] ?? null);
  const called = reading?.sure.some((name) => name === field) ? '  CALLED SURE' : '';
  return `${truth.file}  ${field}: ${show(reading)} for ${show(truth)}${called}${reading?.error ? `  (${reading.error})` : ''}`;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

/** The score as a table of text. */
export function scoreTable(score: Score, milliseconds: readonly number[]): string {
  const rows = fields
    .filter((field) => score.fields[field].asked > 0)
    .map((field) => {
      const { right, asked, silent } = score.fields[field];
      return `${field.padEnd(16)}${String(right).padStart(6)} / ${String(asked).padEnd(5)}${percent(right, asked).padStart(9)}${String(asked - right - silent).padStart(8)}${String(silent).padStart(8)}`;
    });
  const times = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return [
    'field            right / asked     share   wrong  silent',
    ...rows,
    `vendor, number, date and total right, as far as known: ${score.whole} / ${score.documents} = ${percent(score.whole, score.documents)}`,
    `of the fields called sure, right: ${score.sure.right} / ${score.sure.of} = ${percent(score.sure.right, score.sure.of)}; documents that need no person: ${score.untouched} / ${score.documents}`,
    `ms a document: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`,
  ].join('\n');
}
