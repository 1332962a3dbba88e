import type { DocumentKind } from '../../domain/reading.ts';

/**
 * The factor that turns amounts as a document states them into the ledger's: a credit note takes away, so its total is negative in the ledger
 * whether the document prints a minus or (as most do) not. Everything else keeps its sign: an invoice may be negative of itself.
 */
export const bookedSign = (kind: DocumentKind, statedTotal: bigint | null): 1n | -1n =>
  kind === 'credit_note' && (statedTotal ?? 1n) > 0n ? -1n : 1n;

/** The way back: an amount of the ledger as documents of its kind state it, a credit note's without its minus. */
export const asStated = (kind: DocumentKind, minor: bigint): bigint => (kind === 'credit_note' ? -minor : minor);
