import type { Context } from '../domain/interpret/paper.ts';
import type { InvoiceReading, Reading } from '../domain/reading.ts';

/**
 * The invoices that a reading shows, as `interpret` of the domain finds them. What is on a page comes from strangers: however much there is of it,
 * the caller's thread stays free. Throws `Fault('invalid')` when it takes too long; the signal's reason when that was aborted.
 */
export type Interpret = (reading: Reading, context: Context, signal: AbortSignal) => Promise<readonly InvoiceReading[]>;
