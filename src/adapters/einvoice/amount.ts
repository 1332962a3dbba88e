import { toMinor } from '../../domain/money.ts';

/** The stated amounts in minor units of the currency; what is missing is computed from the others where these leave no choice. */
export type Amounts = { readonly net: bigint | null; readonly tax: bigint | null; readonly total: bigint | null };

/** A stated decimal in minor units; `null` for what is no number. */
export function amount(stated: string | null, currency: string | null): bigint | null {
  const plain = stated?.replace(/^([+-]?)\./, '$10.').replace(/\.$/, '') ?? '';
  return /^[+-]?\d{1,15}(\.\d+)?$/.test(plain) ? toMinor(plain, currency) : null;
}
