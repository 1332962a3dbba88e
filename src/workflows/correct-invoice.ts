import type { Grant } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { changedNames, correction } from '../domain/correction.ts';
import { Fault } from '../domain/fault.ts';
import type { Correctable, Invoice } from '../domain/invoice.ts';
import type { FieldName } from '../domain/reading.ts';
import type { Ports } from '../engine/ports.ts';
import type { Ledger, Suspect } from '../ports/ledger.ts';

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
};

/** Corrects an invoice that the person may correct. What then looks like another one is held, unless somebody said already that it is not the same. */
export const correctInvoice = (
  { id, version, values, settled }: Correcting,
  grant: Grant<'invoice.correct-own'>,
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
): Promise<Outcome> =>
  store.transaction(async ({ ledger }) => {
    const before = await ledger.invoice(id, grant);
    if (before === null) throw new Fault('missing', `There is no invoice #${id} that you may correct.`);
    const suspect = await newSuspect(before, values, ledger);
    const held = suspect !== null && suspect.id !== before.duplicateOf;
    const follows = correction(before, values, settled, dayOf(clock.now()));
    const { invoice, learnt } = await ledger.correct(
      id,
      {
        ...follows,
        version,
        values,
        state: held ? 'held' : follows.state,
        duplicateOf: held ? suspect.id : before.duplicateOf,
      },
      grant,
    );
    return { invoice, changed: changedNames(before, invoice), learnt };
  });

const compared: readonly (keyof Correctable)[] = ['vendor', 'number', 'date', 'currency', 'totalMinor'];

/** Another invoice that it looks like now; only where something changed by which they are compared. */
async function newSuspect(before: Invoice, values: Correctable, ledger: Ledger): Promise<Suspect | null> {
  if (!changedNames(before, values).some((name) => compared.includes(name))) return null;
  const vendorTaxId = values.vendor === before.vendor ? before.vendorTaxId : null;
  return ledger.suspect({ ...before, ...values, vendorTaxId }, before.id);
}
