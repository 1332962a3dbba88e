import type { Grant } from '../domain/access.ts';
import { accountCheck } from '../domain/account.ts';
import { dayOf } from '../domain/calendar.ts';
import { type Consequence, changedNames, correction } from '../domain/correction.ts';
import { Fault } from '../domain/fault.ts';
import type { Correctable, Invoice } from '../domain/invoice.ts';
import type { Lesson } from '../domain/layout-hint.ts';
import type { FieldName } from '../domain/reading.ts';
import type { Ports } from '../engine/ports.ts';
import type { Ledger, Suspect } from '../ports/ledger.ts';
import type { NamedVendor, Vendors } from '../ports/vendors.ts';
import { lessonsOf } from './layout-lessons.ts';

/** An invoice as the person saw it, and what they say instead. `settled` are the fields that they looked at. */
export type Correcting = {
  readonly id: bigint;
  readonly version: string;
  readonly values: Correctable;
  readonly settled: readonly FieldName[];
};
export type Outcome = {
  readonly invoice: Invoice;
  readonly changed: readonly (keyof Correctable)[];
  readonly learnt: string | null;
  readonly looksFor: readonly Lesson[];
  /** Vendors whose invoices do not confirm themselves any more. */
  readonly ended: readonly string[];
};

/** Corrects an invoice that the person may correct. What then looks like another one is held, unless somebody said already that it is not the same. */
export async function correctInvoice(
  { id, version, values, settled }: Correcting,
  grant: Grant<'invoice.correct-own'>,
  ports: Pick<Ports, 'store' | 'clock' | 'learn' | 'settings'>,
): Promise<Outcome> {
  const lessons = await lessonsOf({ id, values }, grant, ports);
  return ports.store.transaction(async ({ ledger, vendors }) => {
    const before = await ledger.invoice(id, grant);
    if (before === null) throw new Fault('missing', `There is no invoice #${id} that you may correct.`);
    const suspect = await newSuspect(before, values, ledger);
    const held = suspect !== null && suspect.id !== before.duplicateOf;
    const follows = await vetted(
      correction(before, values, settled, dayOf(ports.clock.now())),
      before,
      values,
      vendors,
    );
    const duplicateOf = held ? suspect.id : before.duplicateOf;
    const corrected = { ...follows, version, values, lessons, duplicateOf, ...(held && { state: 'held' as const }) };
    const { invoice, ...taught } = await ledger.correct(id, corrected, grant);
    return { invoice, changed: changedNames(before, invoice), ...taught };
  });
}

/** With what is known of the account of the vendor that it now is: a correction of something else does not make another account right. */
async function vetted(follows: Consequence, before: Invoice, values: Correctable, vendors: Vendors) {
  const check = accountCheck(before.iban, await vendors.accounts(named(before, values)));
  if (check === null) return follows;
  return { ...follows, checks: [...follows.checks, check], state: check.ok ? follows.state : ('review' as const) };
}

/** The tax id on the paper is that of the vendor read, not of another one that a person names. */
const named = (before: Invoice, { vendor }: Correctable): NamedVendor => ({
  vendor,
  vendorTaxId: vendor === before.vendor ? before.vendorTaxId : null,
});

const compared: readonly (keyof Correctable)[] = ['vendor', 'number', 'date', 'currency', 'totalMinor'];

/** Another invoice that it looks like now; only where something changed by which they are compared. */
async function newSuspect(before: Invoice, values: Correctable, ledger: Ledger): Promise<Suspect | null> {
  if (!changedNames(before, values).some((name) => compared.includes(name))) return null;
  return ledger.suspect({ ...before, ...values, ...named(before, values) }, before.id);
}
