import { addDays, type IsoDate } from '../../src/domain/calendar.ts';
import { minorDigits } from '../../src/domain/money.ts';
import { numberKey } from '../../src/domain/vendor.ts';
import { spread } from './calendar.ts';
import { bell, type Chance, weighted } from './chance.ts';
import type { SeedVendor } from './vendors.ts';

/** A vendor as the ledger knows it. */
export type KnownVendor = SeedVendor & { readonly id: bigint; readonly categoryId: bigint };
type Plan = {
  readonly vendors: readonly KnownVendor[];
  readonly invoices: number;
  readonly until: IsoDate;
  readonly chance: Chance;
  readonly firstId: number;
  readonly addedBy: bigint;
  readonly otherCategory: bigint;
};
type Sent = { readonly id: number; readonly line: readonly Cell[] };
type Cell = string | number | bigint | null;

/** The columns of a line, in its order. */
export const columns =
  'id, duplicate_of, verdict, state, state_before_deletion, removed_why, source, kind, vendor_id, vendor_text, number, number_key, date, due_date, currency, net_minor, tax_minor, total_minor, category_id, added_by, added_at';

const creditNotes = 0.02;
const duplicates = 0.002;
const receipts = 0.04;
const oddCategory = 0.01;

/** Lines for COPY, an invoice each, day by day; nothing is kept but the last one of each vendor. */
export function* lines(plan: Plan): Generator<string> {
  const { vendors, chance } = plan;
  const vendorAt = weighted(vendors.map((_, place) => 1 / (place + 1))); // Zipf's law
  const last: (Sent | undefined)[] = [];
  const sent = new Uint32Array(vendors.length);
  let id = plan.firstId;
  for (const { day, count } of spread(plan.invoices, plan.until)) {
    const age = Math.round((Date.parse(plan.until) - Date.parse(day)) / 86_400_000);
    const lags = Array.from({ length: 91 }, (_, lag) => addDays(day, lag));
    for (let i = 0; i < count; i += 1, id += 1) {
      const place = vendorAt(chance.next());
      const vendor = vendors[place];
      if (!vendor) throw new Error('nobody sent it');
      const before = last[place];
      const again = before && chance.next() < duplicates;
      const line = again ? duplicateOf(before, age, chance) : fresh(vendor, (sent[place] ?? 0) + 1, lags, age, plan);
      if (!again) sent[place] = (sent[place] ?? 0) + 1;
      if (!again) last[place] = { id, line };
      yield `${id}\t${line.map((cell) => cell ?? '\\N').join('\t')}\n`;
    }
  }
}

function fresh(vendor: KnownVendor, count: number, lags: readonly IsoDate[], age: number, plan: Plan): readonly Cell[] {
  const { chance } = plan;
  const [day = '', sort] = [lags[0], chance.next()];
  const credit = sort < creditNotes;
  const number = vendor.number(count, day.slice(0, 4));
  const unit = 10 ** minorDigits(vendor.currency);
  const net = Math.max(1, Math.round(vendor.scale * Math.exp(0.8 * bell(chance)) * unit)) * (credit ? -1 : 1);
  const tax = Math.round((net * vendor.tax) / 100);
  const lag = Math.min(age, Math.round(-Math.log(1 - chance.next()) * vendor.lag), 90);
  const time = `${lags[lag]}T${clock(6 + 12 * chance.next())}Z`;
  return [
    null,
    null,
    stateOf(age, chance.next()),
    null,
    null,
    vendor.source,
    credit ? 'credit_note' : sort > 1 - receipts ? 'receipt' : 'invoice',
    vendor.id,
    vendor.name,
    number,
    numberKey(number),
    day,
    lags[vendor.terms] ?? day,
    vendor.currency,
    net,
    tax,
    net + tax,
    chance.next() < oddCategory ? plan.otherCategory : vendor.categoryId,
    plan.addedBy,
    time,
  ];
}

const clock = (hours: number): string => new Date(Math.floor(hours * 3_600_000)).toISOString().slice(11, 19);

/** What is young waits or is booked; what is old was confirmed, or never is. */
function stateOf(age: number, at: number): string {
  if (age < 30) return at < 0.03 ? 'review' : at < 0.6 ? 'booked' : 'confirmed';
  return at < 0.0005 ? 'review' : at < 0.03 ? 'booked' : 'confirmed';
}

/** The same paper again: held, or thrown out by now. */
function duplicateOf({ id, line }: Sent, age: number, chance: Chance): readonly Cell[] {
  const isOld = age > 60 || chance.next() < 0.5;
  const fate: readonly Cell[] = isOld ? [id, 'same', 'deleted', 'held', 'same'] : [id, null, 'held', null, null];
  return [...fate, ...line.slice(5)];
}
