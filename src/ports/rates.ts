import type { Grant } from '../domain/access.ts';
import type { Rate } from '../domain/rate.ts';

/** How many of the rates were new, and how many of those that were there are another number now. */
export type KeptRates = { readonly added: number; readonly changed: number };

/** Exchange rates by day, for the reports. */
export interface Rates {
  /** Keeps all of them or none, with an audit entry where that changes anything. A day's rate that was there is replaced. */
  keep(rates: readonly Rate[], grant: Grant<'import.load'>): Promise<KeptRates>;
}

/** Fetches what was published lately. Throws Fault('unavailable') where trying again helps, Fault('missing' | 'invalid') where it does not. */
export type FetchRates = (signal: AbortSignal) => Promise<readonly Rate[]>;
