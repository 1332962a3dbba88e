import { dayOf } from '../domain/calendar.ts';
import type { Hints } from '../domain/interpret/hinted.ts';
import type { Context } from '../domain/interpret/paper.ts';
import { sureFrom } from '../domain/invoice.ts';
import type { InvoiceReading, Reading } from '../domain/reading.ts';
import type { Ports } from '../engine/ports.ts';
import type { Vendors } from '../ports/vendors.ts';

/**
 * The invoices that a reading shows. Whose they are must be known before it helps to know where that vendor's values stand: the reading is understood once,
 * and again where people have taught something about the vendors found.
 */
export async function understandReading(
  reading: Reading,
  ports: Pick<Ports, 'interpret' | 'store' | 'clock' | 'settings'>,
  signal: AbortSignal,
): Promise<readonly InvoiceReading[]> {
  const context = contextOf(ports);
  const found = await ports.interpret(reading, context, signal);
  if (reading.kind === 'exact') return found;
  const hints = await hintsFor(found, ports.store.vendors);
  return Object.keys(hints).length === 0 ? found : ports.interpret(reading, { ...context, hints }, signal);
}

export const contextOf = ({ clock, settings }: Pick<Ports, 'clock' | 'settings'>): Context => ({
  today: dayOf(clock.now()),
  home: settings.reportingCurrency,
});

/** By first page. Where papers of two vendors share one, nobody knows whose a value is. */
async function hintsFor(found: readonly InvoiceReading[], vendors: Vendors): Promise<Hints> {
  const byPage = [...Map.groupBy(found, ({ pageFrom }) => pageFrom)].filter(([, sharing]) => sharing.length === 1);
  const hints = await Promise.all(
    byPage.map(async ([page, [invoice]]) => [page, invoice ? await ofVendor(invoice, vendors) : []] as const),
  );
  return Object.fromEntries(hints.filter(([, some]) => some.length > 0));
}

async function ofVendor({ fields }: InvoiceReading, vendors: Vendors) {
  const { vendor, vendor_tax_id, iban } = fields;
  const named = { vendor: vendor?.value ?? null, vendorTaxId: vendor_tax_id?.value ?? null };
  const isSure = vendor !== undefined && vendor.confidence >= sureFrom;
  const whose = isSure ? null : await vendors.whose({ ...named, iban: iban?.value ?? null });
  return vendors.hints(whose === null ? named : { vendor: whose, vendorTaxId: null });
}
